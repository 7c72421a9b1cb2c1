@testable import Documents

/// What holds of a regular expression, which is the first line, and what it matches in the rest.
enum ExpressionProperties {
  static func hold(_ input: DocumentInput) throws(BrokenProperty) {
    let expression = String(decoding: input.line.first, as: UTF8.self)
    let isCaseSensitive = input.choice & 1 == 0
    let matcher: ExpressionMatcher
    do throws(ExpressionError) {
      matcher = try ExpressionMatcher(expression, isCaseSensitive: isCaseSensitive)
    } catch {
      try input.hold(
        error.place >= 1 && error.place <= expression.count + 1 && !error.message.isEmpty, "an error at \(error.place)")
      return
    }
    var text = String(decoding: input.line.rest, as: UTF8.self)
    text.withUTF8 { _ in }
    let bytes = Array(text.utf8)
    var end = 0
    for range in bytes.withUnsafeBytes({ matcher.ranges(in: $0) }) {
      try input.hold(
        range.lowerBound >= end && !range.isEmpty && range.upperBound <= bytes.count, "\(range) behind \(end)")
      end = range.upperBound
      for place in [range.lowerBound, end] where place < bytes.count {
        try input.hold(bytes[place] & 0xC0 != 0x80, "\(range) ends in a character")
      }
      guard isCaseSensitive else { continue }
      let found = String(decoding: bytes[range], as: UTF8.self)
      try input.hold(
        matcher.requiredText.isEmpty || found.utf8.contains(matcher.requiredText.utf8),
        "“\(found)” is without “\(matcher.requiredText)”")
    }
  }
}
