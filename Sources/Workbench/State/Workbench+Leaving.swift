import Workspaces

/// Leaving the program without losing work, and taking up what a dead process left.
extension Workbench {
  /// Whether anything would be lost by leaving now.
  package var hasUnsavedWork: Bool {
    tree.workspaces.contains { $0.isModified } || drafts.contains { $0.value.isModified && isPlaced($0.key) }
  }

  mutating func askToQuit() -> [Effect] {
    guard hasUnsavedWork else { return [.journal(recovered), .quit] }
    var names = tree.workspaces.filter { isModified($0) }.map(\.workspace.name)
    if drafts.contains(where: { if case .unplaced = $0.key { $0.value.isModified } else { false } }) {
      names.append("a request that has no place yet")
    }
    popup = .choice(
      Choice(
        title: "Leave with unsaved work?", lines: ["Unsaved: " + names.joined(separator: ", ")],
        options: [
          .init(title: "Save all and quit", answer: .saveAllAndQuit),
          .init(title: "Quit without saving", answer: .quitWithoutSaving),
          .init(title: "Stay", answer: .cancel),
        ]))
    return []
  }

  mutating func saveAllAndQuit() -> [Effect] {
    for id in drafts.keys {
      guard case .unplaced = id, drafts[id]?.isModified == true else { continue }
      let effects = openRequest(id)
      focus = .request
      if case .unplaced(let number) = id { tree.select(.unplaced(number)) }
      let saving = save()
      if popup != nil { message = .note("This request has no place yet: give it a name, then quit again") }
      return effects + saving
    }
    let effects = saveAll()
    guard popup == nil else { return effects }
    guard !effects.isEmpty else { return [.journal(recovered), .quit] }
    quitsWhenSaved = true
    return effects
  }

  /// Unsaved drafts, as the journal keeps them.
  ///
  /// Those that a dead process left stay in it until the user has said what to do with them.
  var journalled: [JournalledDraft] {
    recovered
      + drafts.filter { $0.value.isModified && isPlaced($0.key) }.map { id, editor in
        switch id {
        case .item(let item):
          JournalledDraft(
            workspacePath: tree.path(of: item), itemPath: Array(tree.names(to: item).dropFirst()),
            request: editor.draft)
        case .unplaced:
          JournalledDraft(workspacePath: nil, itemPath: [], request: editor.draft)
        }
      }
  }

  mutating func takeJournal(_ found: [JournalledDraft]) -> [Effect] {
    guard !found.isEmpty else { return [] }
    recovered = found
    popup = .choice(
      Choice(
        title: "Drafts were left behind",
        lines: ["Barewire ended before these were saved:"]
          + found.prefix(6).map { "  \($0.request.name)  \($0.request.url)" }
          + (found.count > 6 ? ["  and \(found.count - 6) more"] : []),
        options: [
          .init(title: "Take them up again", answer: .restoreDrafts),
          .init(title: "Drop them", answer: .dropDrafts),
        ]))
    return []
  }

  mutating func restoreDrafts() -> [Effect] {
    var effects: [Effect] = []
    for draft in recovered {
      if let path = draft.workspacePath, let item = tree.item(at: draft.itemPath, in: path),
        let saved = tree.request(item)
      {
        var editor = RequestEditor(saved: saved)
        editor.replaceDraft(draft.request)
        drafts[.item(item)] = editor
        effects += open == .item(item) ? freshenTab() : openRequest(.item(item))
        tree.select(.item(item))
      } else {
        effects += openUnplaced(draft.request, isModified: true)
      }
    }
    recovered = []
    noteModified()
    return effects + [.journal(journalled)]
  }
}
