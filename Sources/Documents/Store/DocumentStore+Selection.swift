import HTTPMessages
import Recordings

/// What is selected, as text and as bytes.
extension DocumentStore {
  /// Rows that are made at once.
  static let rowsAtOnce = 512

  /// The text of rows as they are shown, with line ends between lines but not between a row and its continuation.
  package func text(
    ofRows rows: Range<Int>, in key: DocumentKey, limit: Int = 1 << 20
  ) async throws(DocumentError) -> String {
    guard !rows.isEmpty else { return "" }
    return try await text(of: DocumentSelection(rows: rows.lowerBound...rows.upperBound - 1), in: key, limit: limit)
  }

  /// The text that is selected, at most `limit` bytes of it, which `tooLarge` then tells.
  ///
  /// Of a body it is what was sent, laid out as the view shows it: what Barewire says between is left out, unless
  /// nothing else is selected. Line ends stand between lines but not between a row and its continuation.
  package func text(
    of selection: DocumentSelection, in key: DocumentKey, limit: Int
  ) async throws(DocumentError) -> String {
    var text = ""
    try await forEachPiece(of: selection, in: key) { piece throws(DocumentError) in
      text += piece
      guard text.utf8.count <= limit else { throw .selectionTooLarge(limit: limit) }
    }
    return text
  }

  /// What of a selection was written to a file.
  package enum SavedSelection: Sendable, Hashable {
    /// The bytes that were sent, codings undone.
    case bytes(Int)
    /// The text as the view shows it.
    case text(bytes: Int)
  }

  /// Writes what is selected to a file, in slices, as `save` does with bytes.
  ///
  /// In the text view these are the bytes of the content; elsewhere the text that `text(of:in:limit:)` gives.
  package func save(
    _ selection: DocumentSelection, in key: DocumentKey, to path: String
  ) async throws(DocumentError) -> SavedSelection {
    if let range = try contentRange(of: selection, in: key) {
      let count = try await save(.contentPart(key.message, range), of: key.exchange, to: path)
      return .bytes(count)
    }
    var file = try SavedFile(path: path, replacing: false)
    var count = 0
    try await forEachPiece(of: selection, in: key) { piece throws(DocumentError) in
      try file.write(Array(piece.utf8))
      count += piece.utf8.count
    }
    try file.finish(mode: nil)
    return .text(bytes: count)
  }

  /// The bytes of the content that a selection of the text view is; nil in other views.
  private func contentRange(
    of selection: DocumentSelection, in key: DocumentKey
  ) throws(DocumentError) -> Range<Int>? {
    guard key.view == .text else { return nil }
    let documents = try documents(for: key)
    return try reading { () throws(RecordingError) in
      let document = try documents.document(key)
      guard let start = try document.position(of: selection.start), let end = try document.position(of: selection.end)
      else { return nil }
      return start..<max(start, end)
    }
  }

  /// The value of JSON that a row begins or closes, as it was sent, at most `limit` bytes; nil where there is none.
  package func value(
    ofRow row: Int, in key: DocumentKey, limit: Int
  ) async throws(DocumentError) -> [UInt8]? {
    let documents = try documents(for: key)
    let (source, begin) = try reading { () throws(RecordingError) in
      let document = try documents.document(key)
      return (document.content, try document.valueStart(ofRow: row))
    }
    guard let source, let begin else { return nil }
    var scanner = JSONValueScanner()
    var bytes: [UInt8] = []
    while !scanner.isComplete, begin + bytes.count < source.count {
      let position = begin + bytes.count
      let piece = try reading { () throws(RecordingError) in
        try source.bytes(in: position..<min(source.count, position + Self.slice))
      }
      scanner.take(piece, at: position)
      bytes += piece
      if let start = scanner.start, (scanner.end ?? begin + bytes.count) - start > limit {
        throw .selectionTooLarge(limit: limit)
      }
      try await giveWay()
    }
    scanner.finish(at: begin + bytes.count)
    guard let start = scanner.start, let end = scanner.end else { return nil }
    return Array(bytes[start - begin..<end - begin])
  }

  /// Shows the text that is selected piece by piece, with other questions answered between.
  private func forEachPiece(
    of selection: DocumentSelection, in key: DocumentKey, _ body: (String) throws(DocumentError) -> Void
  ) async throws(DocumentError) {
    let holdsContent = [.pretty, .text, .filtered].contains(key.view)
    if holdsContent, try await forEachPiece(of: selection, in: key, withOwnWords: false, body) { return }
    _ = try await forEachPiece(of: selection, in: key, withOwnWords: true, body)
  }

  /// Whether there was any row.
  private func forEachPiece(
    of selection: DocumentSelection, in key: DocumentKey, withOwnWords: Bool,
    _ body: (String) throws(DocumentError) -> Void
  ) async throws(DocumentError) -> Bool {
    var row = selection.rows.lowerBound
    var isFirst = true
    while row <= selection.rows.upperBound {
      let documents = try documents(for: key)
      let made = try reading { () throws(RecordingError) in
        let document = try documents.document(key)
        let end = min(selection.rows.upperBound + 1, row + Self.rowsAtOnce, document.rowCount)
        return try document.rows(in: row..<max(row, end))
      }
      if made.isEmpty { break }
      var piece = ""
      for next in made {
        defer { row += 1 }
        guard withOwnWords || !next.isOwnWords, let range = selection.range(in: next, at: row) else { continue }
        if !isFirst, !next.isContinuation { piece += "\n" }
        isFirst = false
        piece += withOwnWords ? String(next[range]) : next.sourceText(in: range)
      }
      try body(piece)
      try await giveWay()
    }
    return !isFirst
  }
}
