import ContentCodings
import TestSupport
import Testing
import Workspaces

@testable import Workbench

@Suite struct RequestEditorTests {
  static func editor(_ url: String, _ change: (inout SavedRequest) -> Void = { _ in }) -> RequestEditor {
    var request = SavedRequest(name: "r", url: url)
    change(&request)
    return RequestEditor(saved: request)
  }

  static func type(_ text: String, into editor: inout RequestEditor) {
    for character in text { _ = editor.perform(.text(.insert(String(character)))) }
  }

  @Test("typing goes into the URL at first, and Enter there sends")
  func typing() {
    var editor = Self.editor("")
    Self.type("http://a/", into: &editor)
    #expect(editor.draft.url == "http://a/")
    #expect(editor.isModified)
    #expect(editor.inputContext == .requestText)
    let outcomes = editor.perform(.text(.newline))
    #expect(outcomes == [.sendRequested])
    _ = editor.perform(.text(.undo))
    #expect(!editor.isModified)
  }

  @Test("each control's text comes back with its cursor and its history")
  func editorsAreKept() {
    var editor = Self.editor("http://a/")
    Self.type("x", into: &editor)
    _ = editor.perform(.text(.move(.wordLeft)))
    _ = editor.perform(.previous)
    #expect(editor.focus == .method)
    _ = editor.perform(.next)
    Self.type("y", into: &editor)
    #expect(editor.draft.url == "http://a/yx")
    _ = editor.perform(.text(.undo))
    _ = editor.perform(.text(.undo))
    #expect(editor.draft.url == "http://a/")
  }

  @Test("arrows leave a text at its edges only")
  func arrows() {
    var editor = Self.editor("ab")
    _ = editor.perform(.move(.left))
    #expect(editor.focus == .url)
    _ = editor.perform(.move(.left))
    _ = editor.perform(.move(.left))
    #expect(editor.focus == .method)
    _ = editor.perform(.text(.move(.lineEnd)))
    Self.type("X", into: &editor)
    _ = editor.perform(.move(.right))
    #expect(editor.focus == .url)
    _ = editor.perform(.move(.down))
    #expect(editor.focus == .tabs)
    _ = editor.perform(.move(.right))
    #expect(editor.section == .headers)
    #expect(editor.focus == .tabs)
    _ = editor.perform(.move(.down))
    #expect(editor.focus == .cell(.fields, row: 0, .name))
  }

  @Test("a method comes from the list or from the keyboard")
  func method() {
    var editor = Self.editor("u")
    _ = editor.perform(.focus(.method))
    _ = editor.perform(.activate)
    #expect(editor.menu?.items.count == 10)
    #expect(editor.inputContext == .request)
    _ = editor.perform(.move(.down))
    _ = editor.perform(.move(.down))
    #expect(editor.perform(.activate) == [.draftChanged])
    #expect(editor.draft.method == "POST")
    #expect(editor.focusedEditor?.text == "POST")
    Self.type("X", into: &editor)
    #expect(editor.draft.method == "POSTX")
    _ = editor.perform(.activate)
    let ended = [editor.endSelection(), editor.endSelection()]
    #expect(ended == [true, false])
    #expect(editor.menu == nil)
  }

  @Test(
    "a curl command in the URL is handed on and leaves the draft alone", arguments: ["curl http://b/", " curl\t-v x\n"])
  func curl(_ text: String) {
    var editor = Self.editor("http://a/")
    #expect(editor.perform(.text(.insertBytes(Array(text.utf8)))) == [.curlPasted(text)])
    #expect(!editor.isModified)
    #expect(editor.perform(.text(.insertBytes(Array("curly".utf8)))) == [.draftChanged])
  }

  @Test("what was typed for another kind of body or credentials comes back with the kind")
  func kinds() {
    var editor = Self.editor("u")
    _ = editor.perform(.setBodyKind(.json))
    _ = editor.perform(.show(.body))
    _ = editor.perform(.focus(.bodyText))
    Self.type("{}", into: &editor)
    #expect(editor.inputContext == .requestLines)
    _ = editor.perform(.setBodyKind(.none))
    #expect(editor.focus == .tabs)
    _ = editor.perform(.setBodyKind(.text))
    _ = editor.perform(.setBodyKind(.json))
    #expect(editor.draft.body == .json("{}"))
    _ = editor.perform(.setBodyKind(.text))
    #expect(editor.draft.body == .text("{}", contentType: nil))
    _ = editor.perform(.setAuthKind(.bearer))
    _ = editor.perform(.show(.auth))
    _ = editor.perform(.focus(.token))
    Self.type("t", into: &editor)
    _ = editor.perform(.setAuthKind(.none))
    #expect(editor.perform(.text(.undo)) == [.draftChanged])
    #expect(editor.draft.auth == .bearer(token: "t"))
  }

  @Test("the compression of a body is chosen from a list, for each kind of body, and undone")
  func compression() {
    var editor = Self.editor("u")
    _ = editor.perform(.show(.body))
    #expect(!editor.formRows.flatMap(\.controls).contains(.bodyCoding), "there is nothing to compress")
    for kind in [RequestBody.Kind.text, .json, .form, .file] {
      _ = editor.perform(.setBodyKind(kind))
      #expect(editor.formRows.flatMap(\.controls).contains(.bodyCoding))
    }
    _ = editor.perform(.focus(.bodyCoding))
    #expect(editor.text(of: .bodyCoding) == "none")
    _ = editor.perform(.activate)
    #expect(editor.menu?.items == ["none", "gzip", "deflate", "br", "zstd"])
    #expect(editor.perform(.choose(4)) == [.draftChanged])
    #expect(editor.draft.options.contentCoding == .zstd)
    #expect(editor.text(of: .bodyCoding) == "zstd")
    #expect(editor.perform(.text(.undo)) == [.draftChanged])
    #expect(editor.draft.options.contentCoding == .identity)
  }

  @Test("options are switched and typed; a timeout that is no number is refused")
  func options() {
    var editor = Self.editor("u")
    _ = editor.perform(.show(.options))
    _ = editor.perform(.focus(.usesNewConnection))
    #expect(editor.perform(.text(.insert(" "))) == [.draftChanged])
    #expect(editor.draft.options.usesNewConnection)
    _ = editor.perform(.focus(.redirects))
    _ = editor.perform(.activate)
    #expect(editor.perform(.choose(2)) == [.draftChanged])
    #expect(editor.draft.options.redirects == .ask)
    _ = editor.perform(.focus(.addresses))
    _ = editor.perform(.activate)
    _ = editor.perform(.choose(1))
    #expect(editor.draft.options.addresses == .ipv4)
    _ = editor.perform(.focus(.socketPath))
    Self.type("/run/x", into: &editor)
    #expect(editor.draft.options.socketPath == "/run/x")
    _ = editor.perform(.focus(.limit(.idle)))
    guard case .problem? = editor.perform(.text(.insert("x"))).first else {
      Issue.record("a letter was taken")
      return
    }
    #expect(editor.draft.options.idleTimeoutMilliseconds == 60_000)
    _ = editor.perform(.text(.deleteBackward))
    _ = editor.perform(.text(.deleteBackward))
    #expect(editor.draft.options.idleTimeoutMilliseconds == 6000)
    _ = editor.perform(.setHTTPVersion(.http10))
    #expect(editor.draft.options.httpVersion == .http10)
  }

  @Test("a saved draft is no longer modified, and a new name modifies nothing")
  func saving() {
    var editor = Self.editor("u")
    Self.type("v", into: &editor)
    editor.markSaved(editor.draft)
    editor.rename("other")
    #expect(!editor.isModified)
    #expect(editor.draft.name == "other")
  }

  @Test("a click focuses and places the cursor, on a toggle it switches")
  func mouse() {
    var editor = Self.editor("http://漢字/?a=1")
    _ = editor.perform(.click(.url, TextPosition(line: 0, column: 10)))
    #expect(editor.focusedEditor?.cursor == 10)
    _ = editor.perform(.drag(TextPosition(line: 0, column: 7)))
    #expect(editor.perform(.copy) == [.copy(Array("漢".utf8))])
    _ = editor.perform(.doubleClick(.url, TextPosition(line: 0, column: 8)))
    #expect(editor.perform(.copy) == [.copy(Array("漢字".utf8))])
    _ = editor.perform(.click(.cell(.parameters, row: 0, .toggle), TextPosition(line: 0, column: 0)))
    #expect(editor.draft.url == "http://漢字/")
  }

  @Test("a request that takes the draft's place can be taken back and made again")
  func replacing() {
    var editor = Self.editor("http://a/")
    Self.type("x", into: &editor)
    editor.replaceDraft(SavedRequest(name: "r", method: "PUT", url: "http://b/"))
    #expect(editor.focusedEditor?.text == "http://b/")
    #expect(editor.perform(.text(.undo)) == [.draftChanged])
    #expect(editor.draft.url == "http://a/x")
    #expect(editor.perform(.text(.redo)) == [.draftChanged])
    #expect(editor.draft.method == "PUT")
  }

  @Test("keys pressed anywhere leave the focus on a control that there is", arguments: 0..<30)
  func randomCommands(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    var editor = Self.editor("http://a/?x=1&y=2#f") { request in
      request.fields = [NamedValue("A", "b"), NamedValue("C", "d", isEnabled: false)]
    }
    for _ in 0..<200 {
      let command = Self.command(&random)
      if Bool.random(using: &random) {
        editor.resize(columns: Int.random(in: 0...40, using: &random), rows: Int.random(in: 0...8, using: &random))
      }
      for outcome in editor.perform(command) where outcome == .draftChanged || outcome == .previewNeeded {
        let bytes = Array("\(editor.draft.method) \(editor.draft.url)\r\n\r\n".utf8)
        editor.take(
          RequestPreview(bytes: bytes), automaticFields: [AutomaticField("Host", "a"), AutomaticField("Accept", "*/*")])
      }
      let controls = editor.controls.flatMap { $0 }
      #expect(controls.contains(editor.focus), "\(command)")
      #expect(controls.count == Set(controls).count)
      #expect(editor.focusedEditor?.viewport.lines ?? 1 > 0)
      #expect(editor.firstRow >= 0 && editor.firstRow < editor.formRows.count)
      #expect(editor.isText == (editor.focusedEditor != nil), "\(command)")
      let limits = RequestLimit.allCases.map { RequestControl.limit($0) }
      if let text = editor.focusedEditor?.text, editor.focus != .raw, !limits.contains(editor.focus) {
        #expect(text == editor.text(of: editor.focus), "\(command)")
      }
      let inURL = RequestURL.parameters(of: editor.draft.url)
      let inTable = editor.parameters.rows.filter { $0.isEnabled && !$0.isBlank }
      #expect(inURL.filter { !$0.isBlank } == inTable, "\(command)")
      if !editor.isDetached { #expect(editor.rawEditor.rope == editor.preview.text) }
    }
  }

  private static func command(_ random: inout SplitMix) -> RequestEditor.Command {
    let texts = ["a", "&", "=", "#", "?", "é", "%", "+", " ", "1"]
    let tables = RequestTable.allCases
    switch Int.random(in: 0..<14, using: &random) {
    case 0...3: return .text(.insert(texts.randomElement(using: &random) ?? ""))
    case 4: return .text([.deleteBackward, .undo, .redo, .newline, .yank].randomElement(using: &random) ?? .undo)
    case 5: return .move(RequestEditor.Direction.allCases.randomElement(using: &random) ?? .up)
    case 6: return .text(.move(TextEditor.Motion.allCases.randomElement(using: &random) ?? .left))
    case 7: return [.next, .previous, .next].randomElement(using: &random) ?? .next
    case 8: return .show(RequestSection.allCases.randomElement(using: &random) ?? .body)
    case 9: return [.addRow, .deleteRow, .moveRowUp, .moveRowDown].randomElement(using: &random) ?? .addRow
    case 10: return [.toggle, .activate, .toggleRaw, .nextSection].randomElement(using: &random) ?? .toggle
    case 11: return .setBodyKind(RequestBody.Kind.allCases.randomElement(using: &random) ?? .none)
    case 12: return .setAuthKind(RequestAuth.Kind.allCases.randomElement(using: &random) ?? .none)
    default:
      let row = Int.random(in: 0..<4, using: &random)
      let column = RequestColumn.allCases.randomElement(using: &random) ?? .name
      return .focus(.cell(tables.randomElement(using: &random) ?? .fields, row: row, column))
    }
  }
}
