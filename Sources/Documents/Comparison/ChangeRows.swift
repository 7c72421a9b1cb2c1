import Differences
import Recordings

/// The rows of a change of content, of which only those and the ones beside them are read.
struct ChangeRows {
  let content: RowsComparison
  let change: RowChange
  let isSideBySide: Bool

  /// How many rows a change has.
  static func count(_ change: RowChange, isSideBySide: Bool) -> Int {
    (change.isCoarse ? 1 : 0)
      + (isSideBySide ? max(change.before.count, change.after.count) : change.before.count + change.after.count)
  }

  /// Some of its rows.
  func rows(in wanted: Range<Int>) throws(RecordingError) -> [DocumentRow] {
    var rows: [DocumentRow] = []
    var wanted = wanted
    if change.isCoarse {
      if wanted.lowerBound == 0 { rows.append(warning) }
      wanted = max(0, wanted.lowerBound - 1)..<max(0, wanted.upperBound - 1)
    }
    if isSideBySide {
      let (before, after) = (try before(wanted), try after(wanted))
      for place in 0..<max(before.count, after.count) {
        rows.append(ComparedRow.changed(before.element(at: place), after.element(at: place)))
      }
      return rows
    }
    let count = change.before.count
    let removed = wanted.clamped(to: 0..<count)
    let added = max(0, wanted.lowerBound - count)..<max(0, wanted.upperBound - count)
    var (befores, afters) = (try before(removed), try after(removed))
    for (place, row) in befores.enumerated() {
      rows.append(ComparedRow.removed(row, parts: ComparedRow.parts(row, afters.element(at: place))?.left ?? []))
    }
    (befores, afters) = (try before(added), try after(added))
    for (place, row) in afters.enumerated() {
      rows.append(ComparedRow.added(row, parts: ComparedRow.parts(befores.element(at: place), row)?.right ?? []))
    }
    return rows
  }

  private var warning: DocumentRow {
    ComparedRow.words(
      "⋯ \(change.before.count) rows against \(change.after.count): too many to compare one by one",
      .diagnosticWarning)
  }

  private func before(_ part: Range<Int>) throws(RecordingError) -> [DocumentRow] {
    try content.before.rows(in: Self.range(part, of: change.before))
  }

  private func after(_ part: Range<Int>) throws(RecordingError) -> [DocumentRow] {
    try content.after.rows(in: Self.range(part, of: change.after))
  }

  private static func range(_ part: Range<Int>, of all: Range<Int>) -> Range<Int> {
    let part = part.clamped(to: 0..<all.count)
    return all.lowerBound + part.lowerBound..<all.lowerBound + part.upperBound
  }
}

extension Array {
  fileprivate func element(at index: Int) -> Element? { index < count ? self[index] : nil }
}
