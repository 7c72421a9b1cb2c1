import Testing
import TextRopes
import Workspaces

@testable import Workbench

@Suite struct RawBytesTests {
  private let head = Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)

  private func rawEditor() -> RequestEditor {
    var editor = RequestEditorTests.editor("http://a/")
    editor.take(RequestPreview(bytes: head), automaticFields: [])
    _ = editor.perform(.showRaw)
    return editor
  }

  @Test("until its first edit the raw view follows the form")
  func preview() {
    var editor = rawEditor()
    #expect(editor.rawEditor.bytes == head)
    #expect(editor.status.text == "✓ 27 bytes, well formed")
    _ = editor.perform(.setHTTPVersion(.http2))
    #expect(editor.status.text == "✓ 27 bytes, well formed; goes as HTTP/2 frames")
    _ = editor.perform(.setHTTPVersion(.http11))
    editor.take(RequestPreview(bytes: head), automaticFields: [])
    #expect(!editor.isDetached)
    _ = editor.perform(.text(.move(.down)))
    _ = editor.perform(.toggleRaw)
    _ = editor.perform(.focus(.method))
    #expect(editor.perform(.setMethod("PUT")) == [.draftChanged])
    #expect(editor.bytesToSend == nil)
    #expect(editor.perform(.toggleRaw) == [.previewNeeded])
    let other = Array("PUT / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
    editor.take(RequestPreview(bytes: other), automaticFields: [])
    #expect(editor.rawEditor.bytes == other)
    #expect(editor.rawCursor == 16)
    #expect(editor.bytesToSend == other)
  }

  @Test("the first edit detaches, and the form no longer changes the bytes")
  func detaching() {
    var editor = rawEditor()
    #expect(editor.inputContext == .requestBytes)
    #expect(editor.perform(.text(.insert("{{"))) == [.draftChanged])
    let edited = Array("{{".utf8) + head
    #expect(editor.draft.rawBytes == edited)
    editor.take(RequestPreview(bytes: head), automaticFields: [])
    #expect(editor.bytesToSend == edited)
    #expect(editor.perform(.backToForm) == [.backToFormRequested(edited)])
    editor.showForm(SavedRequest(name: "r", url: "http://b/"))
    #expect(!editor.isDetached)
    #expect(!editor.isRaw)
    #expect(editor.draft.url == "http://b/")
    _ = editor.perform(.text(.undo))
    #expect(editor.draft.rawBytes == edited)
    #expect(editor.isRaw)
  }

  @Test("what is for a proxy alone is seen in the preview and never becomes the draft's")
  func proxyFields() {
    let field = Array("Proxy-Authorization: Basic c2VjcmV0\r\n".utf8)
    let routed = Array(head.dropLast(2)) + field + head.suffix(2)
    let preview = RequestPreview(bytes: routed, proxyFields: 25..<25 + field.count)
    for (cursor, edited) in [(0, 0), (40, 25), (routed.count, 27)] {
      var editor = rawEditor()
      editor.take(preview, automaticFields: [])
      #expect(editor.rawEditor.bytes == routed)
      _ = editor.perform(.text(.placeCursor(cursor)))
      #expect(!editor.isDetached)
      let outcomes = editor.perform(.text(.insert("X")))
      #expect(outcomes.count == 2 && outcomes.first == .draftChanged)
      var wanted = head
      wanted.insert(UInt8(ascii: "X"), at: edited)
      #expect(editor.draft.rawBytes == wanted)
      _ = editor.perform(.text(.undo))
      #expect(!editor.isDetached)
      editor.take(preview, automaticFields: [])
      #expect(editor.rawEditor.bytes == routed)
    }
  }

  @Test("neither another editor, nor replacing, nor vi lets it into the draft")
  func proxyFieldsElsewhere() throws {
    let field = Array("Proxy-Authorization: Basic c2VjcmV0\r\n".utf8)
    let routed = Array(head.dropLast(2)) + field + head.suffix(2)
    func shown() -> RequestEditor {
      var editor = rawEditor()
      editor.take(RequestPreview(bytes: routed, proxyFields: 25..<25 + field.count), automaticFields: [])
      return editor
    }
    var editor = shown()
    guard case .externalEditRequested(.raw, let handed, ending: _) = editor.perform(.editExternally).first else {
      Issue.record("nothing was handed out")
      return
    }
    #expect(handed.bytes == head)
    #expect(editor.takeEdited(.raw, handed, handed) == [] && !editor.isDetached)
    #expect(editor.rawEditor.bytes == routed)
    _ = editor.takeEdited(.raw, handed, TextRope(head + [0x58]))
    #expect(editor.draft.rawBytes == head + [0x58])

    editor = shown()
    _ = try editor.find(TextSearch(pattern: "\r\n"), from: 62)
    _ = try editor.replaceMatch(with: "\n")
    #expect(editor.draft.rawBytes == Array(head.dropLast(2)) + [0x0A])
    editor = shown()
    _ = try editor.find(TextSearch(pattern: "proxy"), from: 0)
    #expect(try editor.replaceAll(with: "x").outcomes == [] && !editor.isDetached)
    #expect(editor.rawEditor.bytes == routed)

    editor = shown()
    editor.setKeys(.vi)
    _ = editor.perform(.text(.placeCursor(0)))
    for key in "2x" { _ = editor.perform(.vi(key.unicodeScalars.first ?? " ")) }
    #expect(editor.draft.rawBytes == Array(head.dropFirst(2)))
    for key in "u" { _ = editor.perform(.vi(key.unicodeScalars.first ?? " ")) }
    #expect(!editor.isDetached)
  }

  @Test(
    "the form shows only when it is the request",
    arguments: [.toggleRaw, .showForm, .show(.body)] as [RequestEditor.Command])
  func formOfDetached(_ command: RequestEditor.Command) {
    var editor = rawEditor()
    _ = editor.perform(.text(.insert("X")))
    #expect(editor.perform(command) == [.backToFormRequested(Array("X".utf8) + head)])
    #expect(editor.isRaw)
  }

  @Test("undone to the preview, the bytes are the form's again")
  func undoAttaches() {
    var editor = rawEditor()
    _ = editor.perform(.text(.insertByte(0xFF)))
    #expect(editor.isDetached)
    editor.take(RequestPreview(bytes: editor.rawEditor.bytes), automaticFields: [])
    #expect(editor.perform(.text(.undo)) == [.draftChanged])
    #expect(!editor.isDetached)
    #expect(!editor.isModified)
  }

  @Test("a form that makes no bytes, or not all of them, cannot be detached")
  func refusals() {
    let previews = [RequestPreview(problem: "There is no variable x."), RequestPreview(bytes: head, missingBytes: 9)]
    for preview in previews {
      var editor = RequestEditorTests.editor("http://{{x}}/")
      editor.take(preview, automaticFields: [])
      _ = editor.perform(.showRaw)
      guard case .problem? = editor.perform(.text(.insert("a"))).first else {
        Issue.record("the edit was taken")
        return
      }
      #expect(!editor.isDetached)
      #expect(editor.rawEditor.rope == preview.text)
    }
    var editor = RequestEditorTests.editor("http://{{x}}/")
    editor.take(previews[0], automaticFields: [])
    #expect(editor.status.text == "✗ There is no variable x.")
  }

  @Test("each keystroke is checked, with the rule that it breaks")
  func status() {
    var editor = rawEditor()
    _ = editor.perform(.text(.move(.documentEnd)))
    _ = editor.perform(.text(.deleteBackward))
    _ = editor.perform(.text(.deleteBackward))
    #expect(editor.status.severity != nil)
    #expect(editor.status.text.hasPrefix("✗ 25 bytes: "))
    #expect(editor.status.text.contains("[RFC 9112 §"))
    _ = editor.perform(.text(.newline))
    #expect(editor.status.text == "✓ 27 bytes, well formed")
  }

  @Test("a saved request with bytes opens raw and stays so")
  func savedRaw() {
    var editor = RequestEditorTests.editor("") { $0.rawBytes = [0x47, 0xFF] }
    #expect(editor.isRaw)
    #expect(editor.focus == .raw)
    #expect(editor.bytesToSend == [0x47, 0xFF])
    _ = editor.perform(.text(.insert("a")))
    _ = editor.perform(.text(.undo))
    #expect(editor.draft.rawBytes == [0x47, 0xFF])
    #expect(!editor.isModified)
  }
}
