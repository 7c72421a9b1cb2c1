/// Takes rows from a walker as hashes of the bytes that they show.
struct RowHasher<Walker: RowWalker>: RowSink {
  /// Hashes of the rows that have ended; whoever takes them empties it.
  var hashes: [UInt64] = []
  private var hasher = Hasher()
  private var skipped: Int
  private let limit: Int

  /// Skips `skipped` rows, then hashes up to `limit` rows.
  init(skipping skipped: Int = 0, limit: Int = .max) {
    self.skipped = skipped
    self.limit = limit
  }

  var isFull: Bool { hashes.count >= limit }
  var wantsWords: Bool { false }
  var passage: RowPassage? { skipped == 0 ? nil : RowPassage(rows: skipped - 1, before: .max) }

  mutating func pass(rows: Int) { skipped -= rows }

  mutating func append(_ bytes: UnsafeRawBufferPointer, at position: Int, role: TextRole) {
    if skipped == 0 { hasher.combine(bytes: bytes) }
  }

  mutating func append(blanks: Int) {}
  mutating func append(words: String, role: TextRole) {}
  mutating func append(row: DocumentRow) {}

  mutating func endRow(next: borrowing Walker) -> Bool {
    if skipped > 0 {
      skipped -= 1
      return true
    }
    if isFull { return false }
    hashes.append(UInt64(bitPattern: Int64(hasher.finalize())))
    hasher = Hasher()
    return !isFull
  }
}
