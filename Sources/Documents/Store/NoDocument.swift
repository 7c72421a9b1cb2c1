import Recordings

/// What is shown of a message that is not there.
final class NoDocument: Document {
  var note: String?
  let isComplete: Bool

  init(note: String, isComplete: Bool) {
    self.note = note
    self.isComplete = isComplete
  }

  var rowCount: Int { 0 }
  var indexedFraction: Double { 1 }

  func advance(budget: Int) throws(RecordingError) -> Bool { false }
  func rows(in range: Range<Int>) throws(RecordingError) -> [DocumentRow] { [] }
  func row(holding reference: ByteReference) throws(RecordingError) -> Int? { nil }
  func block(holdingRow row: Int) -> Range<Int> { 0..<0 }
  func mayHold(_ pattern: SearchPattern, blockHoldingRow row: Int) throws(RecordingError) -> Bool { false }
}
