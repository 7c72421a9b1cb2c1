/// `Cookie` (RFC 6265 §4.2).
enum CookieField {
  private static let rule = FieldRule(6265, "4.2.1")

  static func read(_ reading: inout ReadingBuilder) -> String {
    var names: [String] = []
    var seen: Set<String> = []
    let pieces = reading.bytes[reading.whole].split(separator: ASCII.semicolon, omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() where !reading.isFull {
      let range = reading.trimmed(piece.startIndex..<piece.endIndex)
      guard !range.isEmpty else {
        reading.find(.warning, range, rule, "There is a semicolon too many: pairs are divided by one each.")
        continue
      }
      if index > 0, range.lowerBound != piece.startIndex + 1 || reading.bytes[piece.startIndex] != ASCII.space {
        reading.find(.warning, piece.startIndex..<range.lowerBound, rule, "Pairs are divided by “; ”: one space.")
      }
      let sign = reading.first(ASCII.equals, in: range)
      let name = reading.trimmed(range.lowerBound..<(sign ?? range.upperBound))
      if let sign {
        let value = reading.trimmed(sign + 1..<range.upperBound)
        reading.add(reading.shown(name), range, text: reading.shown(value))
        checkValue(value, &reading)
      } else {
        reading.add("cookie", range)
        reading.find(.error, range, rule, "A cookie is written name=value: there is no “=”.")
      }
      if !reading.isToken(name) {
        reading.find(.error, name, rule, "The name of a cookie is a token: letters, digits and some marks.")
      }
      if !seen.insert(reading.text(name)).inserted {
        reading.find(
          .note, range, FieldRule(6265, "4.2.2"), "Two cookies have this name; servers differ in which one they take.")
      }
      names.append(reading.shown(name))
    }
    return "\(Words.count(names.count, "cookie")): \(Words.list(names))"
  }

  /// A value has no control characters, spaces, quotes, commas, semicolons or backslashes; quotes around it all are fine.
  static func checkValue(_ range: Range<Int>, _ reading: inout ReadingBuilder) {
    var inner = range
    let bytes = reading.bytes[range]
    if bytes.count >= 2, bytes.first == ASCII.quote, bytes.last == ASCII.quote {
      inner = range.lowerBound + 1..<range.upperBound - 1
    }
    let bad = inner.first { index in
      let byte = reading.bytes[index]
      return byte <= 0x20 || byte >= 0x7F || [ASCII.quote, ASCII.comma, ASCII.backslash].contains(byte)
    }
    guard let bad else { return }
    let byte = reading.bytes[bad]
    let what =
      switch byte {
      case ASCII.space: "A space"
      case ASCII.quote: "A quote"
      case ASCII.comma: "A comma"
      case ASCII.backslash: "A backslash"
      case 0x80...: "A byte beyond ASCII"
      default: "A control character"
      }
    reading.find(
      .warning, bad..<bad + 1, FieldRule(6265, "4.1.1"),
      "\(what) cannot stand in a cookie's value: not all recipients take it.")
  }
}
