@testable import Documents

/// Keeps the walker at the start of every row, as an index does now and then.
struct EveryRow<Walker: RowWalker>: RowSink {
  var walkers: [Walker]
  /// Whether the rows may be passed over.
  var passage: RowPassage?
  var wantsWords: Bool { false }

  /// Begins with the walker at the start.
  init(from start: Walker, passing: Bool) {
    walkers = [start]
    passage = passing ? RowPassage(rows: 0, before: 0) : nil
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer, at position: Int, role: TextRole) {}
  mutating func append(blanks: Int) {}
  mutating func append(words: String, role: TextRole) {}
  mutating func append(row: DocumentRow) {}

  mutating func endRow(next: borrowing Walker) -> Bool {
    walkers.append(copy next)
    return true
  }
}
