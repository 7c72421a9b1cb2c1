/// What to look for in a document.
package struct DocumentSearch: Sendable, Hashable {
  /// Which way to go from the place where a search begins.
  package enum Direction: Sendable, Hashable { case forward, backward }

  /// The text that a row must hold; it does not reach over the end of a row.
  package var needle: String
  /// Whether letters must be of the same case; otherwise ASCII letters match in either.
  package var isCaseSensitive: Bool

  /// A search for `needle`.
  package init(_ needle: String, isCaseSensitive: Bool = false) {
    self.needle = needle
    self.isCaseSensitive = isCaseSensitive
  }
}

/// A place that a search found.
package struct DocumentMatch: Sendable, Hashable {
  /// The row's number.
  package var row: Int
  /// UTF-8 offsets in the row's text.
  package var range: Range<Int>

  /// The place `range` of a row.
  package init(row: Int, range: Range<Int>) {
    self.row = row
    self.range = range
  }
}

/// How many matches a document has, as far as it was read.
package struct MatchCount: Sendable, Hashable {
  package var count: Int
  /// How much of the document was read, 0 to 1.
  package var fraction: Double
  package var isComplete: Bool

  /// A count so far.
  package init(count: Int, fraction: Double, isComplete: Bool) {
    self.count = count
    self.fraction = fraction
    self.isComplete = isComplete
  }
}
