/// Where a library puts the next piece of its output.
final class PieceBuffer {
  static let size = 64 << 10

  private let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: PieceBuffer.size, alignment: 16)

  deinit { bytes.deallocate() }

  /// Where the piece begins.
  var start: UnsafeMutablePointer<UInt8>? { bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) }

  /// The first bytes, valid until others are put there.
  func piece(_ count: Int) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[..<count]) }
}
