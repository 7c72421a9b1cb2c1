import Testing
import Workspaces

@testable import Workbench

@Suite struct RequestTablesTests {
  private func type(_ text: String, into editor: inout RequestEditor) {
    RequestEditorTests.type(text, into: &editor)
  }

  @Test("parameters stand in the URL; editing one rewrites the other")
  func parametersAndURL() {
    var editor = RequestEditorTests.editor("http://{{host}}/p?a=1&b=%41#f") {
      $0.disabledParameters = [NamedValue("c", "3")]
    }
    #expect(editor.sections.map(\.text).first == "Params 2")
    _ = editor.perform(.focus(.cell(.parameters, row: 0, .value)))
    type("&é {{v}}", into: &editor)
    #expect(RequestURL.parameters(of: editor.draft.url).map(\.value) == ["1&é {{v}}", "A"])
    #expect(editor.draft.url.hasSuffix("&b=%41#f"))
    #expect(editor.draft.url.contains("{{v}}"))
    _ = editor.perform(.focus(.url))
    _ = editor.perform(.text(.selectAll))
    type("/?z=9", into: &editor)
    let rows = editor.parameters.rows
    #expect(rows == [NamedValue("z", "9"), NamedValue("c", "3", isEnabled: false)])
    #expect(editor.draft.disabledParameters == [NamedValue("c", "3", isEnabled: false)])
  }

  @Test("a parameter that is switched off leaves the URL and keeps its place")
  func switchingParameters() {
    var editor = RequestEditorTests.editor("/?a=1&b=2&c=3")
    _ = editor.perform(.focus(.cell(.parameters, row: 1, .toggle)))
    _ = editor.perform(.toggle)
    #expect(editor.draft.url == "/?a=1&c=3")
    #expect(editor.draft.disabledParameters == [NamedValue("b", "2", isEnabled: false)])
    _ = editor.perform(.toggle)
    #expect(editor.draft.url == "/?a=1&b=2&c=3")
    #expect(!editor.isModified)
  }

  @Test("the last row makes a new entry; Enter goes on from name to value to the next name")
  func newRow() {
    var editor = RequestEditorTests.editor("/")
    _ = editor.perform(.show(.headers))
    #expect(editor.focus == .cell(.fields, row: 0, .name))
    #expect(editor.formRows.map(\.isNew) == [true])
    type("A", into: &editor)
    _ = editor.perform(.text(.newline))
    type("1", into: &editor)
    _ = editor.perform(.text(.newline))
    #expect(editor.focus == .cell(.fields, row: 1, .name))
    #expect(editor.draft.fields == [NamedValue("A", "1")])
    #expect(editor.formRows.map(\.isNew) == [false, true])
  }

  @Test("rows are added, moved, deleted, and all of it can be undone")
  func rowCommands() {
    let start = ["a", "b", "c"].map { NamedValue($0, "") }
    var editor = RequestEditorTests.editor("/") { $0.fields = start }
    _ = editor.perform(.show(.headers))
    _ = editor.perform(.focus(.cell(.fields, row: 1, .name)))
    _ = editor.perform(.moveRowUp)
    #expect(editor.focus == .cell(.fields, row: 0, .name))
    #expect(editor.draft.fields.map(\.name) == ["b", "a", "c"])
    _ = editor.perform(.addRow)
    #expect(editor.focus == .cell(.fields, row: 1, .name))
    #expect(editor.draft.fields.map(\.name) == ["b", "", "a", "c"])
    _ = editor.perform(.focus(.cell(.fields, row: 3, .toggle)))
    _ = editor.perform(.toggle)
    #expect(editor.draft.fields.last == NamedValue("c", "", isEnabled: false))
    _ = editor.perform(.deleteRow)
    #expect(editor.focus == .cell(.fields, row: 3, .name))
    for _ in 0..<4 { _ = editor.perform(.text(.undo)) }
    #expect(editor.draft.fields == start)
  }

  @Test("an automatic field is dropped, brought back, and changed into the user's own")
  func automaticFields() {
    var editor = RequestEditorTests.editor("/")
    let automatic = [AutomaticField("Host", "a"), AutomaticField("Accept", "*/*")]
    editor.take(RequestPreview(bytes: []), automaticFields: automatic)
    _ = editor.perform(.show(.headers))
    #expect(editor.sections.map(\.text)[1] == "Headers 2")
    _ = editor.perform(.focus(.cell(.automaticFields, row: 1, .value)))
    _ = editor.perform(.toggle)
    #expect(editor.draft.droppedAutomaticFields == ["accept"])
    #expect(editor.formRows.map(\.isEnabled) == [true, true, false])
    _ = editor.perform(.toggle)
    #expect(editor.draft.droppedAutomaticFields.isEmpty)
    _ = editor.perform(.focus(.cell(.automaticFields, row: 0, .value)))
    #expect(editor.perform(.text(.insert("b"))) == [.draftChanged])
    type("c", into: &editor)
    #expect(editor.draft.fields == [NamedValue("Host", "abc")])
    #expect(editor.focus == .cell(.fields, row: 0, .value))
    #expect(editor.formRows.map(\.isAutomatic) == [false, false, true])
    _ = editor.perform(.deleteRow)
    #expect(editor.formRows.map(\.isAutomatic) == [false, true, true])
  }

  @Test("pasted header lines become rows, other text stays one value")
  func pastedFields() {
    var editor = RequestEditorTests.editor("/") { $0.fields = [NamedValue("Z", "0")] }
    _ = editor.perform(.show(.headers))
    _ = editor.perform(.focus(.cell(.fields, row: 1, .name)))
    _ = editor.perform(.text(.insertBytes(Array("A: b\rC:  d:e \r\n".utf8))))
    #expect(editor.draft.fields == [NamedValue("Z", "0"), NamedValue("A", "b"), NamedValue("C", "d:e")])
    #expect(editor.focus == .cell(.fields, row: 3, .name))
    _ = editor.perform(.text(.insertBytes(Array("two words: x\ny".utf8))))
    #expect(editor.draft.fields.last == NamedValue("two words: x y", ""))
  }

  @Test("the form scrolls to the focused row")
  func scrolling() {
    var editor = RequestEditorTests.editor("/") { $0.fields = (0..<20).map { NamedValue("f\($0)", "") } }
    editor.resize(columns: 60, rows: 6)
    _ = editor.perform(.show(.headers))
    _ = editor.perform(.focus(.cell(.fields, row: 10, .name)))
    #expect(editor.firstRow == 7)
    _ = editor.perform(.focus(.cell(.fields, row: 2, .name)))
    #expect(editor.firstRow == 2)
  }
}
