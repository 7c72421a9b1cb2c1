/// Bytes that are added at the end and taken all at once; its memory is kept for the next round.
struct ByteQueue: ~Copyable {
  /// What an empty queue keeps at most, in bytes.
  private static let keptCapacity = 1 << 20

  private var storage = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private(set) var count = 0

  init() {}

  deinit { storage.deallocate() }

  var isEmpty: Bool { count == 0 }

  /// The bytes, valid until the queue changes.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: storage[..<count]) }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard !bytes.isEmpty else { return }
    reserve(bytes.count)
    UnsafeMutableRawBufferPointer(rebasing: storage[count...]).copyMemory(from: bytes)
    count += bytes.count
  }

  /// Lets `fill` write into at least `space` free bytes; it says how many it wrote.
  mutating func append(space: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Int) {
    reserve(space)
    let written = fill(UnsafeMutableRawBufferPointer(rebasing: storage[count...]))
    precondition(written <= storage.count - count)
    count += written
  }

  /// Takes over the memory of a queue that is no longer needed, unless this one has bytes or the memory is large.
  mutating func reuse(_ other: inout ByteQueue) {
    other.count = 0
    guard storage.count == 0, other.storage.count <= Self.keptCapacity else { return }
    swap(&storage, &other.storage)
  }

  private mutating func reserve(_ space: Int) {
    guard storage.count - count < space else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(storage.count * 2, count + space, 4096), alignment: 16)
    larger.copyMemory(from: bytes)
    storage.deallocate()
    storage = larger
  }
}
