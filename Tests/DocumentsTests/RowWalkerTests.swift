import Recordings
import Testing

@testable import Documents

/// Keeps the walker at the start of every row, as an index does now and then.
private struct EveryRow<Walker: RowWalker>: RowSink {
  var walkers: [Walker]
  var wantsWords: Bool { false }

  mutating func append(_ bytes: UnsafeRawBufferPointer, at position: Int, role: TextRole) {}
  mutating func append(blanks: Int) {}
  mutating func append(words: String, role: TextRole) {}
  mutating func append(row: DocumentRow) {}

  mutating func endRow(next: borrowing Walker) -> Bool {
    walkers.append(copy next)
    return true
  }
}

@Suite("A walker")
struct RowWalkerTests {
  private func check<Walker: ContentWalker>(
    _ start: Walker, _ content: [UInt8], _ encoding: TextEncoding = .utf8
  ) throws {
    let source = ContentSource(decoded: ByteLogSnapshot(content), isComplete: true)
    func rows(from walker: Walker, limit: Int, budget: Int) throws -> [DocumentRow] {
      var walker = walker
      var builder = RowBuilder(from: walker, skipping: 0, limit: limit, encoding: encoding)
      while !builder.isFull, walker.position < source.count {
        try walker.walk(source, budget: budget, into: &builder)
      }
      if !builder.isFull { walker.finish(into: &builder) }
      return builder.drafts.map(\.row)
    }
    let all = try rows(from: start, limit: .max, budget: .max >> 1)
    let dripped = try rows(from: start, limit: .max, budget: 1)
    #expect(dripped == all, "\(String(decoding: content, as: UTF8.self))")
    var sink = EveryRow(walkers: [start])
    var walker = start
    while walker.position < source.count { try walker.walk(source, budget: 3, into: &sink) }
    walker.finish(into: &sink)
    #expect(sink.walkers.count == all.count + 1, "\(String(decoding: content, as: UTF8.self))")
    for (row, walker) in sink.walkers.enumerated().dropLast() where row < all.count {
      let some = try rows(from: walker, limit: 3, budget: 5)
      #expect(some == Array(all[row..<min(all.count, row + 3)]), "\(String(decoding: content, as: UTF8.self))")
    }
  }

  @Test("makes the same rows from the start of any row and however the bytes are cut, whatever the bytes")
  func resumes() throws {
    // Fixed, so that a failure can be seen again.
    var state: UInt64 = 0x2026_1123
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u00e", "\\n", "1", "-0.5e+7", "01", "true", "nul", "false", " ",
      "\n",
      "\r", "\t", "\u{1}", "é", "日", "x", "\"key\":", "\"text\",", "{\"a\":1}", "[[", "]]", "=", "&", "\u{1E}",
    ]
    let marks = [
      "<a>", "</a>", "<b x='1'>", "</b>", "<br>", "<p>", "</p>", "<li>", "<ul>", "</ul>", "<pre>", "</pre>", "<script>",
      "</script>", "<!-- c\n>", "-->", "<![CDATA[", "]]>", "<?x", "?>", "<!DOCTYPE [", "]>", "text", " ", "\n", "\r\n",
      "&",
      "&amp;", "é", "<", ">", "/", "</", "<x y=\"", "\"", "=", "<c/>",
    ]
    for round in 0..<1500 {
      var text = ""
      // Now and then a text with more problems than are told.
      for _ in 0..<random(below: round % 500 == 499 ? 600 : 24) { text += pieces[random(below: pieces.count)] }
      let content = Array(text.utf8)
      try check(JSONRows(acceptsSequence: random(below: 2) == 0), content)
      let form = [JSONRows.Form.text, .lines, .sequence][random(below: 3)]
      try check(JSONRows(form, folds: Folds(depth: random(below: 4))), content)
      try check(TextRows(encoding: .utf8), content)
      var markup = ""
      for _ in 0..<random(below: 24) { markup += marks[random(below: marks.count)] }
      let folds = Folds(depth: random(below: 4) - 1)
      try check(MarkupRows(random(below: 2) == 0 ? .xml : .html, folds: folds), Array(markup.utf8))
      try check(FormRows(), content)
      let columns = 1 + random(below: 9)
      try check(TextRows(encoding: .utf8, columns: columns), content)
      try check(JSONRows(form, folds: Folds(depth: random(below: 5) - 1), columns: columns), content)
      try check(MarkupRows(.html, folds: folds, columns: columns), Array(markup.utf8))
      let units = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
      try check(TextRows(encoding: .utf16BigEndian), units, .utf16BigEndian)
    }
  }

  @Test("shows every byte of a JSON text but its white space, right or wrong")
  func losesNothing() throws {
    for json in [#"{"a" "b",,]1:2 tru "x\y" {{"#, "]]]", #"[1,2,"unfinished"#, "{\"a\":\u{1}\"b\nc\"}"] {
      let source = ContentSource(decoded: ByteLogSnapshot(Array(json.utf8)), isComplete: true)
      let document = ContentDocument(
        source: source, start: JSONRows(acceptsSequence: false), encoding: .utf8, isRelaidOut: true)
      while try document.advance(budget: 100) {}
      let rows = try document.rows(in: 0..<document.rowCount).map(\.text).filter { !$0.hasPrefix("▲") }
      let isShown: (Character) -> Bool = { $0 != " " && $0 != "\n" }
      #expect(rows.joined().filter(isShown) == json.filter(isShown))
    }
  }
}
