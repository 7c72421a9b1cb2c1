/// Some rows of a document, and how much of it there is: the answer to a scroll.
package struct DocumentWindow: Sendable, Equatable {
  package var key: DocumentKey
  /// The number that came with the question, so that late answers can be told from the last one.
  package var generation: Int
  /// The number of the first of `rows`, from zero.
  package var firstRow: Int
  package var rows: [DocumentRow]
  /// Rows that are known so far.
  package var totalRows: Int
  /// Whether all rows are known and no more will come.
  package var isComplete: Bool
  /// How much of what has arrived was divided into rows, 0 to 1.
  package var indexedFraction: Double
  /// Columns of the widest row that was shown of this document so far.
  package var widestRow: Int
  /// What a reader should know of the document: why it is shown as it is, what it was decoded from.
  package var note: String?
  /// Why the content could not be read as it is meant to be, such as a broken gzip; a sentence.
  package var problem: String?

  /// An answer about a document.
  package init(
    key: DocumentKey, generation: Int, firstRow: Int = 0, rows: [DocumentRow] = [], totalRows: Int = 0,
    isComplete: Bool = false, indexedFraction: Double = 0, widestRow: Int = 0, note: String? = nil,
    problem: String? = nil
  ) {
    self.key = key
    self.generation = generation
    self.firstRow = firstRow
    self.rows = rows
    self.totalRows = totalRows
    self.isComplete = isComplete
    self.indexedFraction = indexedFraction
    self.widestRow = widestRow
    self.note = note
    self.problem = problem
  }
}
