import Recordings

/// Divides what a document shows into rows, from front to back; a state machine that can stop and be copied anywhere.
///
/// A copy taken at the start of a row is all that is needed to make that row and those after it again, so a sparse
/// list of copies is the index of a document.
protocol RowWalker: Sendable {
  associatedtype Source: Sendable

  /// How much of the source lies before the next byte; what the distance between checkpoints is measured in.
  var position: Int { get }
  /// Whether nothing has been put on the present row yet.
  var isRowEmpty: Bool { get }
  /// Whether the present row goes on with the line of the one before.
  var isContinuation: Bool { get }

  /// How much a source holds at this moment, in the unit of `position`.
  static func extent(of source: Source) -> Int
  /// Whether a source has come to its end.
  static func isComplete(_ source: Source) -> Bool

  /// Walks on by about `budget` bytes, or to the end of what is there, or until the sink wants no more.
  mutating func walk<Sink: RowSink<Self>>(_ source: Source, budget: Int, into sink: inout Sink) throws(RecordingError)

  /// Ends the last row: nothing more will come.
  mutating func finish<Sink: RowSink<Self>>(_ source: Source, into sink: inout Sink) throws(RecordingError)
}

/// Takes rows from a walker: counts them, or makes their text.
protocol RowSink<Walker> {
  associatedtype Walker: RowWalker

  /// More text of the present row: the bytes at `position` of the source.
  mutating func append(_ bytes: UnsafeRawBufferPointer, at position: Int, role: TextRole)
  /// Blanks that are not in the source.
  mutating func append(blanks: Int)
  /// Whether words that are not in the source are wanted, or would be made in vain.
  var wantsWords: Bool { get }
  /// Words that are not in the source.
  mutating func append(words: String, role: TextRole)
  /// A whole row that the walker made itself.
  mutating func append(row: DocumentRow)
  /// The present row has ended; `next` stands at the start of the next one. False stops the walk.
  mutating func endRow(next: borrowing Walker) -> Bool
}
