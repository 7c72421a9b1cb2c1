/// Every command, found by typing some letters of its name.
package struct Palette: Sendable {
  package var editor = TextEditor("", mode: .singleLine)
  package var selected = 0
  /// What was run last, newest first.
  private let recent: [Command]

  package init(recent: [Command] = []) {
    self.recent = recent
  }

  /// The commands whose title has the letters that were typed, best first; before anything is typed, the recent ones come
  /// first and what only moves a cursor last.
  package var matches: [Command] {
    let pattern = editor.text
    let all = Command.allCases.filter { $0 != .palette }
    if pattern.allSatisfy({ $0 == " " }) {
      let others = all.filter { !recent.contains($0) }
      return recent + others.filter { !$0.isMovement } + others.filter(\.isMovement)
    }
    let found = all.enumerated().compactMap { order, command -> (command: Command, rank: (Int, Int, Int))? in
      guard let match = FuzzyMatch(pattern, in: command.title) else { return nil }
      let bonus = (recent.contains(command) ? 3 : 0) - (command.isMovement ? 3 : 0)
      return (command, (-match.score - bonus, command.title.utf8.count, order))
    }
    return found.sorted { $0.rank < $1.rank }.map(\.command)
  }
}
