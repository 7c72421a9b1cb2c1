import Testing
import TextRopes
import Workspaces

@testable import Workbench

/// What a body of JSON does by itself, and formatting it.
@Suite struct JSONBodyTests {
  private func typed(_ marked: String, _ commands: TextEditor.Command...) -> String {
    var editor = TextEditorTests.editor(marked)
    editor.isJSON = true
    for command in commands { editor.perform(command) }
    return TextEditorTests.marked(editor)
  }

  @Test("Enter keeps the indentation, goes deeper behind a bracket and gives its partner a line")
  func indentation() {
    #expect(typed("{|}", .newline) == "{\n  |\n}")
    #expect(typed("  \"a\": {|", .newline) == "  \"a\": {\n    |")
    #expect(typed("  \"a\": 1,|", .newline) == "  \"a\": 1,\n  |")
    #expect(typed("{\n    |", .insert("}")) == "{\n  }|")
    #expect(typed("{|}", .newline, .undo) == "{|}")
    #expect(typed("|", .newline) == "\n|")
  }

  @Test("a bracket at the cursor knows its partner, and one in a string has none")
  func brackets() {
    func pair(_ marked: String) -> [Int]? {
      var editor = TextEditorTests.editor(marked)
      editor.isJSON = true
      return editor.bracketPair.map { [$0.0, $0.1] }
    }
    #expect(pair("|{\"a}\": (1)}") == [0, 10])
    #expect(pair("{\"a}\": (1)}|") == [10, 0])
    #expect(pair("{\"a\\\"}\": {|}}") == [10, 9])
    #expect(pair("{\"a|}\": 1}") == nil)
    #expect(pair("|{") == nil)
    #expect(pair("a|") == nil)
  }

  private func editor(_ body: String) -> RequestEditor {
    RequestEditorTests.editor("http://a/") { $0.body = .json(body) }
  }

  @Test("formatting is one step, keeps the cursor's place and can be taken back")
  func formatting() throws {
    var editor = editor("{\"a\":1,\"b\":2}")
    let text = TextRope("{\"a\":1,\"b\":2}")
    #expect(editor.perform(.layOutJSON(isMinified: false)) == [.layoutRequested(text, isMinified: false)])
    _ = editor.perform(.show(.body))
    _ = editor.perform(.focus(.bodyText))
    _ = editor.perform(.text(.placeCursor(7)))
    let formatted = try JSONLayout.formatted(text)
    #expect(editor.takeLayout(of: text, .success(formatted)) == [.draftChanged])
    #expect(editor.text(of: .bodyText) == "{\n  \"a\": 1,\n  \"b\": 2\n}")
    #expect(editor.focusedEditor?.cursor == 14)
    _ = editor.perform(.text(.undo))
    #expect(editor.draft.body == .json(text))
  }

  @Test("what is no JSON stays as it is, and the cursor goes to what is wrong")
  func errors() {
    var editor = editor("{\"a\": x}")
    let text = TextRope("{\"a\": x}")
    let error = #expect(throws: JSONLayoutError.self) { try JSONLayout.formatted(text) }
    guard let error else { return }
    #expect(editor.takeLayout(of: text, .failure(error)) == [.problem(error.text)])
    #expect(editor.focus == .bodyText)
    #expect(editor.focusedEditor?.cursor == 6)
    #expect(!editor.isModified)
  }

  @Test("an answer about another text than the body now is changes nothing")
  func lateAnswer() {
    var editor = editor("[1]")
    #expect(editor.takeLayout(of: "[2]", .success("[\n  2\n]")).count == 1)
    #expect(editor.draft.body == .json("[1]"))
  }
}
