import Documents
import Exchanges
import Testing
import Workbench

@Suite struct SelectingByMouseTests {
  /// An answer with a head and pretty JSON.
  private static func answered() async throws -> WorkbenchFixture {
    var fixture = try await WorkbenchFixture()
    fixture.open("Health")
    let id = try #require(fixture.command(.send).sent.first?.id)
    fixture.act(.went(exchanges: [.of(id)], connections: []))
    let requests = fixture.command(.focusBody, .showText, .showPretty).windows
    let body = try #require(requests.last { $0.key.view == .pretty })
    let headers = try #require(requests.last { $0.key.view == .headers })
    func row(_ text: String, _ spans: [(Range<Int>, TextRole)] = []) -> DocumentRow {
      DocumentRow(text: text, spans: spans.map { DocumentRow.Span(range: $0.0, role: $0.1) })
    }
    let answers = [
      (
        body,
        [row("{", [(0..<1, .punctuation)]), row("  \"a\": \"one two\"", [(2..<5, .key), (7..<16, .string)]), row("}")]
      ),
      (headers, [row("Via: some proxy", [(0..<3, .fieldName), (5..<15, .fieldValue)])]),
    ]
    for (request, rows) in answers {
      fixture.act(
        .window(
          DocumentWindow(
            key: request.key, generation: request.generation, rows: rows, totalRows: rows.count, isComplete: true)))
    }
    return fixture
  }

  private static func copied(_ effects: [Effect]) -> DocumentSelection? {
    for case .copyText(let selection, _) in effects { return selection }
    return nil
  }

  @Test("what is drawn is selected and stays so; the other button copies it, and it ends when it is copied")
  func drawing() async throws {
    var fixture = try await Self.answered()
    defer { fixture.remove() }
    fixture.act(.pointer(.row(.body, 1, RowPlace(column: 3))))
    #expect(fixture.act(.pointer(.select(.body, row: 1, RowPlace(column: 3)))).isEmpty)
    #expect(!fixture.workbench.viewer.body.hasSelection, "a hand that trembles selects nothing")
    fixture.act(.pointer(.select(.body, row: 2, RowPlace(column: 0))))
    #expect(fixture.workbench.inputContext == .selection)
    let selection = try #require(Self.copied(fixture.act(.pointer(.copy(.body)))))
    #expect((selection.start, selection.end) == (.init(row: 1, offset: 3), .init(row: 2, offset: 1)))
    fixture.act(.copied(.note("Copied")))
    #expect(fixture.workbench.inputContext == .body && fixture.act(.pointer(.copy(.body))).isEmpty)
  }

  @Test("a drag that did not begin in rows selects nothing")
  func elsewhere() async throws {
    var fixture = try await Self.answered()
    defer { fixture.remove() }
    fixture.act(.pointer(.row(.body, 1)), .pointer(.focus(.tree)), .pointer(.select(.body, row: 2, RowPlace())))
    #expect(!fixture.workbench.viewer.body.hasSelection)
  }

  @Test("a second press selects a value without its quotes or a word, a third one the row")
  func words() async throws {
    var fixture = try await Self.answered()
    defer { fixture.remove() }
    fixture.act(.pointer(.selectWord(.body, row: 1, RowPlace(column: 12))))
    let value = try #require(fixture.workbench.viewer.body.selection)
    #expect((value.start.offset, value.end.offset) == (8, 15))
    fixture.act(.pointer(.selectRow(.body, 1)))
    #expect(fixture.workbench.viewer.body.selection == DocumentSelection(rows: 1...1))
    fixture.act(.pointer(.selectWord(.headers, row: 0, RowPlace(column: 9))))
    #expect(fixture.workbench.viewer.headers.selection?.start.offset == 5)
    #expect(!fixture.workbench.viewer.body.hasSelection)
  }

  @Test("a second press on a bracket folds, on the name of a field it says what that means")
  func opening() async throws {
    var fixture = try await Self.answered()
    defer { fixture.remove() }
    let folds = fixture.act(.pointer(.selectWord(.body, row: 0, RowPlace()))).contains {
      if case .fold(_, .toggle, row: 0) = $0 { true } else { false }
    }
    #expect(folds)
    let explains = fixture.act(.pointer(.selectWord(.headers, row: 0, RowPlace(column: 1)))).contains {
      if case .toggleReading = $0 { true } else { false }
    }
    #expect(explains && !fixture.workbench.viewer.headers.hasSelection)
  }

  @Test("a field's value, and the value of JSON, are copied by themselves")
  func values() async throws {
    var fixture = try await Self.answered()
    defer { fixture.remove() }
    fixture.command(.moveDown)
    let copiesJSON = fixture.command(.copyValue).contains { if case .copyValue(_, row: 1) = $0 { true } else { false } }
    #expect(copiesJSON)
    fixture.command(.focusHeaders)
    let field = try #require(Self.copied(fixture.command(.copyValue)))
    #expect((field.start.offset, field.end.offset) == (5, 15))
    #expect(Self.copied(fixture.command(.copy)) == DocumentSelection(rows: 0...0))
  }

  @Test("what is selected is what is saved, and the prompt says which")
  func saving() async throws {
    var fixture = try await Self.answered()
    defer { fixture.remove() }
    fixture.command(.selectDown, .saveBody)
    guard case .prompt(let prompt)? = fixture.workbench.popup else {
      Issue.record("no prompt")
      return
    }
    #expect(prompt.title == "Save the selected text to the file")
    guard case .saveSelection(let selection, _, path: "part.json")? = fixture.answer("part.json").first else {
      Issue.record("nothing saved")
      return
    }
    #expect(selection.rows == 0...1)
  }

  @Test("y in the tree copies the row: a request with its method and URL")
  func tree() async throws {
    var fixture = try await Self.answered()
    defer { fixture.remove() }
    fixture.select("Health")
    let texts = fixture.command(.copy).compactMap { effect in
      if case .copy(let bytes, _) = effect { String(decoding: bytes, as: UTF8.self) } else { nil }
    }
    #expect(texts == ["Health: GET http://{{host}}/health"])
  }
}
