/// A transfer as 32 bytes of a log.
///
/// It carries the ends of both directions, which never decrease, so that the transfer which holds a byte of either
/// direction is found by binary search without an index in memory.
struct TransferRecord {
  static let size = 32

  var nanoseconds: UInt64
  var sentEnd: Int
  var receivedEnd: Int
  var direction: Direction
  var length: Int

  func end(of direction: Direction) -> Int {
    direction == .sent ? sentEnd : receivedEnd
  }

  var transfer: Transfer {
    let end = end(of: direction)
    return Transfer(
      time: Timestamp(nanoseconds: nanoseconds), direction: direction, range: end - length..<end)
  }

  /// Shows the record's bytes, in the machine's own order: they never leave this process.
  func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    let words = (
      nanoseconds, UInt64(sentEnd), UInt64(receivedEnd), UInt64(length) << 1 | UInt64(direction.rawValue)
    )
    return withUnsafeBytes(of: words, body)
  }
}

extension TransferRecord {
  /// Reads the record that starts at `offset` of `bytes`.
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    func word(_ index: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: offset + index * 8, as: UInt64.self)
    }
    nanoseconds = word(0)
    sentEnd = Int(word(1))
    receivedEnd = Int(word(2))
    length = Int(word(3) >> 1)
    direction = word(3) & 1 == 0 ? .sent : .received
  }
}
