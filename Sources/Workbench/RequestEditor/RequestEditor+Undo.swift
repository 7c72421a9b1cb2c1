import Workspaces

/// Taking back what is no typing: rows, toggles, kinds.
extension RequestEditor {
  /// A part of the draft as it was before a change.
  enum Part: Sendable, Equatable {
    case method(String)
    case parameters(ParameterTable, url: String)
    case fields([NamedValue], dropped: Set<String>)
    case body(RequestBody)
    case auth(RequestAuth)
    case options(RequestOptions)
  }

  mutating func remember(_ part: Part) {
    // A part shares its texts with the draft, so that only the count needs a bound.
    if undoable.count == 200 { undoable.removeFirst() }
    undoable.append(part)
  }

  /// Takes back the last change of this kind, once the focused text has nothing left to take back.
  mutating func restorePart() -> [Outcome] {
    guard let part = undoable.popLast() else { return [] }
    switch part {
    case .method(let method): draft.method = method
    case .parameters(let table, let url):
      parameters = table
      draft.url = url
      draft.disabledParameters = table.disabled
    case .fields(let fields, let dropped):
      draft.fields = fields
      draft.droppedAutomaticFields = dropped
    case .body(let body): draft.body = body
    case .auth(let auth): draft.auth = auth
    case .options(let options): draft.options = options
    }
    forgetCells()
    fitFocus()
    return changed()
  }
}
