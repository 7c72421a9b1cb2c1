/// `ETag`, `If-Match`, `If-None-Match` (RFC 9110 §8.8.3).
enum EntityTagField {
  static let rule = FieldRule(9110, "8.8.3")

  static func readOne(_ reading: inout ReadingBuilder) -> String {
    guard let tag = readTag(reading.whole, in: &reading) else { return "not an entity tag" }
    return tag.isWeak
      ? "a weak validator: the same tag means the same meaning, not the same bytes"
      : "a strong validator: the same tag means the same bytes"
  }

  static func readIfNoneMatch(_ reading: inout ReadingBuilder) -> String {
    guard let count = readList(&reading) else { return "only if there is nothing yet" }
    return "only if it is not \(count == 1 ? "the version" : "one of the \(count) versions") that the client has"
  }

  static func readIfMatch(_ reading: inout ReadingBuilder) -> String {
    guard let count = readList(&reading, refusesWeak: true) else { return "only if there is something already" }
    return "only if it is still \(count == 1 ? "the version" : "one of the \(count) versions") that the client knows"
  }

  /// How many tags; nil for a star.
  private static func readList(_ reading: inout ReadingBuilder, refusesWeak: Bool = false) -> Int? {
    if reading.text(reading.whole) == "*" {
      reading.add("any", reading.whole)
      return nil
    }
    let members = reading.listMembers()
    for member in members where !reading.isFull {
      let tag = readTag(member, in: &reading)
      if refusesWeak, tag?.isWeak == true {
        reading.find(.warning, member, FieldRule(9110, "13.1.1"), "A weak entity tag never matches here.")
      }
    }
    return members.count
  }

  /// Reads `"tag"` or `W/"tag"`; nil, with a finding, where it is neither.
  static func readTag(_ range: Range<Int>, in reading: inout ReadingBuilder) -> (isWeak: Bool, range: Range<Int>)? {
    let prefix = reading.text(range.prefix(2))
    let isWeak = prefix == "W/" || prefix == "w/"
    let tag = isWeak ? range.lowerBound + 2..<range.upperBound : range
    let bytes = reading.bytes[tag]
    guard bytes.count >= 2, bytes.first == ASCII.quote, bytes.last == ASCII.quote else {
      reading.add("tag", range)
      reading.find(.error, range, rule, "An entity tag must stand in double quotes.")
      return nil
    }
    let opaque = tag.lowerBound + 1..<tag.upperBound - 1
    reading.add(isWeak ? "weak tag" : "tag", range, text: reading.shown(opaque))
    if prefix == "w/" {
      reading.find(.error, range.prefix(2), rule, "The mark of a weak tag is a capital W.")
    }
    if let bad = opaque.first(where: { reading.bytes[$0] <= 0x20 || [0x22, 0x7F].contains(reading.bytes[$0]) }) {
      reading.find(.error, bad..<bad + 1, rule, "An entity tag has no spaces, quotes or control characters inside.")
    }
    return (isWeak, opaque)
  }
}
