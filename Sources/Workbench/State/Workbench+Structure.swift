import Documents

/// Folding what has a structure, and going to places in it.
extension Workbench {
  mutating func performOnStructure(_ command: Command) -> [Effect] {
    // Enter goes on from a row, wherever it is.
    if command == .toggleFold, viewer.view == .difference { return moveInResponse(.activate) }
    guard viewer.view == .pretty, let key = viewer.body.key else {
      message = .note("Only the pretty view can be folded")
      return []
    }
    let change: FoldChange
    switch command {
    case .foldAll: change = .all
    case .unfoldAll: change = .none
    case .foldMore: change = .more
    case .foldLess: change = .less
    case .copyJSONPath: return copyPath("as JSONPath") { $0.jsonPath }
    case .copyJQPath: return copyPath("for jq") { $0.jq }
    default: change = .toggle
    }
    return [.fold(key, change, row: viewer.body.cursor)]
  }

  private mutating func copyPath(_ form: String, _ text: (ValuePath) -> String) -> [Effect] {
    guard let path = viewer.path, !path.isCut else {
      message = .note(viewer.path == nil ? "The place of a value is known in JSON only" : "It is too deep to say where")
      return []
    }
    return [.copy(Array(text(path).utf8), what: "the place \(form)")]
  }

  /// Changes what is shown of the same body; the cursor stays at what it is on.
  mutating func following(_ change: (inout ResponseViewer) -> [DocumentPane.Request]) -> [Effect] {
    let (before, row) = (viewer.body.key, viewer.body.cursor)
    let effects = change(&viewer).map(Effect.window)
    guard let before, let after = viewer.body.key, before != after, before.view == after.view, row > 0,
      !viewer.hasByteCursor
    else { return effects }
    return effects + [.follow(before, row: row, in: after)]
  }

  mutating func goTo(_ place: DocumentPlace) -> [Effect] {
    let pane = focus == .headers ? Pane.headers : .body
    guard let key = viewer[pane].key else { return [] }
    if case .row(let row) = place { return moveInResponse(pane, to: row, byteInRow: 0) }
    viewer.isGoing = true
    return [.goTo(place, in: key)]
  }

  /// Asks where the value under the cursor stands.
  mutating func namePath() -> [Effect] {
    guard viewer.view == .pretty, let key = viewer.body.key else {
      viewer.path = nil
      return []
    }
    return [.namePath(key, row: viewer.body.cursor)]
  }

  mutating func takeStructure(_ action: Action) -> [Effect] {
    switch action {
    case .folded(let key, let row):
      guard viewer.body.key == key else { return [] }
      guard let row else {
        message = .note("There is nothing to fold here")
        return []
      }
      viewer.search?.startOver()
      viewer.body.endSelection()
      viewer.path = nil
      return [viewer.body.refold(cursor: row)].compactMap { $0.map(Effect.window) }
    case .pathNamed(let key, let row, let path):
      if viewer.body.key == key, viewer.body.cursor == row { viewer.path = path }
    default: break
    }
    return []
  }
}
