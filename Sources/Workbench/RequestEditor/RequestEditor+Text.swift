import TextRopes
import Workspaces

/// Typing into the text that has the focus, and the editors of the texts.
extension RequestEditor {
  /// The editor of a control's text, with its cursor and viewport; nil for controls that never had the focus.
  package func editor(of control: RequestControl) -> TextEditor? {
    control == .raw ? rawEditor : editors[control]
  }

  /// The editor of the text that has the focus; nil where the focus is on no text.
  package var focusedEditor: TextEditor? {
    isText ? editor(of: focus) : nil
  }

  /// Changes the focused text's editor; nil where the focus is on no text.
  @discardableResult
  mutating func editFocused<Result>(_ body: (inout TextEditor) -> Result) -> Result? {
    guard isText else { return nil }
    if focus == .raw { return body(&rawEditor) }
    guard var editor = editors[focus] else { return nil }
    // Taken out, so that its bytes are not copied at each key.
    editors[focus] = nil
    let result = body(&editor)
    editors[focus] = editor
    return result
  }

  mutating func type(_ command: TextEditor.Command) -> [Outcome] {
    guard case .text(let mode) = focus.kind else { return typeWithoutText(command) }
    if vi?.isTyping == true, command != .newline || mode != .singleLine {
      vi?.note(command)
      if vi?.mode == .replace, case .insert(let text) = command { return edited { $0.overwrite(text, &$1) } }
    }
    if command == .newline, mode == .singleLine { return activate() }
    if case .insertBytes(let bytes) = command, focus == .url, Self.isCurl(bytes) {
      return [.curlPasted(String(decoding: bytes, as: UTF8.self))]
    }
    if focus == .raw { return typeRaw(command) }
    if case .insertByte(let byte) = command, byte >= 0x80 {
      return [.problem("Only the raw bytes take a byte above 7F: show them first")]
    }
    if mode == .singleLine, case .move(let motion) = command, motion == .up || motion == .down {
      return moveFocus(motion == .up ? .up : .down)
    }
    if case .insertBytes(let bytes) = command, let outcomes = pasteFields(bytes) { return outcomes }
    let lastKills = kills
    let result = editFocused { editor in
      let (cursor, selection) = (editor.cursor, editor.selection)
      editor.kills = lastKills
      let changed = editor.perform(Self.textual(command))
      let stays = editor.cursor == cursor && editor.selection == selection
      return (changed: changed, stays: stays, kills: editor.kills)
    }
    kills = result?.kills ?? kills
    if result?.changed == true { return storeFocused() }
    if command == .undo { return undoPart() }
    if command == .redo { return redoPart() }
    if case .move(let motion) = command, let direction = Direction(leaving: motion), result?.stays == true {
      return moveFocus(direction)
    }
    return []
  }

  /// What a text's command means for a control without a text.
  private mutating func typeWithoutText(_ command: TextEditor.Command) -> [Outcome] {
    switch command {
    case .move(let motion), .extend(let motion): Direction(leaving: motion).map { moveFocus($0) } ?? []
    case .newline, .insert(" "): activate()
    case .deleteForward, .deleteBackward: deleteRow()
    case .undo: undoPart()
    case .redo: redoPart()
    case .insertBytes(let bytes) where Self.isCurl(bytes): [.curlPasted(String(decoding: bytes, as: UTF8.self))]
    case .insertBytes: [.problem("Go to a text to paste into it")]
    default: []
    }
  }

  /// The form's texts are saved as text: no command may leave a piece of a character.
  private static func textual(_ command: TextEditor.Command) -> TextEditor.Command {
    switch command {
    case .deleteByteBackward: .deleteBackward
    case .deleteByteForward: .deleteForward
    case .insertBytes(let bytes):
      isUTF8(bytes[...]) ? command : .insertBytes(Array(String(decoding: bytes, as: UTF8.self).utf8))
    default: command
    }
  }

  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  static func isCurl(_ bytes: [UInt8]) -> Bool {
    let text = bytes.drop { $0 <= 0x20 }
    return text.starts(with: Array("curl".utf8)) && text.dropFirst(4).first.map { $0 <= 0x20 } == true
  }

  // MARK: - Editors

  /// Gives the focused text its editor: the one that it had, where the text is still the same.
  mutating func openEditor() {
    if case .text(.singleLine) = focus.kind { openEditor(of: focus, mode: .singleLine) }
    // The body is drawn from its editor even while the focus is elsewhere.
    if section == .body, draft.body.kind == .text || draft.body.kind == .json {
      openEditor(of: .bodyText, mode: .multiLine)
    }
    fitEditors()
  }

  private mutating func openEditor(of control: RequestControl, mode: TextEditor.Mode) {
    let text = control == .bodyText ? textOfBody : TextRope(text(of: control))
    if editors[control]?.rope != text { editors[control] = TextEditor(text, mode: mode) }
  }

  mutating func fitEditors() {
    let layout = self.layout
    rawEditor.wraps = wrapsLines
    rawEditor.resize(lines: layout.rawRows, columns: layout.columns)
    for control in Set([focus, .bodyText]) where control != .raw {
      guard var editor = editors.removeValue(forKey: control) else { continue }
      let room = layout.room(of: control, rowsAbove: formRows.prefix { !$0.controls.contains(control) }.count)
      editor.wraps = wrapsLines
      editor.isJSON = control == .bodyText && draft.body.kind == .json
      editor.resize(lines: room.lines, columns: room.columns)
      editors[control] = editor
    }
    followFocus()
  }
}
