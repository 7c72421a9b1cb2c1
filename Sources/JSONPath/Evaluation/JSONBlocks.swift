import JSONText

/// Reads bytes by blocks and keeps the last few, for what is read twice is mostly read soon again.
final class JSONBlocks {
  /// A block that stays as it is for who holds it.
  final class Block {
    let start: Int
    let bytes: UnsafeRawBufferPointer
    var end: Int { start + bytes.count }

    init(_ source: any JSONBytes, range: Range<Int>) throws(JSONPathFailure) {
      start = range.lowerBound
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: range.count, alignment: 16)
      do throws(JSONPathFailure) {
        try source.read(into: buffer, at: start)
      } catch {
        buffer.deallocate()
        throw error
      }
      bytes = UnsafeRawBufferPointer(buffer)
    }

    deinit {
      bytes.deallocate()
    }
  }

  static let kept = 8

  private let source: any JSONBytes
  private let blockSize: Int
  private let isCancelled: () -> Bool
  /// The last used is the last.
  private var blocks: [Block] = []

  init(_ source: any JSONBytes, blockSize: Int = 128 << 10, isCancelled: @escaping () -> Bool) {
    self.source = source
    self.blockSize = blockSize
    self.isCancelled = isCancelled
  }

  var count: Int { source.count }

  func pause() throws(JSONPathFailure) {
    if isCancelled() { throw .cancelled }
  }

  /// The block that holds a byte of the source.
  func block(holding offset: Int) throws(JSONPathFailure) -> Block {
    try pause()
    if let index = blocks.lastIndex(where: { $0.start <= offset && offset < $0.end }) {
      let block = blocks.remove(at: index)
      blocks.append(block)
      return block
    }
    let start = offset / blockSize * blockSize
    if blocks.count == Self.kept { blocks.removeFirst() }
    let block = try Block(source, range: start..<min(start + blockSize, source.count))
    blocks.append(block)
    return block
  }

  /// The bytes of a range, as an array.
  func bytes(in range: Range<Int>) throws(JSONPathFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let block = try block(holding: offset)
      let end = min(block.end, range.upperBound)
      bytes.append(contentsOf: block.bytes[offset - block.start..<end - block.start])
      offset = end
    }
    return bytes
  }
}
