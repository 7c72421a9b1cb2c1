/// Maps a position in a message's content to its offset in the recording.
///
/// Content that is not chunked is one extent. Chunked content has sparse checkpoints at chunk lines, at least
/// `spacing` bytes of recording apart; between two of them a reader walks the chunk lines again. However small the
/// chunks are, the map stays below `checkpointLimit` entries: when it is full, every second one goes.
package struct ContentMap: Sendable {
  /// A chunk line: reading can resume here.
  package struct Checkpoint: Sendable, Hashable {
    /// Bytes of content before this chunk.
    package var content: Int
    /// Offset of the chunk line's first byte in the recording.
    package var offset: Int
  }

  package static let checkpointLimit = 16_384

  /// Offset of the first byte of content, or of the first chunk line.
  package private(set) var start: Int
  package private(set) var isChunked = false
  /// Content bytes so far.
  package private(set) var count = 0
  /// Ascending; empty when the content is one extent.
  package private(set) var checkpoints: [Checkpoint] = []
  private var spacing = 64 << 10

  package init(start: Int) {
    self.start = start
  }

  mutating func begin(at offset: Int, isChunked: Bool) {
    start = offset
    self.isChunked = isChunked
  }

  mutating func extend(by range: Range<Int>) {
    count += range.count
  }

  mutating func chunkLine(at offset: Int) {
    if let last = checkpoints.last, offset - last.offset < spacing { return }
    checkpoints.append(Checkpoint(content: count, offset: offset))
    guard checkpoints.count >= Self.checkpointLimit else { return }
    checkpoints = checkpoints.enumerated().compactMap { $0.offset.isMultiple(of: 2) ? $0.element : nil }
    spacing *= 2
  }

  /// The last checkpoint at or before a position of the content; nil when the content is one extent.
  ///
  /// Complexity: logarithmic in the number of checkpoints.
  package func checkpoint(before position: Int) -> Checkpoint? {
    var low = 0
    var high = checkpoints.count
    while low < high {
      let middle = (low + high) / 2
      if checkpoints[middle].content <= position { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : checkpoints[low - 1]
  }
}
