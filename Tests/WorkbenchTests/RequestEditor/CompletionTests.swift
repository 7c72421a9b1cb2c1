import Testing
import Workspaces

@testable import Workbench

/// What texts may go on with, and that it is in nobody's way.
@Suite struct CompletionTests {
  private func editor(_ control: RequestControl, _ section: RequestSection = .headers) -> RequestEditor {
    var editor = RequestEditorTests.editor("") { $0.fields = [NamedValue("Content-Type", "")] }
    editor.vocabulary.variables = ["host", "hostile", "token"]
    editor.vocabulary.urls = ["http://a/one", "http://a/two", "http://b/"]
    editor.vocabulary.values = ["content-type": ["application/vnd.mine"]]
    _ = editor.perform(.show(section))
    _ = editor.perform(.focus(control))
    return editor
  }

  private func type(_ text: String, _ editor: inout RequestEditor) {
    for character in text { _ = editor.perform(.text(.insert(String(character)))) }
  }

  @Test("field names are offered while they are typed, and Tab takes the first")
  func names() {
    var editor = editor(.cell(.fields, row: 1, .name))
    type("if-m", &editor)
    #expect(editor.completion?.items == ["If-Match", "If-Modified-Since"])
    type("o", &editor)
    #expect(editor.perform(.next) == [.draftChanged])
    #expect(editor.text(of: .cell(.fields, row: 1, .name)) == "If-Modified-Since")
    #expect(editor.completion == nil)
    // Taking is a step of its own.
    _ = editor.perform(.text(.undo))
    #expect(editor.text(of: .cell(.fields, row: 1, .name)) == "if-mo")
  }

  @Test("values are those of the field, with what was seen before first")
  func values() {
    var editor = editor(.cell(.fields, row: 0, .value))
    type("application/", &editor)
    #expect(editor.completion?.items.prefix(2) == ["application/vnd.mine", "application/json"])
  }

  @Test("what is complete is offered no more: Tab goes on, and so does Enter in any case")
  func notInTheWay() {
    var editor = editor(.cell(.fields, row: 1, .name))
    type("Accept", &editor)
    #expect(editor.completion == nil)
    _ = editor.perform(.next)
    #expect(editor.focus == .cell(.fields, row: 1, .value))
    _ = editor.perform(.focus(.cell(.fields, row: 1, .name)))
    type("-", &editor)
    #expect(editor.completion != nil)
    _ = editor.perform(.activate)
    #expect(editor.completion == nil)
    #expect(editor.text(of: .cell(.fields, row: 1, .name)) == "Accept-")
  }

  @Test("arrows mark another, which Tab, → and Enter take; above the first ↑ leaves the list")
  func marking() {
    for taking: RequestEditor.Command in [.next, .text(.move(.right)), .activate, .choose(1)] {
      var editor = editor(.cell(.fields, row: 1, .name))
      type("if-", &editor)
      let items = editor.completion?.items ?? []
      for _ in 0...items.count { #expect(editor.perform(.move(.down)).isEmpty) }
      #expect(editor.completion?.marked == items.count - 1)
      for _ in 1..<(items.count - 1) { _ = editor.perform(.move(.up)) }
      #expect(editor.completion?.marked == 1)
      #expect(editor.perform(taking) == [.draftChanged])
      #expect(editor.text(of: .cell(.fields, row: 1, .name)) == items[1])
      #expect(editor.completion == nil && editor.focus == .cell(.fields, row: 1, .name))
      _ = editor.perform(.text(.deleteBackward))
      _ = editor.perform(.move(.up))
      #expect(editor.completion == nil && editor.focus == .cell(.fields, row: 0, .name))
    }
  }

  @Test("with one word in the list the arrows go where they always go")
  func oneWord() {
    var editor = editor(.cell(.fields, row: 0, .name))
    type("x", &editor)
    _ = editor.perform(.text(.deleteToLineStart))
    type("if-mat", &editor)
    #expect(editor.completion?.items == ["If-Match"])
    _ = editor.perform(.move(.down))
    #expect(editor.completion == nil && editor.focus == .cell(.fields, row: 1, .name))
  }

  @Test("Esc closes the list and nothing else")
  func escape() {
    var editor = editor(.cell(.fields, row: 1, .name))
    type("con", &editor)
    let hasClosed = [editor.endSelection(), editor.endSelection()]
    #expect(hasClosed == [true, false])
  }

  @Test("in a URL → takes what was seen before, Tab goes on to the tabs")
  func urls() {
    var editor = editor(.url, .params)
    type("http://a/", &editor)
    #expect(editor.completion?.items == ["http://a/one", "http://a/two"])
    _ = editor.perform(.text(.move(.right)))
    #expect(editor.draft.url == "http://a/one")
    _ = editor.perform(.text(.deleteBackward))
    #expect(editor.completion != nil)
    _ = editor.perform(.next)
    #expect(editor.focus == .tabs)
    #expect(editor.draft.url == "http://a/on")
  }

  @Test("two braces offer variables, closed or not, also in a body")
  func variables() {
    var editor = editor(.url, .params)
    type("http://{{ho", &editor)
    #expect(editor.completion?.items == ["host}}", "hostile}}"])
    _ = editor.perform(.next)
    #expect(editor.focus == .tabs)
    _ = editor.perform(.focus(.url))
    type("s", &editor)
    _ = editor.perform(.text(.move(.right)))
    #expect(editor.draft.url == "http://{{host}}")
    _ = editor.perform(.setBodyKind(.text))
    _ = editor.perform(.show(.body))
    _ = editor.perform(.focus(.bodyText))
    type("{{", &editor)
    #expect(editor.completion?.items.count == 3)
    _ = editor.perform(.next)
    #expect(editor.draft.body == .text("{{host}}", contentType: nil))
  }
}
