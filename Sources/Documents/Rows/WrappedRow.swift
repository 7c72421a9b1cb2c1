import Recordings
import TerminalText

/// Pieces of text, laid out in rows of so many columns: broken at spaces, and within a word that is wider than a row.
struct WrappedRow {
  private let columns: Int
  private let hanging: Int
  private let source: ByteReference?
  private(set) var rows: [DocumentRow] = []
  private var text = ""
  private var spans: [DocumentRow.Span] = []
  private var x = 0
  /// The column where the row began.
  private var left = 0

  /// The first row begins at the column `indent`, the ones that go on with it at `hanging`.
  init(columns: Int, indent: Int, hanging: Int, source: ByteReference?) {
    self.columns = max(columns, hanging + 12)
    self.hanging = hanging
    self.source = source
    begin(at: indent)
  }

  /// The rows of one piece, or of several with two spaces between.
  static func rows(
    _ pieces: [(text: String, role: TextRole)], columns: Int, indent: Int, hanging: Int, source: ByteReference?
  ) -> [DocumentRow] {
    var row = WrappedRow(columns: columns, indent: indent, hanging: hanging, source: source)
    for (index, piece) in pieces.enumerated() where !piece.text.isEmpty {
      if index > 0 { row.space(2) }
      row.write(piece.text, piece.role)
    }
    row.end()
    return row.rows
  }

  private mutating func write(_ text: String, _ role: TextRole) {
    var isFirst = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !isFirst { space(1) }
      isFirst = false
      let width = TerminalWidth.columns(of: word)
      if x + width > columns, x > left { turn() }
      if x + width <= columns {
        append(word, width, role)
      } else {
        for character in word {
          let width = TerminalWidth.columns(of: character)
          if x + width > columns, x > left { turn() }
          append(String(character), width, role)
        }
      }
    }
  }

  private mutating func append(_ word: some StringProtocol, _ width: Int, _ role: TextRole) {
    guard !word.isEmpty else { return }
    let start = text.utf8.count
    text += word
    x += width
    // One span from word to word, the space included.
    if let last = spans.last, last.role == role {
      spans[spans.count - 1].range = last.range.lowerBound..<text.utf8.count
    } else {
      spans.append(DocumentRow.Span(range: start..<text.utf8.count, role: role))
    }
  }

  private mutating func space(_ width: Int) {
    guard x > left, x + width <= columns else { return }
    text += String(repeating: " ", count: width)
    x += width
  }

  private mutating func begin(at column: Int) {
    text = String(repeating: " ", count: column)
    spans = []
    x = column
    left = column
  }

  private mutating func turn() {
    end()
    begin(at: hanging)
  }

  private mutating func end() {
    rows.append(DocumentRow(text: text, spans: spans, source: source, isContinuation: false))
  }
}
