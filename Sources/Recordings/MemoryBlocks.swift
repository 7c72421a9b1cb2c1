/// Bytes in memory as blocks of 64 KiB, of which only the last one still grows.
///
/// A copy shares the blocks: after it, the next append copies the last block at most, and a full block never again.
struct MemoryBlocks: Sendable {
  static let blockSize = 64 << 10

  /// Full blocks, each of exactly `blockSize` bytes.
  private var sealed: [[UInt8]] = []
  /// The block that grows; shorter than `blockSize`.
  private var open: [UInt8] = []

  var count: Int { sealed.count * Self.blockSize + open.count }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    while rest.count > 0 {
      if open.isEmpty, rest.count >= Self.blockSize {
        sealed.append([UInt8](rest.prefix(Self.blockSize)))
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(Self.blockSize))
        continue
      }
      let part = rest.prefix(Self.blockSize - open.count)
      let needed = open.count + part.count
      if open.capacity < needed {
        // Growing by doubling, but never past the block: a sealed block holds no unused room.
        open.reserveCapacity(min(Self.blockSize, max(needed, open.count * 2)))
      }
      open.append(contentsOf: part)
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(part.count))
      if open.count == Self.blockSize {
        sealed.append(open)
        open = []
      }
    }
  }

  /// The longest run of bytes from `offset` that lie together, at most to the end of its block.
  func withBlock<R>(at offset: Int, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    let index = offset / Self.blockSize
    let start = offset % Self.blockSize
    let block = index < sealed.count ? sealed[index] : open
    return block.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start...])) }
  }
}
