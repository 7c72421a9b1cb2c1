/// Bytes of JSON text that can be read anywhere, such as a recorded body.
package protocol JSONBytes: Sendable {
  var count: Int { get }

  /// Fills a buffer with the bytes from `offset` on, all of which are there.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(JSONPathFailure)
}

/// Bytes in memory.
package struct JSONBytesInMemory: JSONBytes {
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package var count: Int { bytes.count }

  package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) {
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + buffer.count]))
    }
  }
}
