/// Makes the text of some rows after a checkpoint.
struct RowBuilder<Walker: RowWalker>: RowSink {
  /// A row before its place in the recording is looked up.
  struct Draft {
    var row: DocumentRow
    /// Which part of the source it shows; empty when none.
    var range: Range<Int>
  }

  private(set) var drafts: [Draft] = []
  /// Rows that have ended, those that were skipped included.
  private(set) var endedRows = 0
  /// What a piece of a row's bytes is, and how they are characters.
  private struct Piece {
    var range: Range<Int>
    var role: TextRole
    var encoding: TextEncoding
  }

  private var encoding: TextEncoding
  private var skipped: Int
  private let limit: Int
  private var bytes: [UInt8] = []
  private var pieces: [Piece] = []
  private var range: Range<Int>?
  private var isContinuation: Bool

  /// Skips `skipped` rows from the walker's place, then makes `limit` rows.
  init(from walker: Walker, skipping skipped: Int, limit: Int, encoding: TextEncoding) {
    self.skipped = skipped
    self.limit = limit
    self.encoding = encoding
    isContinuation = walker.isContinuation
  }

  var isFull: Bool { drafts.count >= limit }
  var wantsWords: Bool { skipped == 0 }
  var passage: RowPassage? { skipped == 0 ? nil : RowPassage(rows: skipped - 1, before: .max) }

  mutating func pass(rows: Int) {
    endedRows += rows
    skipped -= rows
  }

  mutating func append(_ piece: UnsafeRawBufferPointer, at position: Int, role: TextRole) {
    guard skipped == 0 else { return }
    add(role: role, count: piece.count, encoding)
    bytes.append(contentsOf: piece)
    range = (range?.lowerBound ?? position)..<position + piece.count
  }

  mutating func append(blanks: Int) {
    guard skipped == 0, blanks > 0 else { return }
    add(role: .plain, count: blanks, .utf8)
    for _ in 0..<blanks { bytes.append(0x20) }
  }

  mutating func append(words: String, role: TextRole) {
    guard skipped == 0 else { return }
    add(role: role, count: words.utf8.count, .utf8)
    bytes.append(contentsOf: words.utf8)
  }

  mutating func append(words: String, role: TextRole, for source: Range<Int>) {
    guard skipped == 0 else { return }
    append(words: words, role: role)
    range = (range?.lowerBound ?? source.lowerBound)..<source.upperBound
  }

  mutating func read(as encoding: TextEncoding) {
    self.encoding = encoding
  }

  mutating func append(row: DocumentRow) {
    guard skipped == 0 else { return }
    drafts.append(Draft(row: row, range: 0..<0))
  }

  mutating func endRow(next: borrowing Walker) -> Bool {
    endedRows += 1
    if skipped > 0 {
      skipped -= 1
      isContinuation = next.isContinuation
      return true
    }
    // A walker that ends may have more rows to end.
    if isFull { return false }
    // A walker that hands over whole rows puts nothing on the present one.
    if !bytes.isEmpty || drafts.count == ended { flush() }
    ended = drafts.count
    isContinuation = next.isContinuation
    return !isFull
  }

  private var ended = 0

  /// Takes a row that has begun but not ended as it is.
  mutating func finish() {
    if skipped == 0, !bytes.isEmpty, !isFull { flush() }
  }

  private mutating func flush() {
    let (text, spans) = decoded()
    drafts.append(
      Draft(
        row: DocumentRow(text: text, spans: spans, isContinuation: isContinuation), range: range ?? 0..<0))
    bytes.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    range = nil
  }

  private mutating func add(role: TextRole, count: Int, _ encoding: TextEncoding) {
    let start = bytes.count
    if let last = pieces.indices.last, pieces[last].role == role, pieces[last].encoding == encoding {
      pieces[last].range = pieces[last].range.lowerBound..<start + count
    } else {
      pieces.append(Piece(range: start..<start + count, role: role, encoding: encoding))
    }
  }

  /// The row's text, with spans that fit it, without plain ones.
  private func decoded() -> (String, [DocumentRow.Span]) {
    if pieces.allSatisfy({ $0.encoding == .utf8 }), let text = String(validating: bytes, as: UTF8.self) {
      return (text, pieces.lazy.filter { $0.role != .plain }.map { DocumentRow.Span(range: $0.range, role: $0.role) })
    }
    // Decoding changes lengths: each piece by itself, so that the spans stay on their text.
    var text = ""
    var spans: [DocumentRow.Span] = []
    for piece in pieces {
      let start = text.utf8.count
      text += piece.encoding.decode(bytes[piece.range])
      if piece.role != .plain { spans.append(DocumentRow.Span(range: start..<text.utf8.count, role: piece.role)) }
    }
    return (text, spans)
  }
}
