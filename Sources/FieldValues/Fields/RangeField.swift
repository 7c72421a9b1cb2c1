/// `Range` and `Content-Range` (RFC 9110 §14).
enum RangeField {
  static func readRange(_ reading: inout ReadingBuilder) -> String {
    let rule = FieldRule(9110, "14.1.1")
    let whole = reading.whole
    guard let sign = reading.first(ASCII.equals, in: whole) else {
      reading.find(.error, whole, FieldRule(9110, "14.2"), "Ranges are written unit=first-last, such as bytes=0-499.")
      return "not a range"
    }
    let unit = whole.lowerBound..<sign
    reading.add("unit", unit)
    guard reading.lowered(unit) == "bytes" else { return "ranges of \(Words.quoted(reading.shown(unit)))" }
    var words: [String] = []
    for piece in reading.pieces(of: sign + 1..<whole.upperBound, at: ASCII.comma) where !reading.isFull {
      guard !piece.isEmpty else { continue }
      reading.add("range", piece)
      let dash = reading.first(ASCII.dash, in: piece)
      let first = dash.flatMap { ASCII.number(reading.bytes[piece.lowerBound..<$0]) }
      let last = dash.flatMap { ASCII.number(reading.bytes[$0 + 1..<piece.upperBound]) }
      let isOpen = dash.map { $0 + 1 == piece.upperBound } ?? false
      let said: String
      switch (first, last) {
      case (let first?, let last?) where last < first:
        reading.find(.error, piece, rule, "The last byte stands before the first one.")
        continue
      case (let first?, let last?): said = first == last ? "byte \(first)" : "bytes \(first) to \(last)"
      case (let first?, nil) where isOpen: said = "from byte \(first) to the end"
      case (nil, let last?) where dash == piece.lowerBound:
        said = last == 1 ? "the last byte" : "the last \(last) bytes"
      default:
        reading.find(.error, piece, rule, "A range is first-last, first- or -count, in digits.")
        continue
      }
      reading.explain(reading.parts.count - 1, said)
      words.append(said)
    }
    if words.isEmpty {
      if reading.findings.isEmpty { reading.find(.error, whole, rule, "There is no range after the unit.") }
      return "not a range"
    }
    return Words.list(words)
  }

  static func readContentRange(_ reading: inout ReadingBuilder) -> String {
    let rule = FieldRule(9110, "14.4")
    let whole = reading.whole
    guard let space = reading.first(ASCII.space, in: whole) else {
      reading.find(.error, whole, rule, "It is written unit first-last/size, such as bytes 0-499/1234.")
      return "not a range"
    }
    let unit = whole.lowerBound..<space
    reading.add("unit", unit)
    guard reading.lowered(unit) == "bytes" else { return "a range of \(Words.quoted(reading.shown(unit)))" }
    let rest = reading.trimmed(space + 1..<whole.upperBound)
    guard let slash = reading.first(ASCII.slash, in: rest) else {
      reading.find(.error, rest, rule, "The size of all of it is missing: /1234, or /* where it is not known.")
      return "not a range"
    }
    let (range, size) = (rest.lowerBound..<slash, slash + 1..<rest.upperBound)
    reading.add("range", range)
    reading.add("size", size)
    let total = ASCII.number(reading.bytes[size])
    if total == nil, reading.text(size) != "*" {
      reading.find(.error, size, rule, "The size is a number of digits, or a star where it is not known.")
    }
    if reading.text(range) == "*" {
      guard let total else {
        reading.find(.error, size, rule, "Where no range is given, the size must be.")
        return "no range fits"
      }
      return "no range fits: there are \(Words.count(total, "byte"))"
    }
    guard let dash = reading.first(ASCII.dash, in: range),
      let first = ASCII.number(reading.bytes[range.lowerBound..<dash]),
      let last = ASCII.number(reading.bytes[dash + 1..<range.upperBound])
    else {
      reading.find(.error, range, rule, "A range is first-last, in digits, or a star.")
      return "not a range"
    }
    if last < first {
      reading.find(.error, range, rule, "The last byte stands before the first one: the range must be ignored.")
      return "not a range"
    }
    if let total, total <= last {
      reading.find(.error, range, rule, "The last byte is beyond the end: the range must be ignored.")
    }
    let of = total.map { " of \($0)" } ?? ""
    return "bytes \(first) to \(last)\(of): \(Words.count(last - first + 1, "byte"))"
  }
}
