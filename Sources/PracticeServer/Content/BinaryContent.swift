import NIOCore

/// Binary content of any size that is the same each time: one block of noise, again and again, never copied.
enum BinaryContent {
  /// 1 MiB of noise from a fixed seed; the byte at offset n of any content is `block[n % block.count]`.
  static let block: ByteBuffer = {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    var buffer = ByteBuffer()
    buffer.reserveCapacity(1 << 20)
    for _ in 0..<(1 << 17) {
      // xorshift64 (Marsaglia 2003): noise that no coding makes smaller.
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      buffer.writeInteger(state)
    }
    return buffer
  }()

  /// The first `count` bytes, in steps of at most 1 MiB.
  static func steps(count: Int) -> Steps {
    var remaining = count
    return Steps {
      guard remaining > 0 else { return nil }
      let size = min(remaining, block.readableBytes)
      remaining -= size
      return block.getSlice(at: block.readerIndex, length: size).map { .bytes($0) }
    }
  }
}
