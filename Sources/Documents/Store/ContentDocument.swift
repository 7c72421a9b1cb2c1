import Recordings

/// A document of a message's content: text, JSON or a form.
final class ContentDocument<Walker: ContentWalker>: Document {
  var note: String?
  private(set) var rows: IndexedRows<Walker>
  private let isRelaidOut: Bool
  /// The level of what is folded when all is.
  private let outermostFolded: Int
  /// Names of JSON that stand twice in an object, as far as they are known.
  private let repeatedNames: RepeatedNames?

  /// Rows by `start`, which stands before the first byte; `isRelaidOut` when rows have other white space than it.
  ///
  /// `folds` are those that somebody chose instead of those that it has from the beginning.
  init(
    source: ContentSource, start: Walker, encoding: TextEncoding, isRelaidOut: Bool, folds: Folds? = nil,
    spacing: Int = RowIndex<Walker>.spacing, repeatedNames: RepeatedNames? = nil
  ) {
    self.repeatedNames = repeatedNames
    outermostFolded = start.folds.depth ?? Walker.outermostFold
    var start = start
    if let folds { start.folds = folds }
    rows = IndexedRows(source: source, start: start, encoding: encoding, spacing: spacing)
    self.isRelaidOut = isRelaidOut
  }

  /// One of the same rows, of which nothing is known yet.
  init(copyOf other: ContentDocument) {
    var start = other.rows.index.checkpoints[0].walker
    start.folds = other.rows.index.frontier.folds
    rows = IndexedRows(source: other.rows.source, start: start, encoding: other.rows.encoding)
    isRelaidOut = other.isRelaidOut
    repeatedNames = other.repeatedNames
    outermostFolded = other.outermostFolded
  }

  var folds: Folds? { Walker.canFold ? rows.index.frontier.folds : nil }
  var rowCount: Int { rows.index.rows }
  var extent: Int? { rows.source.count }
  var isComplete: Bool { rows.index.isComplete }
  var indexedFraction: Double { rows.indexedFraction }

  func update(_ source: ContentSource) {
    rows.source = source
  }

  @specialized(where Walker == TextRows)
  @specialized(where Walker == JSONRows)
  @specialized(where Walker == MarkupRows)
  @specialized(where Walker == FormRows)
  @specialized(where Walker == MultipartRows)
  @specialized(where Walker == CodeRows<BraceLexer>)
  @specialized(where Walker == CodeRows<YAMLLexer>)
  func advance(budget: Int) throws(RecordingError) -> Bool {
    try rows.advance(budget: budget)
  }

  func rows(in range: Range<Int>) throws(RecordingError) -> [DocumentRow] {
    let drafts = try rows.drafts(in: range)
    let references = try rows.source.references(of: drafts.map(\.range))
    return try zip(drafts, references).map { (draft, reference) throws(RecordingError) in
      var row = draft.row
      row.source = reference
      row.remark = try repeatedNames?.remark(on: draft.range, in: rows.source)
      return row
    }
  }

  func row(holding reference: ByteReference) throws(RecordingError) -> Int? {
    guard let position = try rows.source.position(of: reference) else { return nil }
    return try row(atPosition: position)
  }

  func row(atPosition position: Int) throws(RecordingError) -> Int? {
    // A line end is on no row: the row before it stands for it.
    return try rows.row(startingWhere: { $0.position > position }) { draft in
      !draft.range.isEmpty && draft.range.upperBound > position
    }
  }

  func fold(_ change: FoldChange, atRow row: Int) throws(RecordingError) -> Int? {
    guard Walker.canFold, row < rows.index.rows, let walker = try rows.walker(atRow: row) else { return nil }
    var folds = walker.folds
    switch change {
    case .toggle:
      guard let place = try rows.foldPlace(ofRow: row) else { return nil }
      folds.toggle(at: place)
      rows.index.refold(folds, from: place, onlyThere: true)
      return place
    case .all: folds.depth = outermostFolded
    case .none: folds.depth = nil
    case .more: folds.depth = folds.depth.map { max(0, $0 - 1) } ?? walker.level
    case .less: folds.depth = folds.depth.map { $0 + 1 }
    }
    rows.index.refold(folds, from: -1, onlyThere: false)
    return max(walker.position, try rows.drafts(in: row..<row + 1).first?.range.lowerBound ?? 0)
  }

  func position(ofRow row: Int) throws(RecordingError) -> Int? {
    guard row < rows.index.rows, let draft = try rows.drafts(in: row..<row + 1).first, !draft.range.isEmpty else {
      return nil
    }
    return draft.range.lowerBound
  }

  func position(of place: DocumentSelection.Position) throws(RecordingError) -> Int? {
    guard !isRelaidOut, place.row < rows.index.rows, let walker = try rows.walker(atRow: place.row),
      let draft = try rows.drafts(in: place.row..<place.row + 1).first
    else { return nil }
    // An empty row shows no bytes: it begins where its walker stands, or behind the LF that belongs to the CR before.
    if draft.range.isEmpty {
      let end = rows.encoding.encode("\r\n") ?? []
      let near = max(0, walker.position - end.count / 2)..<min(rows.source.count, walker.position + end.count / 2)
      return try walker.position + (rows.source.bytes(in: near) == end ? end.count / 2 : 0)
    }
    if place.offset >= draft.row.text.utf8.count { return draft.range.upperBound }
    let bytes = try rows.source.bytes(in: draft.range)
    return draft.range.lowerBound + rows.encoding.byteCount(ofUTF8: place.offset, in: bytes)
  }

  func path(ofRow row: Int) throws(RecordingError) -> ValuePath? {
    // Nothing but JSON is walked through for a path that it does not have.
    guard Walker.self is JSONRows.Type, row < rows.index.rows, let walker = try rows.walker(atRow: row) as? JSONRows,
      let draft = try rows.drafts(in: row..<row + 1).first
    else { return nil }
    return try walker.path(of: draft.row, at: draft.range, in: rows.source)
  }

  var content: ContentSource? { rows.source }

  func valueStart(ofRow row: Int) throws(RecordingError) -> Int? {
    guard row < rows.index.rows, var draft = try rows.drafts(in: row..<row + 1).first else { return nil }
    var first = row
    // A long string has many rows.
    while draft.row.isContinuation, first > 0 {
      let before = max(0, first - 64)..<first
      let drafts = try rows.drafts(in: before)
      let begin = drafts.lastIndex { !$0.row.isContinuation } ?? 0
      (first, draft) = (before.lowerBound + begin, drafts[begin])
    }
    guard let walker = try rows.walker(atRow: first) as? JSONRows, !draft.range.isEmpty else { return nil }
    return walker.closes(draft.row) ? walker.start(ofLevel: walker.depth - 1) : draft.range.lowerBound
  }

  func pattern(for search: DocumentSearch) -> SearchPattern? {
    SearchPattern(search, encoding: rows.encoding, isRelaidOut: isRelaidOut)
  }

  func block(holdingRow row: Int) -> Range<Int> {
    rows.index.block(holdingRow: row).rows
  }

  func mayHold(_ pattern: SearchPattern, blockHoldingRow row: Int) throws(RecordingError) -> Bool {
    guard let core = pattern.core else { return true }
    let block = rows.index.block(holdingRow: row)
    let end = min(rows.source.count, block.end.position + core.bytes.count - 1)
    var start = block.start.position
    while start < end {
      let piece = start..<min(end, start + (1 << 20))
      let bytes = try rows.source.bytes(in: piece)
      if bytes.withUnsafeBytes({ core.firstIndex(in: $0) }) != nil { return true }
      if piece.upperBound == end { return false }
      start = piece.upperBound - core.bytes.count + 1
    }
    return false
  }
}
