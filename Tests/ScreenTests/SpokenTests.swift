import Documents
import Exchanges
import HTTPMessages
import TerminalUI
import Testing
import Workbench
import WorkbenchViews

@Suite struct SpokenTests {
  private static let size = Size(width: 120, height: 40)

  /// What is heard after each of some actions, and the line that is typed in with its cursor as `|`.
  private struct Transcript {
    var spoken = SpokenLines()
    var text = ""

    mutating func hear(_ workbench: Workbench, after action: String) {
      let (lines, edited) = spoken.lines(of: workbench, keymap: .standard)
      text += "> \(action)\n" + lines.map { $0 + "\n" }.joined()
      if let edited {
        let cut = edited.text.index(edited.text.startIndex, offsetBy: edited.cursor)
        text += edited.label + edited.text[..<cut] + "|" + edited.text[cut...] + "\n"
      }
    }
  }

  @Test("a request is composed by ear")
  func composing() async throws {
    var workbench = try await ScreenFixtures.opened(Self.size)
    var transcript = Transcript()
    transcript.hear(workbench, after: "start")
    func act(_ name: String, _ actions: Action...) {
      for action in actions { ScreenFixtures.act(&workbench, Self.size, action) }
      transcript.hear(workbench, after: name)
    }
    act("down", .command(.moveDown))
    act("down", .command(.moveDown))
    act("focus the request", .command(.focusRequest))
    act("type ?", .edit(.text(.insert("?"))))
    act("type x", .edit(.text(.insert("x"))))
    act("left", .edit(.text(.move(.left))))
    act("show headers", .edit(.show(.headers)))
    act("next", .edit(.next))
    act("next", .edit(.next))
    act("up to the toggle", .edit(.focus(.cell(.fields, row: 1, .toggle))))
    act("show options", .edit(.show(.options)), .edit(.focus(.redirects)))
    act("open its list", .edit(.activate))
    act("close it", .command(.dismiss))
    act("show the body", .edit(.show(.body)))
    act("raw bytes", .command(.toggleRaw))
    act("quit", .command(.quit))
    act("down", .command(.moveDown))
    act("close", .command(.dismiss))
    act("commands", .command(.palette))
    act("type se", .type(.insert("se")))
    act("close", .command(.dismiss))
    act("keys", .command(.help))
    try ScreenExpectation.check(transcript.text, "spoken-composing")
  }

  @Test("an answer is told at its start and its end, and read row by row")
  func reading() async throws {
    var fixture = try await AnswerFixture(Self.size)
    var transcript = Transcript()
    transcript.hear(fixture.workbench, after: "send")
    fixture.went(.running) { $0.statusCode = nil }
    transcript.hear(fixture.workbench, after: "waiting")
    fixture.went(.running)
    fixture.rows(.pretty, Array(AnswerFixture.json.prefix(2)))
    transcript.hear(fixture.workbench, after: "receiving")
    fixture.went(.malformed) { summary in
      summary.diagnostics = [Diagnostic(code: .chunkSizeInvalid, range: 61..<63)]
    }
    fixture.rows(.pretty, AnswerFixture.json)
    transcript.hear(fixture.workbench, after: "the end")
    transcript.hear(fixture.workbench, after: "nothing new")
    fixture.command(.moveDown)
    transcript.hear(fixture.workbench, after: "down")
    fixture.rows(.headers, AnswerFixture.headers)
    fixture.command(.focusHeaders)
    transcript.hear(fixture.workbench, after: "headers")
    fixture.command(.moveDown)
    transcript.hear(fixture.workbench, after: "down")
    fixture.command(.focusConnection)
    transcript.hear(fixture.workbench, after: "connection")
    fixture.command(.search)
    transcript.hear(fixture.workbench, after: "search")
    try ScreenExpectation.check(transcript.text, "spoken-reading")
  }

  @Test("where there are several tabs, the one that is gone to is told")
  func tabs() async throws {
    var fixture = try await AnswerFixture(Self.size)
    fixture.command(.focusTree)
    fixture.command(.moveDown)
    var spoken = SpokenLines()
    #expect(!spoken.lines(of: fixture.workbench, keymap: .standard).lines.contains { $0.hasPrefix("Tab") })
    fixture.command(.openInNewTab)
    #expect(spoken.lines(of: fixture.workbench, keymap: .standard).lines.first == "Tab 2 of 2: POST Echo")
    fixture.command(.toggleWrap)
    #expect(!spoken.lines(of: fixture.workbench, keymap: .standard).lines.contains { $0.hasPrefix("Tab") })
    fixture.command(.previousTab)
    #expect(spoken.lines(of: fixture.workbench, keymap: .standard).lines.first == "Tab 1 of 2: GET Hello")
  }
}
