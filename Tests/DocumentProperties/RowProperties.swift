import ParserProperties
import Recordings

@testable import Documents

/// What holds of the rows that a walker divides a content into: one reading of it, and others to compare with.
struct RowProperties<Walker: ContentWalker> {
  /// Rows that are begun at in one input.
  private static var resumedRows: Int { 40 }

  let start: Walker
  let encoding: TextEncoding
  let input: DocumentInput
  let source: ContentSource
  /// The rows of the content walked in one go.
  let whole: [RowBuilder<Walker>.Draft]

  init(_ start: Walker, _ encoding: TextEncoding, _ input: DocumentInput) throws(BrokenProperty) {
    self.start = start
    self.encoding = encoding
    self.input = input
    source = ContentSource(decoded: ByteLogSnapshot(input.content), isComplete: true)
    whole = try Self.drafts(from: start, limit: .max, budget: .max >> 1, encoding, source, input)
  }

  static func drafts(
    from walker: Walker, skipping: Int = 0, limit: Int, budget: Int, _ encoding: TextEncoding, _ source: ContentSource,
    _ input: DocumentInput
  ) throws(BrokenProperty) -> [RowBuilder<Walker>.Draft] {
    try input.hold("walking") { () throws(RecordingError) in
      var walker = walker
      var builder = RowBuilder(from: walker, skipping: skipping, limit: limit, encoding: encoding)
      while !builder.isFull, walker.position < source.count {
        try walker.walk(source, budget: budget, into: &builder)
      }
      if !builder.isFull { try walker.finish(source, into: &builder) }
      return builder.drafts
    }
  }

  private func drafts(from walker: Walker, limit: Int = .max, budget: Int) throws(BrokenProperty) -> [DocumentRow] {
    try Self.drafts(from: walker, limit: limit, budget: budget, encoding, source, input).map(\.row)
  }

  /// Each row shows bytes of the content, behind those of the row before.
  func holdPlaces() throws(BrokenProperty) {
    var end = 0
    for draft in whole {
      try DocumentProperties.holdText(draft.row, input)
      if draft.range.isEmpty { continue }
      try input.hold(
        draft.range.lowerBound >= end && draft.range.upperBound <= source.count,
        "bytes \(draft.range) behind \(end) of \(source.count): \(draft.row.text)")
      end = draft.range.upperBound
    }
  }

  /// Every byte that is no white space stands on a row.
  func holdAll() throws(BrokenProperty) {
    guard start.folds == Folds(), encoding == .utf8 else { return }
    let isShown: (UInt8) -> Bool = { $0 > 0x20 && $0 < 0x80 }
    // A row between, which says what is wrong, shows none.
    let shown = whole.filter { !$0.range.isEmpty }.flatMap { $0.row.text.utf8.filter(isShown) }
    let sent = input.content.filter(isShown)
    try input.hold(shown == sent, "shown is \(String(decoding: shown, as: UTF8.self))")
  }

  /// The rows are the same however the content is cut.
  func holdCuts(budget: Int) throws(BrokenProperty) {
    try same(drafts(from: start, budget: budget), whole.map(\.row), "cut every \(budget) bytes")
  }

  /// From the start of any row the same rows are made.
  func holdResuming(_ random: inout Random) throws(BrokenProperty) {
    let walkers = try walkers(passing: false, budget: 3)
    try input.hold(walkers.count == whole.count + 1, "\(walkers.count - 1) rows are counted, \(whole.count) made")
    for _ in 0..<min(Self.resumedRows, whole.count) {
      let row = random.below(whole.count)
      let some = try drafts(from: walkers[row], limit: 3, budget: 5)
      try same(some, whole[row..<min(whole.count, row + 3)].map(\.row), "from row \(row)")
    }
  }

  /// The walkers at the start of all rows, and at the end.
  func walkers(passing: Bool, budget: Int) throws(BrokenProperty) -> [Walker] {
    try input.hold("walking") { () throws(RecordingError) in
      var sink = EveryRow(from: start, passing: passing)
      var walker = start
      while walker.position < source.count { try walker.walk(source, budget: budget, into: &sink) }
      try walker.finish(source, into: &sink)
      return sink.walkers
    }
  }

  /// A content that grows while it is read comes to the same rows, and those in between can be asked for.
  func holdGrowing(_ random: inout Random) throws(BrokenProperty) {
    let document = document(of: [], isComplete: false)
    var count = 0
    while count < source.count {
      count = min(source.count, count + 1 + random.below(max(1, source.count / 2)))
      document.update(
        ContentSource(decoded: ByteLogSnapshot(Array(input.content[..<count])), isComplete: count == source.count))
      _ = try rows(of: document)
    }
    if source.count == 0 { document.update(source) }
    try same(rows(of: document), whole.map(\.row), "while it grew")
    try holdWindows(of: document, &random)
  }

  /// Whatever is folded and unfolded, the rows are those that reading from the start makes.
  func holdFolding(_ random: inout Random) throws(BrokenProperty) {
    let document = document(of: input.content, isComplete: true)
    var changes: [String] = []
    for _ in 0..<8 {
      _ = try input.hold("indexing") { () throws(RecordingError) in try document.advance(budget: 1 + random.below(500))
      }
      guard document.rowCount > 0 else { continue }
      let row = random.below(document.rowCount)
      let change: FoldChange = [.toggle, .toggle, .toggle, .toggle, .more, .less, .all, .none][random.below(8)]
      let place = try input.hold("folding") { () throws(RecordingError) in try document.fold(change, atRow: row) }
      changes.append("\(change) at \(row): \(place.map(String.init) ?? "nothing")")
    }
    let folded = try rows(of: document)
    try same(folded, rows(of: ContentDocument(copyOf: document)), "folded, \(changes)")
    for row in folded { try DocumentProperties.holdText(row, input) }
    try holdWindows(of: document, &random)
    guard !folded.isEmpty else { return }
    let first = random.below(folded.count)
    guard let place = try fold(document, first), let back = try row(of: document, at: place) else { return }
    if try fold(document, back) == place {
      try same(rows(of: document), folded, "folded at \(first), and back at \(back)")
    }
  }

  /// Any rows can be asked for, and the places of rows lead back to them.
  private func holdWindows(of document: ContentDocument<Walker>, _ random: inout Random) throws(BrokenProperty) {
    let all = try rows(of: document)
    guard !all.isEmpty else { return }
    for _ in 0..<6 {
      let first = random.below(all.count)
      let range = first..<min(all.count, first + 1 + random.below(9))
      let some = try input.hold("rows \(range)") { () throws(RecordingError) in try document.rows(in: range) }
      try same(some, Array(all[range]), "rows \(range) of \(all.count)")
      let place = try input.hold("row \(first)") { () throws(RecordingError) in
        _ = try document.path(ofRow: first)
        return try document.position(ofRow: first)
      }
      guard let place else { continue }
      let back = try row(of: document, at: place)
      try input.hold(back == first, "byte \(place) of row \(first) leads to \(back.map(String.init) ?? "none")")
    }
  }

  private func fold(_ document: ContentDocument<Walker>, _ row: Int) throws(BrokenProperty) -> Int? {
    let place = try input.hold("folding") { () throws(RecordingError) in try document.fold(.toggle, atRow: row) }
    _ = try rows(of: document)
    return place
  }

  private func row(
    of document: ContentDocument<Walker>, at place: Int
  ) throws(BrokenProperty) -> Int? {
    try input.hold("row at \(place)") { () throws(RecordingError) in try document.row(atPosition: place) }
  }

  /// Documents with an index of many checkpoints.
  private func document(of content: [UInt8], isComplete: Bool) -> ContentDocument<Walker> {
    let source = ContentSource(decoded: ByteLogSnapshot(content), isComplete: isComplete)
    return ContentDocument(source: source, start: start, encoding: encoding, isRelaidOut: true, spacing: 16)
  }

  private func rows(of document: ContentDocument<Walker>) throws(BrokenProperty) -> [DocumentRow] {
    try input.hold("rows") { () throws(RecordingError) in
      while try document.advance(budget: 777) {}
      return try document.rows(in: 0..<document.rowCount)
    }
  }

  func same(_ found: [DocumentRow], _ wanted: [DocumentRow], _ how: @autoclosure () -> String)
    throws(BrokenProperty)
  {
    if found == wanted { return }
    let first = zip(found, wanted).prefix { $0 == $1 }.count
    func shown(_ rows: [DocumentRow]) -> String {
      rows.dropFirst(first).prefix(2).map { "\($0.text.debugDescription) \($0.spans.map { "\($0.role) \($0.range)" })" }
        .description
    }
    try input.hold(false, "\(how()): row \(first) is \(shown(found)) instead of \(shown(wanted))")
  }
}
