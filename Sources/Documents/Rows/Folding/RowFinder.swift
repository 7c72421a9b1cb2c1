/// Keeps the walkers at both ends of one row.
struct RowFinder<Walker: RowWalker>: RowSink {
  /// The walker at the start of the row, and of the row behind it.
  private(set) var start: Walker?
  private(set) var next: Walker?
  private(set) var endedRows = 0
  private let row: Int

  /// Looks for the row that is `row` behind the one where `walker` stands.
  init(row: Int, walker: Walker) {
    self.row = row
    if row == 0 { start = walker }
  }

  var isFound: Bool { next != nil }
  var wantsWords: Bool { false }
  var passage: RowPassage? { RowPassage(rows: max(0, row - 1 - endedRows), before: .max) }

  mutating func pass(rows: Int) { endedRows += rows }

  mutating func append(_ bytes: UnsafeRawBufferPointer, at position: Int, role: TextRole) {}
  mutating func append(blanks: Int) {}
  mutating func append(words: String, role: TextRole) {}
  mutating func append(row: DocumentRow) {}

  mutating func endRow(next walker: borrowing Walker) -> Bool {
    endedRows += 1
    if endedRows == row { start = copy walker }
    if endedRows == row + 1 { next = copy walker }
    return endedRows <= row
  }
}
