import HTTPMessages
import Testing
import TextRopes
import Workspaces

@testable import Workbench

/// Bodies that are too large to be walked through with each key.
@Suite struct LargeBodyTests {
  private static let body = String(repeating: "{\"a\": 1},\n", count: 20_000)

  @Test("typing in a large body changes the draft, and undo makes it the saved request again")
  func typing() {
    var editor = RequestEditorTests.editor("http://a/") { $0.body = .json(Self.body) }
    _ = editor.perform(.show(.body))
    _ = editor.perform(.focus(.bodyText))
    _ = editor.perform(.text(.placeCursor(100_000)))
    #expect(editor.perform(.text(.insert("x"))) == [.draftChanged])
    #expect(editor.isModified)
    #expect(editor.text(of: .bodyText).utf8.count == Self.body.utf8.count + 1)
    _ = editor.perform(.text(.undo))
    #expect(!editor.isModified)
  }

  @Test("many raw bytes are checked by who prepares them, and are not forgotten while typing goes on")
  func manyRawBytes() {
    let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n"
    var editor = RequestEditorTests.editor("http://a/") { $0.rawBytes = Array((head + Self.body).utf8) }
    editor.take(RequestPreview(editor.rawEditor.rope), automaticFields: [])
    #expect(editor.status.severity != nil)
    let text = editor.status.text
    _ = editor.perform(.text(.move(.documentEnd)))
    _ = editor.perform(.text(.insert("x")))
    #expect(editor.draft.raw == editor.rawEditor.rope)
    #expect(editor.status.severity != nil && editor.status.text.count == text.count)
  }

  @Test("what was cut from a large text and put back shares its leaves, and a pasted CR LF is fitted")
  func cutting() {
    var editor = TextEditor(Self.body, mode: .multiLine)
    editor.perform(.placeCursor(Self.body.utf8.count / 2))
    editor.perform(.deleteToLineStart)
    editor.perform(.selectAll)
    editor.perform(.insertBytes(Array("a\r\nb".utf8)))
    #expect(editor.text == "a\nb")
    editor.perform(.undo)
    editor.perform(.undo)
    #expect(editor.rope == TextRope(Self.body))
  }
}
