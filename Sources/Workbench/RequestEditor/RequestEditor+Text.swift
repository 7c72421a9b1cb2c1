import Workspaces

/// The texts of the form, and typing into the one that has the focus.
extension RequestEditor {
  /// The editor of a control's text, with its cursor and viewport; nil for controls that never had the focus.
  package func editor(of control: RequestControl) -> TextEditor? {
    control == .raw ? rawEditor : editors[control]
  }

  package var focusedEditor: TextEditor? {
    isText ? editor(of: focus) : nil
  }

  /// Changes the focused text's editor; true when the text changed.
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
    let before = focusedEditor
    let lastKilled = killed
    let editor = editFocused { editor in
      editor.killed = Array(String(decoding: lastKilled, as: UTF8.self).utf8)
      let changed = editor.perform(Self.textual(command))
      return (changed: changed, killed: editor.killed)
    }
    killed = editor?.killed ?? killed
    if editor?.changed == true { return storeFocused() }
    if command == .undo { return restorePart() }
    if case .move(let motion) = command, let direction = Direction(leaving: motion), before == focusedEditor {
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
    case .undo: restorePart()
    default: []
    }
  }

  /// The form's texts are saved as text: no command may leave a piece of a character.
  private static func textual(_ command: TextEditor.Command) -> TextEditor.Command {
    switch command {
    case .deleteByteBackward: .deleteBackward
    case .deleteByteForward: .deleteForward
    case .insertBytes(let bytes): .insertBytes(Array(String(decoding: bytes, as: UTF8.self).utf8))
    default: command
    }
  }

  static func isCurl(_ bytes: [UInt8]) -> Bool {
    let text = bytes.drop { $0 <= 0x20 }
    return text.starts(with: Array("curl".utf8)) && text.dropFirst(4).first.map { $0 <= 0x20 } == true
  }

  // MARK: - The draft's texts

  /// A control's text in the draft.
  package func text(of control: RequestControl) -> String {
    switch control {
    case .method: draft.method
    case .url: draft.url
    case .cell(let table, let row, let column):
      switch column {
      case .toggle: ""
      case .name: entries(of: table)[safe: row]?.name ?? ""
      case .value: entries(of: table)[safe: row]?.value ?? ""
      }
    case .bodyText:
      switch draft.body {
      case .text(let text, _), .json(let text): text
      case .none, .form, .file: ""
      }
    case .bodyContentType:
      switch draft.body {
      case .text(_, let type), .file(_, let type): type ?? ""
      case .none, .json, .form: ""
      }
    case .bodyPath: if case .file(let path, _) = draft.body { path } else { "" }
    case .user: if case .basic(let user, _) = draft.auth { user } else { "" }
    case .password: if case .basic(_, let password) = draft.auth { password } else { "" }
    case .token: if case .bearer(let token) = draft.auth { token } else { "" }
    case .connectTimeout: String(draft.options.connectTimeoutMilliseconds)
    case .idleTimeout: String(draft.options.idleTimeoutMilliseconds)
    case .bodyKind: Self.title(of: draft.body.kind)
    case .authKind: Self.title(of: draft.auth.kind)
    case .httpVersion: "HTTP/" + draft.options.httpVersion.rawValue
    case .tabs, .followsRedirects, .verifiesCertificates, .usesNewConnection, .raw: ""
    }
  }

  /// Puts the focused editor's text into the draft.
  mutating func storeFocused() -> [Outcome] {
    guard let text = focusedEditor?.text else { return [] }
    return store(text, to: focus)
  }

  /// Puts a text into the draft and its control's editor.
  mutating func setText(_ text: String, of control: RequestControl, rememberingPart part: Part) -> [Outcome] {
    remember(part)
    editors[control]?.setBytes(Array(text.utf8))
    return store(text, to: control)
  }

  private mutating func store(_ text: String, to control: RequestControl) -> [Outcome] {
    switch control {
    case .method: draft.method = text
    case .url:
      draft.url = text
      parameters.read(text)
      draft.disabledParameters = parameters.disabled
    case .cell(let table, let row, let column): store(text, to: table, row: row, column: column)
    case .bodyText:
      switch draft.body {
      case .text(_, let type): draft.body = .text(text, contentType: type)
      case .json: draft.body = .json(text)
      case .none, .form, .file: break
      }
    case .bodyContentType:
      let type = text.isEmpty ? nil : text
      switch draft.body {
      case .text(let body, _): draft.body = .text(body, contentType: type)
      case .file(let path, _): draft.body = .file(path: path, contentType: type)
      case .none, .json, .form: break
      }
    case .bodyPath:
      if case .file(_, let type) = draft.body { draft.body = .file(path: text, contentType: type) }
    case .user:
      if case .basic(_, let password) = draft.auth { draft.auth = .basic(user: text, password: password) }
    case .password:
      if case .basic(let user, _) = draft.auth { draft.auth = .basic(user: user, password: text) }
    case .token: draft.auth = .bearer(token: text)
    case .connectTimeout, .idleTimeout: return storeTimeout(text, to: control)
    case .tabs, .bodyKind, .authKind, .httpVersion, .followsRedirects, .verifiesCertificates, .usesNewConnection, .raw:
      return []
    }
    return changed()
  }

  private mutating func storeTimeout(_ text: String, to control: RequestControl) -> [Outcome] {
    let isNumber = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard isNumber, let milliseconds = Int(text), milliseconds <= 86_400_000 else {
      return [.problem("A timeout is a number of milliseconds, at most 86400000 (a day)")]
    }
    if control == .connectTimeout {
      guard milliseconds > 0 else { return [.problem("A connect timeout is at least 1 millisecond")] }
      draft.options.connectTimeoutMilliseconds = milliseconds
    } else {
      draft.options.idleTimeoutMilliseconds = milliseconds
    }
    return changed()
  }

  // MARK: - Editors

  /// Gives the focused text its editor: the one that it had, where the text is still the same.
  mutating func openEditor() {
    guard case .text(let mode) = focus.kind else { return }
    if focus != .raw {
      let bytes = Array(text(of: focus).utf8)
      if editors[focus]?.bytes != bytes { editors[focus] = TextEditor(bytes, mode: mode) }
    }
    fitEditors()
  }

  mutating func fitEditors() {
    let layout = self.layout
    rawEditor.resize(lines: layout.rawRows, columns: layout.columns)
    guard focus != .raw else { return }
    let room = layout.room(of: focus, rowsAbove: formRows.prefix { !$0.controls.contains(focus) }.count)
    editFocused { $0.resize(lines: room.lines, columns: room.columns) }
    followFocus()
  }
}

extension RequestEditor.Direction {
  /// The direction in which a movement leaves a text that it cannot move in any more.
  init?(leaving motion: TextEditor.Motion) {
    switch motion {
    case .left: self = .left
    case .right: self = .right
    case .up: self = .up
    case .down: self = .down
    default: return nil
    }
  }
}

extension Array {
  /// The element at an index that may be outside.
  subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
