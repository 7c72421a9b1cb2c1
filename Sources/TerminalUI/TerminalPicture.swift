/// What a terminal draws by itself over cells that are left empty: sequences past the canvas's filter, made by the program
/// of pixels and of nothing that came from elsewhere.
package struct TerminalPicture: Sendable, Hashable {
  /// Shows it with its upper left corner where the cursor is.
  package let bytes: [UInt8]
  /// Takes it away; empty where text that is written over it does.
  package let removal: [UInt8]

  package init(bytes: [UInt8], removal: [UInt8]) {
    self.bytes = bytes
    self.removal = removal
  }

  /// Whether a cell that is written takes its part of it away.
  package var isErasedByText: Bool { removal.isEmpty }
}

/// A picture at its place on the screen.
package struct PlacedPicture: Sendable, Hashable {
  package let picture: TerminalPicture
  package let area: Rect

  /// Whether runs of cells that were drawn may have taken a part of it away: all that lies between the first and the
  /// last change of a row may have been written again.
  package func isTouched(by runs: [CellRun]) -> Bool {
    guard picture.isErasedByText else { return false }
    var changed: [Int: Range<Int>] = [:]
    for run in runs where area.rows.contains(run.row) {
      let before = changed[run.row] ?? run.columns
      let low = min(before.lowerBound, run.columns.lowerBound)
      changed[run.row] = low..<max(before.upperBound, run.columns.upperBound)
    }
    return changed.values.contains { $0.overlaps(area.columns) }
  }
}
