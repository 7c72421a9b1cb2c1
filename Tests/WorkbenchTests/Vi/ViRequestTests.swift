import Testing
import Workspaces

@testable import Workbench

/// vi's keys in the request pane.
@Suite struct ViRequestTests {
  private func editor(_ body: String) -> RequestEditor {
    var editor = RequestEditorTests.editor("http://a/") { $0.body = .json(body) }
    editor.setKeys(.vi)
    return editor
  }

  private func press(_ keys: String, _ editor: inout RequestEditor) -> [RequestEditor.Outcome] {
    keys.unicodeScalars.flatMap { scalar in
      editor.perform(editor.inputContext == .requestVi ? .vi(scalar) : .text(.insert(String(scalar))))
    }
  }

  @Test("a line begins ready to type, a text of many lines does not")
  func modes() {
    var editor = editor("{}")
    #expect(editor.inputContext == .requestText)
    #expect(press("x", &editor) == [.draftChanged])
    let hasEnded = [editor.endSelection(), editor.endSelection()]
    #expect(hasEnded == [true, false])
    #expect(editor.inputContext == .requestVi)
    _ = editor.perform(.show(.body))
    _ = editor.perform(.focus(.bodyText))
    #expect(editor.inputContext == .requestVi)
    #expect(press("x", &editor) == [.draftChanged])
    #expect(editor.draft.body == .json("}"))
    #expect(press("ia", &editor) == [.draftChanged])
    #expect(editor.inputContext == .requestLines)
    _ = editor.endSelection()
    #expect(press("u", &editor) == [.draftChanged])
    #expect(editor.draft.body == .json("}"))
    editor.setKeys(.readline)
    #expect(editor.inputContext == .requestLines)
  }

  @Test("up, down and Enter leave a single line, and what was yanked goes along")
  func leaving() {
    var editor = editor("one")
    _ = editor.endSelection()
    _ = press("yy", &editor)
    _ = press("j", &editor)
    #expect(editor.focus == .tabs)
    _ = editor.perform(.move(.up))
    _ = editor.endSelection()
    #expect(editor.perform(.vi("\n")) == [.sendRequested])
    _ = editor.perform(.show(.body))
    _ = editor.perform(.focus(.bodyText))
    _ = press("p", &editor)
    #expect(editor.text(of: .bodyText) == "one\nhttp://a/")
  }

  @Test("a line of commands saves and leaves, and says what it does not know")
  func lines() {
    var editor = editor("a\na")
    _ = editor.perform(.show(.body))
    _ = editor.perform(.focus(.bodyText))
    #expect(press(":w\n", &editor) == [.run(.save)])
    #expect(press(":wq\n", &editor) == [.run(.save), .run(.quit)])
    #expect(press(":%s/a/b/\n", &editor) == [.draftChanged])
    #expect(editor.text(of: .bodyText) == "b\nb")
    #expect(press("u", &editor) == [.draftChanged])
    #expect(editor.text(of: .bodyText) == "a\na")
    guard case .problem? = press(":make\n", &editor).first else {
      Issue.record("nothing was said")
      return
    }
  }

  @Test("a key that changes raw bytes makes them the request, and one that only moves does not")
  func rawBytes() {
    var editor = editor("{}")
    editor.take(RequestPreview(bytes: Array("GET / HTTP/1.1\r\n\r\n".utf8)), automaticFields: [])
    _ = editor.perform(.showRaw)
    #expect(press("w", &editor).isEmpty)
    #expect(!editor.isDetached)
    #expect(press("dw", &editor) == [.draftChanged])
    #expect(editor.isDetached)
    #expect(press("u", &editor) == [.draftChanged])
    #expect(!editor.isDetached)
  }
}
