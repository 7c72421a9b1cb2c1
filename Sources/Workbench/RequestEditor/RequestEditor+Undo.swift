import Workspaces

/// Taking back what is no typing: rows, toggles, kinds, and another request in the draft's place.
extension RequestEditor {
  /// A part of the draft as it was before a change.
  enum Part: Sendable, Equatable {
    case method(String)
    case parameters(ParameterTable, url: String)
    case fields([NamedValue], dropped: Set<String>)
    case body(RequestBody)
    case auth(RequestAuth)
    case options(RequestOptions)
    case request(SavedRequest)
  }

  /// The changes that can be taken back and made again, the last one last.
  struct PartHistory: Sendable, Equatable {
    // A part shares its texts with the draft, so that only the count needs a bound.
    static let limit = 200
    var done: [Part] = []
    var undone: [Part] = []

    mutating func record(_ part: Part) {
      if done.count == Self.limit { done.removeFirst() }
      done.append(part)
      undone = []
    }
  }

  mutating func remember(_ part: Part) {
    parts.record(part)
  }

  /// Takes back the last change of this kind, once the focused text has nothing left to take back.
  mutating func undoPart() -> [Outcome] {
    guard let part = parts.done.popLast() else { return [] }
    parts.undone.append(current(like: part))
    return restore(part)
  }

  mutating func redoPart() -> [Outcome] {
    guard let part = parts.undone.popLast() else { return [] }
    parts.done.append(current(like: part))
    return restore(part)
  }

  private func current(like part: Part) -> Part {
    switch part {
    case .method: .method(draft.method)
    case .parameters: .parameters(parameters, url: draft.url)
    case .fields: .fields(draft.fields, dropped: draft.droppedAutomaticFields)
    case .body: .body(draft.body)
    case .auth: .auth(draft.auth)
    case .options: .options(draft.options)
    case .request: .request(draft)
    }
  }

  private mutating func restore(_ part: Part) -> [Outcome] {
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
    case .request(let request):
      draft = request
      reset()
    }
    forgetCells()
    fitFocus()
    return changed()
  }
}
