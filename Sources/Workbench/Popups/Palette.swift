/// Everything that can be done by name, found by typing some letters of that.
package struct Palette: Sendable {
  package var editor = TextEditor("", mode: .singleLine)
  package var selected = 0
  /// What was run last, newest first.
  private let recent: [PaletteEntry]

  package init(recent: [PaletteEntry] = []) {
    self.recent = recent
  }

  /// Those whose title has the letters that were typed, best first; before anything is typed, the recent ones come
  /// first and what only moves a cursor last.
  package var matches: [PaletteEntry] {
    let pattern = editor.text
    let all = PaletteEntry.all
    if pattern.allSatisfy({ $0 == " " }) {
      let others = all.filter { !recent.contains($0) }
      return recent + others.filter { !$0.isMovement } + others.filter(\.isMovement)
    }
    let found = all.enumerated().compactMap { order, entry -> (entry: PaletteEntry, rank: (Int, Int, Int))? in
      guard let match = FuzzyMatch(pattern, in: entry.title) else { return nil }
      let bonus = (recent.contains(entry) ? 3 : 0) - (entry.isMovement ? 3 : 0)
      return (entry, (-match.score - bonus, entry.title.utf8.count, order))
    }
    return found.sorted { $0.rank < $1.rank }.map(\.entry)
  }
}
