import ContentCodings
import Workspaces

/// The way in: each command goes to the part of the editor that it is about.
extension RequestEditor {
  /// Does what a key or the mouse asks for; what the workbench has to do then, in order.
  package mutating func perform(_ command: Command) -> [Outcome] {
    if menu != nil, let outcomes = performInMenu(command) { return outcomes }
    if let outcomes = performWhileCompleting(command) { return outcomes }
    switch command {
    case .text(let command):
      let outcomes = type(command)
      switch command {
      case .insert, .deleteBackward: if !outcomes.isEmpty { suggest() }
      default: break
      }
      return outcomes
    case .next: step(by: 1)
    case .previous: step(by: -1)
    case .move(let direction):
      return isText ? type(.move(direction.motion)) : moveFocus(direction)
    case .activate: return activate()
    case .toggle: return toggle()
    case .addRow: return addRow()
    case .deleteRow: return deleteRow()
    case .moveRowUp: return moveRow(by: -1)
    case .moveRowDown: return moveRow(by: 1)
    case .focus(let control): setFocus(control)
    case .click(let control, let position): return click(control, position)
    case .doubleClick(let control, let position):
      guard case .text = control.kind else { return [] }
      setFocus(control)
      if control == .method { return activate() }
      editFocused { $0.perform(.selectWord($0.offset(inViewport: position))) }
    case .drag(let position): editFocused { $0.perform(.extendTo($0.offset(inViewport: position))) }
    case .showForm: return show(raw: false)
    case .showRaw: return show(raw: true)
    case .toggleRaw: return show(raw: !isRaw)
    case .show(let section): return show(section)
    case .nextSection: return stepSection(by: 1)
    case .previousSection: return stepSection(by: -1)
    case .setMethod(let method): return setText(method, of: .method, rememberingPart: .method(draft.method))
    case .setBodyKind(let kind): return setBodyKind(kind)
    case .setBodyCoding(let coding): return setOption(\.contentCoding, coding)
    case .setAuthKind(let kind): return setAuthKind(kind)
    case .setHTTPVersion(let version): return setOption(\.httpVersion, version)
    case .choose: break
    case .layOutJSON(let isMinified):
      switch draft.body {
      case .json(let text), .text(let text, _): return [.layoutRequested(text, isMinified: isMinified)]
      case .none, .form, .file: return [.problem("Only a body of JSON can be laid out: choose that kind under Body")]
      }
    case .editExternally: return editExternally()
    case .vi(let key): return typeVi(key)
    case .copy: return copy()
    case .cut: return focusedEditor?.selection == nil ? copy() : copy() + type(.deleteSelection)
    case .scroll(let lines): scroll(by: lines)
    case .askForByte: return focus == .raw ? [.hexByteRequested] : [.problem("Show the raw bytes to insert a byte")]
    case .backToForm: return backToForm()
    }
    return []
  }

  private mutating func setOption<Value>(
    _ path: WritableKeyPath<RequestOptions, Value>, _ value: Value
  ) -> [Outcome] {
    remember(.options(draft.options))
    draft.options[keyPath: path] = value
    return changed()
  }

  var isText: Bool {
    if case .text = focus.kind { true } else { false }
  }

  /// The draft is another: what it made before no longer holds.
  mutating func changed() -> [Outcome] {
    isPreviewCurrent = false
    return [.draftChanged]
  }

  private mutating func copy() -> [Outcome] {
    guard let editor = focusedEditor else { return [.problem("Go to a text to copy from it")] }
    // Without a selection a line is copied whole: a field's value, the URL.
    let bytes = editor.selection == nil && editor.mode == .singleLine ? editor.bytes : editor.selectedBytes
    return bytes.isEmpty ? [.problem("Select something to copy first")] : [.copy(bytes)]
  }

  private mutating func scroll(by lines: Int) {
    switch focus.kind {
    case .text(.multiLine), .text(.bytes): editFocused { $0.scroll(by: lines) }
    default: firstRow = max(0, min(firstRow + lines, formRows.count - layout.contentRows))
    }
  }

  private mutating func click(_ control: RequestControl, _ position: TextPosition) -> [Outcome] {
    menu = nil
    setFocus(control)
    switch control.kind {
    case .text:
      editFocused { $0.perform(.placeCursor($0.offset(inViewport: position))) }
      return []
    case .toggle: return toggle()
    case .choice: return activate()
    case .tabs: return []
    }
  }
}

extension RequestEditor.Direction {
  var motion: TextEditor.Motion {
    switch self {
    case .up: .up
    case .down: .down
    case .left: .left
    case .right: .right
    }
  }

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
