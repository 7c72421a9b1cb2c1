/// Finds what is searched for in the text of rows.
package struct RowMatcher: Sendable {
  private enum Kind: Sendable {
    case literal(ByteNeedle)
    case expression(ExpressionMatcher)
  }

  private let kind: Kind
  /// Text that stands in every match, as it is written.
  let requiredText: String

  /// Nothing when there is nothing to look for, or the search is an expression that is wrong.
  package init?(_ search: DocumentSearch) {
    if search.isExpression {
      guard !search.needle.isEmpty,
        let matcher = try? ExpressionMatcher(search.needle, isCaseSensitive: search.isCaseSensitive)
      else { return nil }
      kind = .expression(matcher)
      requiredText = matcher.requiredText
    } else {
      guard let needle = ByteNeedle(Array(search.needle.utf8), isCaseSensitive: search.isCaseSensitive) else {
        return nil
      }
      kind = .literal(needle)
      requiredText = search.needle
    }
  }

  /// The needle, where it is text to be found as it is.
  var literal: ByteNeedle? {
    if case .literal(let needle) = kind { needle } else { nil }
  }

  /// The matches in a row's text, as UTF-8 offsets, none of which overlap.
  package func ranges(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { bytes in
      switch kind {
      case .literal(let needle): needle.ranges(in: UnsafeRawBufferPointer(bytes))
      case .expression(let matcher): matcher.ranges(in: UnsafeRawBufferPointer(bytes))
      }
    }
  }
}
