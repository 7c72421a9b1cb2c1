import Differences

/// Makes rows that show what two messages have in common and what not: one under the other, or side by side.
///
/// What only one has is marked by a sign, too, not by colour alone.
struct ComparedRow {
  static let sideDivider = " │ "

  /// A row that both have.
  static func equal(_ before: DocumentRow, _ after: DocumentRow, isSideBySide: Bool) -> DocumentRow {
    if isSideBySide { return beside(half("  ", before), half("  ", after)) }
    var row = half("  ", after)
    row.otherSource = before.source
    return row
  }

  /// A row of the first message alone, with what in it differs from the row that it became.
  static func removed(_ row: DocumentRow, parts: [Range<Int>] = []) -> DocumentRow {
    var marked = half("- ", painted(row, .removed, parts, .removedPart))
    marked.otherSource = row.source
    marked.source = nil
    return marked
  }

  /// A row of the second message alone.
  static func added(_ row: DocumentRow, parts: [Range<Int>] = []) -> DocumentRow {
    half("+ ", painted(row, .added, parts, .addedPart))
  }

  /// How many rows `pair` makes.
  static func pairCount(_ before: DocumentRow?, _ after: DocumentRow?, isSideBySide: Bool) -> Int {
    if before == nil && after == nil { return 0 }
    return isSideBySide || before == nil || after == nil || before?.text == after?.text ? 1 : 2
  }

  /// The rows of a line that both messages may have.
  static func pair(_ before: DocumentRow?, _ after: DocumentRow?, isSideBySide: Bool) -> [DocumentRow] {
    if let before, let after, before.text == after.text { return [equal(before, after, isSideBySide: isSideBySide)] }
    return values(before, after, isSideBySide: isSideBySide)
  }

  /// The rows of what differs, even where both texts are cut to the same.
  static func values(_ before: DocumentRow?, _ after: DocumentRow?, isSideBySide: Bool) -> [DocumentRow] {
    if isSideBySide { return [changed(before, after)] }
    let parts = parts(before, after)
    return [before.map { removed($0, parts: parts?.left ?? []) }, after.map { added($0, parts: parts?.right ?? []) }]
      .compactMap { $0 }
  }

  /// The words that differ, where two rows are one line that was changed.
  static func parts(_ before: DocumentRow?, _ after: DocumentRow?) -> TokenDifference? {
    guard let before, let after else { return nil }
    let difference = TokenDifference(before.text, after.text)
    return difference.isOneLine ? difference : nil
  }

  /// A row of each message beside the other, or nothing beside one.
  static func changed(_ before: DocumentRow?, _ after: DocumentRow?) -> DocumentRow {
    let parts = parts(before, after)
    return beside(
      before.map { half("- ", painted($0, .removed, parts?.left ?? [], .removedPart)) } ?? DocumentRow(text: ""),
      after.map { half("+ ", painted($0, .added, parts?.right ?? [], .addedPart)) } ?? DocumentRow(text: ""))
  }

  /// Barewire's own words.
  static func words(_ text: String, _ role: TextRole = .note) -> DocumentRow {
    DocumentRow(text: text, spans: [DocumentRow.Span(range: 0..<text.utf8.count, role: role)])
  }

  /// Two rows in one; the bytes are those of the second, or of the first where there is no second.
  private static func beside(_ left: DocumentRow, _ right: DocumentRow) -> DocumentRow {
    let start = left.text.utf8.count
    let end = start + sideDivider.utf8.count
    var row = DocumentRow(text: left.text + sideDivider + right.text, source: right.source)
    row.spans = left.spans + [DocumentRow.Span(range: start..<end, role: .punctuation)]
    row.spans += right.spans.map { span in
      DocumentRow.Span(range: span.range.lowerBound + end..<span.range.upperBound + end, role: span.role)
    }
    row.divider = start..<end
    row.otherSource = left.source
    return row
  }

  private static func half(_ sign: String, _ row: DocumentRow) -> DocumentRow {
    let role: TextRole = sign == "- " ? .removed : sign == "+ " ? .added : .plain
    var marked = DocumentRow(text: sign + row.text, source: row.source)
    let count = sign.utf8.count
    marked.spans = role == .plain ? [] : [DocumentRow.Span(range: 0..<count, role: role)]
    marked.spans += row.spans.map { span in
      DocumentRow.Span(range: span.range.lowerBound + count..<span.range.upperBound + count, role: span.role)
    }
    return marked
  }

  /// A row in one role, with some parts of it in another.
  private static func painted(
    _ row: DocumentRow, _ role: TextRole, _ parts: [Range<Int>], _ partRole: TextRole
  ) -> DocumentRow {
    var row = row
    row.spans = []
    var position = 0
    for part in parts {
      if part.lowerBound > position {
        row.spans.append(DocumentRow.Span(range: position..<part.lowerBound, role: role))
      }
      row.spans.append(DocumentRow.Span(range: part, role: partRole))
      position = part.upperBound
    }
    if position < row.text.utf8.count {
      row.spans.append(DocumentRow.Span(range: position..<row.text.utf8.count, role: role))
    }
    return row
  }
}
