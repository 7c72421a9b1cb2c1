import Documents
import Workspaces

/// Selecting in the headers and the body, and copying and saving what is selected.
extension Workbench {
  mutating func performOnSelection(_ command: Command) -> [Effect] {
    switch command {
    case .startSelection: select(isOnByte ? .bytes : .characters)
    case .selectRows: select(.rows)
    case .selectLeft: return extend(.moveLeft)
    case .selectRight: return extend(.moveRight)
    case .selectUp: return extend(.moveUp)
    case .selectDown: return extend(.moveDown)
    case .swapSelectionEnds:
      guard isReading else { return [] }
      return [viewer[focus].swapEnds()].compactMap { $0.map(Effect.window) }
    case .copy: return copy()
    case .copyValue: return copyValue()
    case .copyBody: return viewer.exchange.map { [.copyBody($0, as: viewer.shownBytes)] } ?? []
    case .saveBody: askWhereToSave()
    default: break
    }
    return []
  }

  mutating func endSelections() {
    viewer.headers.endSelection()
    viewer.body.endSelection()
  }

  /// Whether the focus is on rows in which something can be selected.
  private var isReading: Bool { focus == .headers || focus == .body && !viewer.isWithoutRows }

  /// Whether the cursor is on a byte among others.
  private var isOnByte: Bool { focus == .body && viewer.hasByteCursor && viewer.body.rowAtCursor?.cells != nil }

  private mutating func select(_ unit: DocumentPane.Unit) {
    guard isReading else {
      message = .note("Nothing can be selected here")
      return
    }
    viewer[focus].select(unit)
  }

  /// Selects from where the cursor is to where a movement leads.
  private mutating func extend(_ movement: Command) -> [Effect] {
    guard isReading else { return [] }
    if !viewer[focus].hasSelection { select(isOnByte ? .bytes : .characters) }
    return moveInResponse(movement)
  }

  private mutating func copy() -> [Effect] {
    if focus != .headers, viewer.view == .note {
      guard let note = editor?.draft.note, !note.isEmpty else { return [] }
      return [.copy(Array(note.utf8), what: "the note")]
    }
    let pane = viewer[focus]
    guard let key = pane.key, !viewer.isWithoutRows || focus == .headers else { return [] }
    if case .byte? = pane.anchor {
      guard let bytes = pane.selectedBytes else {
        message = .note("Go to a byte of the direction in which the selection began")
        return []
      }
      askHowToCopy(bytes)
      return []
    }
    return [.copyText(pane.selection ?? DocumentSelection(rows: pane.cursor...pane.cursor), key)]
  }

  private mutating func askHowToCopy(_ bytes: ByteReference) {
    let what = bytes.range.count == 1 ? "the byte" : "\(bytes.range.count) bytes"
    var options = ByteForm.allCases.map { Choice.Option(title: $0.title, answer: .copyBytes(bytes, $0)) }
    options.append(Choice.Option(title: "Save them to a file", answer: .saveBytes(bytes)))
    options.append(Choice.Option(title: "Cancel", answer: .cancel))
    popup = .choice(Choice(title: "Copy \(what)", lines: ["As what are they to be copied?"], options: options))
  }

  /// The field's value, or the value of JSON that begins in the row or is closed there.
  private mutating func copyValue() -> [Effect] {
    let pane = viewer[focus]
    if focus == .headers, let key = pane.key, let row = pane.rowAtCursor {
      guard let value = row.spans.first(where: { $0.role == .fieldValue })?.range else {
        message = .note("Go to a field to copy its value")
        return []
      }
      return [
        .copyText(
          DocumentSelection(
            start: .init(row: pane.cursor, offset: value.lowerBound),
            end: .init(row: pane.cursor, offset: value.upperBound)), key)
      ]
    }
    guard focus == .body, viewer.view == .pretty, let key = pane.key else {
      message = .note("A value is known of JSON in the pretty view, and of fields")
      return []
    }
    return [.copyValue(key, row: pane.cursor)]
  }

  private mutating func askWhereToSave() {
    let pane = viewer[focus]
    if let bytes = pane.selectedBytes {
      popup = .prompt(Prompt(purpose: .saveBytes(bytes), title: "Save the selected bytes to the file"))
    } else if let selection = pane.selection, let key = pane.key {
      let what = key.view == .text ? "bytes of what is selected" : "selected text"
      popup = .prompt(Prompt(purpose: .saveSelection(selection, key), title: "Save the \(what) to the file"))
    } else if viewer.exchange != nil {
      let what = viewer.view == .filter ? "what the filter lets through" : "the body"
      popup = .prompt(Prompt(purpose: .saveBody, title: "Save \(what) to the file"))
    } else {
      message = .note("There is no body to save")
    }
  }
}
