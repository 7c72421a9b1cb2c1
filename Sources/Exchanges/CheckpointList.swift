/// Places of one kind in a message at which the parser can read on, with how much of something lies before each.
///
/// Sparse and bounded: places are at least `spacing` bytes apart, and when there are too many of them every second
/// one goes and the spacing doubles. So a look at any byte costs reading at most one line or two spacings again.
package struct CheckpointList: Sendable {
  /// A line's first byte.
  package struct Checkpoint: Sendable, Hashable {
    /// Offset in the recording.
    package var offset: Int
    /// Of chunk lines the bytes of content before it, of field lines the fields before it.
    package var count: Int
  }

  /// Never so many.
  package static let limit = 8192

  /// Ascending.
  package private(set) var checkpoints: [Checkpoint] = []
  private var spacing = 64 << 10

  package init() {}

  /// Notices a line; lines must come in the order of their offsets.
  mutating func take(offset: Int, count: Int) {
    if let last = checkpoints.last, offset - last.offset < spacing { return }
    checkpoints.append(Checkpoint(offset: offset, count: count))
    guard checkpoints.count >= Self.limit else { return }
    for index in 1..<checkpoints.count / 2 { checkpoints[index] = checkpoints[index * 2] }
    checkpoints.removeLast(checkpoints.count - checkpoints.count / 2)
    spacing *= 2
  }

  /// The last one at or before an offset of the recording.
  ///
  /// Complexity: logarithmic in the number of checkpoints.
  package func last(atOffset offset: Int) -> Checkpoint? {
    last { $0.offset <= offset }
  }

  /// The last one before which there is at most so much.
  ///
  /// Complexity: logarithmic in the number of checkpoints.
  package func last(atCount count: Int) -> Checkpoint? {
    last { $0.count <= count }
  }

  private func last(where isBefore: (Checkpoint) -> Bool) -> Checkpoint? {
    var low = 0
    var high = checkpoints.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(checkpoints[middle]) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : checkpoints[low - 1]
  }
}
