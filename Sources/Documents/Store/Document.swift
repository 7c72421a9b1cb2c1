import Recordings

/// One document of the store: rows that are made when they are asked for.
protocol Document: AnyObject {
  /// Rows known so far.
  var rowCount: Int { get }
  /// Whether all rows are known and no more will come.
  var isComplete: Bool { get }
  /// How much of what there is has been divided into rows, 0 to 1.
  var indexedFraction: Double { get }
  /// What a reader should know about it.
  var note: String? { get set }

  /// Divides about `budget` more bytes into rows; false when there is nothing more to do for now.
  func advance(budget: Int) throws(RecordingError) -> Bool

  /// The rows of a range, all of which are known.
  func rows(in range: Range<Int>) throws(RecordingError) -> [DocumentRow]

  /// The row that shows the first byte of a reference, among the rows known so far.
  func row(holding reference: ByteReference) throws(RecordingError) -> Int?

  /// Folds or unfolds, seen from a row; where in the content the row's place is, nil where there is nothing to fold.
  func fold(_ change: FoldChange, atRow row: Int) throws(RecordingError) -> Int?
  /// What is folded; nil where there is nothing to fold.
  var folds: Folds? { get }
  /// The row that shows a byte of what the document is made of, among the rows known so far.
  func row(atPosition position: Int) throws(RecordingError) -> Int?
  /// Where in that a known row begins.
  func position(ofRow row: Int) throws(RecordingError) -> Int?
  /// Where in that a place of a known row is; nil where rows are not made of bytes of it one after the other.
  func position(of place: DocumentSelection.Position) throws(RecordingError) -> Int?
  /// Bytes of what the document is made of, as far as they have come; nil where it is not made of some in a row.
  var extent: Int? { get }
  /// Where the value of a row stands; nil where the document has no such places.
  func path(ofRow row: Int) throws(RecordingError) -> ValuePath?

  /// What the document is made of, where that is a message's content.
  var content: ContentSource? { get }
  /// Where in that to look for the value of JSON that a row begins or closes; nil where there is none.
  func valueStart(ofRow row: Int) throws(RecordingError) -> Int?

  /// A search made ready for this document.
  func pattern(for search: DocumentSearch) -> SearchPattern?
  /// Known rows around a row that are looked through together.
  func block(holdingRow row: Int) -> Range<Int>
  /// Whether a block can hold a match, by a quick look at its bytes.
  func mayHold(_ pattern: SearchPattern, blockHoldingRow row: Int) throws(RecordingError) -> Bool
  /// The matches in known rows, in order.
  func matches(_ pattern: SearchPattern, in range: Range<Int>) throws(RecordingError) -> [DocumentMatch]
}

extension Document {
  func fold(_ change: FoldChange, atRow row: Int) throws(RecordingError) -> Int? { nil }

  var folds: Folds? { nil }

  func row(atPosition position: Int) throws(RecordingError) -> Int? { nil }

  func position(ofRow row: Int) throws(RecordingError) -> Int? { nil }

  func position(of place: DocumentSelection.Position) throws(RecordingError) -> Int? { nil }

  var extent: Int? { nil }

  func path(ofRow row: Int) throws(RecordingError) -> ValuePath? { nil }

  var content: ContentSource? { nil }

  func valueStart(ofRow row: Int) throws(RecordingError) -> Int? { nil }

  func pattern(for search: DocumentSearch) -> SearchPattern? {
    SearchPattern(search, encoding: .utf8, isRelaidOut: false)
  }

  func matches(_ pattern: SearchPattern, in range: Range<Int>) throws(RecordingError) -> [DocumentMatch] {
    RowMatches.inText(pattern, try rows(in: range), first: range.lowerBound)
  }
}
