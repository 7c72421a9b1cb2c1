import Pictures
import Recordings

/// What is shown of a picture in the place of its bytes: its format and size, in a row.
final class PictureDocument: Document {
  var note: String?
  let isComplete: Bool
  private let shown: DocumentRow

  init(_ header: PictureHeader, bytes: Int, isComplete: Bool) {
    self.isComplete = isComplete
    let size = header.size.map { ", \($0.width)×\($0.height)" } ?? ""
    let text = "\(header.format.name)\(size), \(ByteCount.words(bytes))" + (isComplete ? "" : " so far")
    shown = DocumentRow(text: text, spans: [DocumentRow.Span(range: 0..<text.utf8.count, role: .note)])
  }

  var rowCount: Int { 1 }
  var indexedFraction: Double { 1 }

  func advance(budget: Int) throws(RecordingError) -> Bool { false }
  func rows(in range: Range<Int>) throws(RecordingError) -> [DocumentRow] { range.isEmpty ? [] : [shown] }
  func row(holding reference: ByteReference) throws(RecordingError) -> Int? { nil }
  func block(holdingRow row: Int) -> Range<Int> { 0..<1 }
  func mayHold(_ pattern: SearchPattern, blockHoldingRow row: Int) throws(RecordingError) -> Bool { true }
}
