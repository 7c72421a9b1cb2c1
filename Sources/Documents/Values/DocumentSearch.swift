/// What to look for in a document.
package struct DocumentSearch: Sendable, Hashable {
  /// Which way to go from the place where a search begins.
  package enum Direction: Sendable, Hashable { case forward, backward }

  /// The text that a row must hold; it does not reach over the end of a row.
  package var needle: String
  /// Whether letters must be of the same case; otherwise ASCII letters match in either.
  package var isCaseSensitive: Bool

  /// Whether the needle is a regular expression.
  package var isExpression: Bool

  /// A search for `needle`.
  package init(_ needle: String, isCaseSensitive: Bool = false, isExpression: Bool = false) {
    self.needle = needle
    self.isCaseSensitive = isCaseSensitive
    self.isExpression = isExpression
  }

  /// What is wrong with the expression, if it is one and not right.
  package var problem: ExpressionError? {
    guard isExpression else { return nil }
    do throws(ExpressionError) {
      _ = try ExpressionMatcher(needle, isCaseSensitive: isCaseSensitive)
      return nil
    } catch {
      return error
    }
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
  /// How many of them begin before the place that was asked about.
  package var before = 0
  /// How much of the document was read, 0 to 1.
  package var fraction: Double
  package var isComplete: Bool

  /// A count so far.
  package init(count: Int, before: Int = 0, fraction: Double, isComplete: Bool) {
    self.count = count
    self.before = before
    self.fraction = fraction
    self.isComplete = isComplete
  }
}
