import Differences
import Exchanges
import HTTPMessages
import Recordings

/// The document that compares two messages: start lines, fields by name, trailers and contents.
///
/// Rows are made when they are asked for; of contents it holds hashes of rows and which rows differ, or, of JSON, which
/// values do. It compares what has come when it is made.
final class DifferenceDocument: Document {
  var note: String?
  private let before: ComparedMessage
  private let after: ComparedMessage
  private let isSideBySide: Bool
  private let content: ContentComparison
  private var items: [DifferenceItem] = []
  /// The first row of each item.
  private var starts: [Int] = []
  private(set) var rowCount = 0
  private(set) var isComplete = false

  init(_ before: ComparedMessage, _ after: ComparedMessage, _ comparison: DocumentComparison) throws(RecordingError) {
    self.before = before
    self.after = after
    isSideBySide = comparison.isSideBySide
    content = ContentComparison(before.content, after.content, isByStructure: comparison.isByStructure)
    try addHead()
    tell()
  }

  /// Whether it is the difference of these messages as they are.
  func isOf(_ before: ComparedMessage, _ after: ComparedMessage) -> Bool {
    func isSame(_ one: ComparedMessage, _ other: ComparedMessage) -> Bool {
      one.hasEnded == other.hasEnded && one.index?.start == other.index?.start && one.content === other.content
    }
    return isSame(self.before, before) && isSame(self.after, after)
  }

  var indexedFraction: Double { isComplete ? 1 : content.fraction }

  func advance(budget: Int) throws(RecordingError) -> Bool {
    if isComplete { return false }
    if try content.advance(budget: budget) { return true }
    addContent()
    isComplete = true
    tell()
    return false
  }

  func rows(in range: Range<Int>) throws(RecordingError) -> [DocumentRow] {
    var rows: [DocumentRow] = []
    var item = item(ofRow: range.lowerBound)
    while rows.count < range.count, item < items.count {
      let first = starts[item]
      let wanted = range.clamped(to: first..<first + count(items[item]))
      rows += try self.rows(of: items[item], wanted.lowerBound - first..<wanted.upperBound - first)
      item += 1
    }
    return rows
  }

  func row(holding reference: ByteReference) throws(RecordingError) -> Int? {
    guard reference.direction == after.direction else { return nil }
    let offset = reference.range.lowerBound
    if let row = try content.rows?.after.row(holding: reference) {
      return items.indices.first { index in
        switch items[index] {
        case .equal(let rows, let start): (start..<start + rows.count).contains(row)
        case .change(let change): change.after.contains(row)
        default: false
        }
      }.map { starts[$0] }
    }
    return items.indices.first { index in
      guard case .pair(_, let row) = items[index] else { return false }
      return row?.source?.range.contains(offset) ?? false
    }.map { starts[$0] }
  }

  func block(holdingRow row: Int) -> Range<Int> {
    let first = row - row % 1024
    return first..<min(rowCount, first + 1024)
  }

  func mayHold(_ pattern: SearchPattern, blockHoldingRow row: Int) throws(RecordingError) -> Bool { true }

  /// The first row of the next difference behind a row, or before it.
  func difference(from row: Int, direction: DocumentSearch.Direction) -> Int? {
    switch direction {
    case .forward:
      return items.indices.first { starts[$0] > row && items[$0].isDifference }.map { starts[$0] }
    case .backward:
      return items.indices.last { starts[$0] < row && items[$0].isDifference }.map { starts[$0] }
    }
  }

  // MARK: What there is

  private func add(_ item: DifferenceItem) {
    let count = count(item)
    guard count > 0 else { return }
    items.append(item)
    starts.append(rowCount)
    rowCount += count
  }

  private func addHead() throws(RecordingError) {
    func named(_ sign: String, _ message: ComparedMessage) -> DocumentRow {
      let came = message.index == nil ? (message.hasEnded ? "   (there is none)" : "   (not there yet)") : ""
      return ComparedRow.words(sign + message.title + came, sign == "--- " ? .removed : .added)
    }
    add(.row(named("--- ", before)))
    add(.row(named("+++ ", after)))
    add(.pair(try before.startLine(), try after.startLine()))
    try addFields(areTrailers: false)
    if before.hasMoreFields || after.hasMoreFields {
      add(.row(ComparedRow.words("… more than \(MessageIndex.fieldLimit) fields: only the first are compared")))
    }
    try addFields(areTrailers: true)
  }

  private func addFields(areTrailers: Bool) throws(RecordingError) {
    let (one, other) = (try before.fields(areTrailers: areTrailers), try after.fields(areTrailers: areTrailers))
    if areTrailers, !one.isEmpty || !other.isEmpty { add(.row(DocumentRow(text: ""))) }
    let difference = FieldDifference(one.map(\.field), other.map(\.field))
    if difference.isReordered { add(.row(ComparedRow.words("~ the fields come in another order"))) }
    for pair in difference.pairs { add(.pair(pair.left.map { one[$0].row }, pair.right.map { other[$0].row })) }
  }

  private func addContent() {
    guard let outcome = content.outcome else { return }
    func head(_ words: String) {
      add(.row(DocumentRow(text: "")))
      add(.row(ComparedRow.words("Body: " + words)))
      for note in content.notes { add(.row(ComparedRow.words("      " + note, .diagnosticWarning))) }
    }
    switch outcome {
    case .neither: if !content.notes.isEmpty { head("none") }
    case .identical(let bytes): head("identical, \(ByteCount.words(bytes))")
    case .bytes(let first):
      head(
        "no text, \(ByteCount.words(content.before.count)) and \(ByteCount.words(content.after.count)); they differ "
          + "from byte \(first) on: see their hex views")
    case .structure(let difference):
      let count = difference.entries.count
      head(
        count == 0
          ? "JSON with the same structure and values, other white space"
          : "JSON by structure, \(count) difference\(count == 1 ? "" : "s")" + (difference.isCut ? ", and more" : ""))
      for index in difference.entries.indices { add(.entry(index)) }
    case .rows:
      let changes = content.rows?.changes ?? []
      head(
        changes.isEmpty
          ? "the same rows, but line ends or white space differ"
          : "by rows, \(changes.count) "
            + (changes.count == 1 ? "place differs" : "places differ"))
      guard !changes.isEmpty else { return }
      for item in DifferenceItem.items(of: changes, count: content.rows?.before.hashed.rowCount ?? 0) { add(item) }
    }
  }

  private func tell() {
    let count = items.count { $0.isDifference }
    note =
      isComplete
      ? count == 0 ? "no difference" : "\(count) difference\(count == 1 ? "" : "s")" : "comparing"
  }

  // MARK: Rows

  private func count(_ item: DifferenceItem) -> Int {
    switch item {
    case .row, .folded: 1
    case .equal(let rows, _): rows.count
    case .pair(let before, let after): ComparedRow.pairCount(before, after, isSideBySide: isSideBySide)
    case .change(let change):
      ChangeRows.count(change, isSideBySide: isSideBySide)
    case .entry(let index): entry(index).map { EntryRows.count($0, isSideBySide: isSideBySide) } ?? 0
    }
  }

  /// The item that a row belongs to.
  private func item(ofRow row: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] > row { high = middle } else { low = middle + 1 }
    }
    return max(0, low - 1)
  }

  private func entry(_ index: Int) -> JSONDifference.Entry? {
    guard case .structure(let difference)? = content.outcome else { return nil }
    return difference.entries[index]
  }

  private func rows(of item: DifferenceItem, _ wanted: Range<Int>) throws(RecordingError) -> [DocumentRow] {
    if wanted.isEmpty { return [] }
    switch item {
    case .row(let row): return [row]
    case .folded(let count): return [ComparedRow.words("⋯ \(count) equal rows")]
    case .pair(let before, let after):
      return Array(ComparedRow.pair(before, after, isSideBySide: isSideBySide)[wanted])
    case .equal(let rows, let start):
      let before = rows.lowerBound + wanted.lowerBound..<rows.lowerBound + wanted.upperBound
      let after = start + wanted.lowerBound..<start + wanted.upperBound
      guard let content = content.rows else { return [] }
      return zip(try content.before.rows(in: before), try content.after.rows(in: after)).map {
        ComparedRow.equal($0, $1, isSideBySide: isSideBySide)
      }
    case .change(let change):
      guard let content = content.rows else { return [] }
      let rows = ChangeRows(content: content, change: change, isSideBySide: isSideBySide)
      return try rows.rows(in: wanted)
    case .entry(let index):
      guard let entry = entry(index) else { return [] }
      let rows = EntryRows(before: content.before, after: content.after, isSideBySide: isSideBySide)
      return Array(try rows.rows(entry)[wanted])
    }
  }
}
