/// vi's keys in the texts of the request.
extension RequestEditor {
  /// Which keys texts take from now on.
  package mutating func setKeys(_ keys: EditingKeys) {
    switch keys {
    case .readline:
      if vi != nil, isText { _ = editWithVi { vi, editor in vi.escape(&editor) } }
      vi = nil
    case .vi where vi == nil:
      if case .text(let mode) = focus.kind { vi = ViEditing(for: mode) } else { vi = ViEditing(for: .singleLine) }
    case .vi: break
    }
  }

  mutating func typeVi(_ key: Unicode.Scalar) -> [Outcome] {
    guard vi != nil, isText else { return [] }
    var asked: [ViEditing.Outcome] = []
    let outcomes = edited { vi, editor in
      let before = editor.rope
      asked = vi.take(key, &editor)
      return editor.rope != before
    }
    return outcomes + asked.flatMap { perform($0) }
  }

  /// Changes the focused text by vi; the draft follows when it says that the text changed.
  mutating func edited(_ body: (inout ViEditing, inout TextEditor) -> Bool) -> [Outcome] {
    guard let before = vi else { return [] }
    var state = before
    let outcomes = changeFocused { editor in
      state = before
      return body(&state, &editor)
    }
    vi = state
    return outcomes
  }

  /// Changes the focused text; the draft follows when `body`, which may be called twice, says that the text changed.
  mutating func changeFocused(_ body: (inout TextEditor) -> Bool) -> [Outcome] {
    if focus == .raw { return changeRaw(body) }
    return editFocused(body) == true ? storeFocused() : []
  }

  private mutating func perform(_ outcome: ViEditing.Outcome) -> [Outcome] {
    switch outcome {
    case .run(let command): [.run(command)]
    case .leave(let direction): moveFocus(direction)
    case .activate: activate()
    case .copy(let bytes): [.copy(bytes)]
    case .problem(let text): [.problem(text)]
    }
  }

  mutating func editWithVi<Result>(_ body: (inout ViEditing, inout TextEditor) -> Result) -> Result? {
    guard var state = vi else { return nil }
    let result = editFocused { body(&state, &$0) }
    vi = state
    return result
  }
}
