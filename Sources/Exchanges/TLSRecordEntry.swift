/// A TLS record as 24 bytes of a log.
package struct TLSRecordEntry {
  static let size = 24

  package var contentType: UInt8
  /// 0 where there is none.
  package var innerType: UInt8
  package var version: UInt16
  /// Bytes after the header.
  package var length: Int
  /// Offset of the header on the wire.
  package var wireOffset: Int
  /// Plain bytes that came before.
  package var plainOffset: Int

  package init(
    contentType: UInt8, innerType: UInt8 = 0, version: UInt16 = 0x0303, length: Int, wireOffset: Int, plainOffset: Int
  ) {
    self.contentType = contentType
    self.innerType = innerType
    self.version = version
    self.length = length
    self.wireOffset = wireOffset
    self.plainOffset = plainOffset
  }

  /// One past its last byte on the wire.
  var wireEnd: Int { wireOffset + TLSRecordFacts.headerSize + length }

  /// Shows the entry's bytes, in the machine's own order: they never leave this process.
  func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    let packed = UInt64(contentType) | UInt64(innerType) << 8 | UInt64(version) << 16 | UInt64(length) << 32
    return withUnsafeBytes(of: (UInt64(wireOffset), UInt64(plainOffset), packed), body)
  }

  /// Reads the entry that starts at `offset` of `bytes`.
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    func word(_ index: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: offset + index * 8, as: UInt64.self)
    }
    let packed = word(2)
    self.init(
      contentType: UInt8(truncatingIfNeeded: packed), innerType: UInt8(truncatingIfNeeded: packed >> 8),
      version: UInt16(truncatingIfNeeded: packed >> 16), length: Int(packed >> 32), wireOffset: Int(word(0)),
      plainOffset: Int(word(1)))
  }
}
