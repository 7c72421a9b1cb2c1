/// A run of bytes as 16 bytes of a log; it ends where the next one starts.
struct SpliceEntry {
  static let size = 16

  /// Where it starts in the log.
  var start: Int
  /// Where it starts in the log that holds its bytes.
  var sourceStart: Int
  /// Whether the log itself holds them.
  var isOwn: Bool

  /// Shows the entry's bytes, in the machine's own order: they never leave this process.
  func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    withUnsafeBytes(of: (UInt64(start), UInt64(sourceStart) << 1 | (isOwn ? 1 : 0)), body)
  }
}

extension SpliceEntry {
  /// Reads the entry that starts at `offset` of `bytes`.
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    let source = bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
    start = Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    sourceStart = Int(source >> 1)
    isOwn = source & 1 == 1
  }
}
