/// Where a message's content is in the recording.
///
/// Content that is not chunked is one extent. Chunked content has sparse checkpoints at chunk lines; between two of
/// them a reader walks the chunk lines again.
package struct ContentMap: Sendable {
  /// Offset of the first byte of content, or of the first chunk line.
  package private(set) var start: Int
  package private(set) var isChunked = false
  /// Content bytes so far.
  package private(set) var count = 0
  /// Chunk lines, at the first digit of the size; none when the content is one extent.
  package private(set) var chunkLines = CheckpointList()

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
    chunkLines.take(offset: offset, count: count)
  }
}
