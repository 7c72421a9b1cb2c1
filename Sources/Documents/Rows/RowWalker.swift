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

  /// Whether parts of what it shows can be folded.
  static var canFold: Bool { get }
  /// The level of what is folded when all is.
  static var outermostFold: Int { get }
  /// Which parts of the source are shown as one row each.
  var folds: Folds { get set }
  /// Whether what comes is shown on no row, up to the end of what is folded.
  var isPassingOver: Bool { get }

  /// How much a source holds at this moment, in the unit of `position`.
  static func extent(of source: Source) -> Int
  /// Whether a source has come to its end.
  static func isComplete(_ source: Source) -> Bool

  /// Walks on by about `budget` bytes, or to the end of what is there, or until the sink wants no more.
  mutating func walk<Sink: RowSink<Self>>(_ source: Source, budget: Int, into sink: inout Sink) throws(RecordingError)

  /// Goes at once to the end of what is passed over, if a walker at the start of the next row knows where that is.
  mutating func leap(by later: borrowing Self) -> Bool

  /// Where that begins which would be folded or unfolded at the row that begins here and ends before `next`.
  func foldPlace(next: borrowing Self) -> Int?

  /// Whether a walker with other folds, which stands at the start of a row as well, makes the same rows from here on.
  func meets(_ other: borrowing Self) -> Bool

  /// How many containers are around the place.
  var level: Int { get }

  /// Ends the last row: nothing more will come.
  mutating func finish<Sink: RowSink<Self>>(_ source: Source, into sink: inout Sink) throws(RecordingError)
}

/// A walker that folds nothing.
extension RowWalker {
  static var canFold: Bool { false }
  static var outermostFold: Int { 1 }

  var folds: Folds {
    get { Folds() }
    set {}
  }

  var isPassingOver: Bool { false }
  var level: Int { 0 }

  mutating func leap(by later: borrowing Self) -> Bool { false }

  func meets(_ other: borrowing Self) -> Bool { position == other.position }

  func foldPlace(next: borrowing Self) -> Int? { nil }
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
  /// What need not be told from the present row on; nil where the present row is wanted.
  var passage: RowPassage? { get }
  /// Whether of rows that are passed over names, colons and brackets are wanted all the same.
  static var wantsStructure: Bool { get }
  /// So many rows of the passage have ended.
  mutating func pass(rows: Int)
  /// Words that are not in the source.
  mutating func append(words: String, role: TextRole)
  /// Words that stand for some bytes of the source.
  mutating func append(words: String, role: TextRole, for range: Range<Int>)
  /// How the bytes that come next are characters; of use where a source is made of several texts.
  mutating func read(as encoding: TextEncoding)
  /// A whole row that the walker made itself.
  mutating func append(row: DocumentRow)
  /// The present row has ended; `next` stands at the start of the next one. False stops the walk.
  mutating func endRow(next: borrowing Walker) -> Bool
}

/// Rows of which nothing is wanted but how many they are.
struct RowPassage {
  /// How many may end, the present one first, before an end must be told.
  var rows: Int
  /// The end of a row must be told if the next one begins at this position or behind it.
  var before: Int
}

/// A sink to which each row is told, of a source that is one text.
extension RowSink {
  var passage: RowPassage? { nil }
  static var wantsStructure: Bool { false }

  mutating func pass(rows: Int) {}

  mutating func append(words: String, role: TextRole, for range: Range<Int>) { append(words: words, role: role) }

  mutating func read(as encoding: TextEncoding) {}
}
