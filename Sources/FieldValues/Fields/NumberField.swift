/// Fields that are one number.
enum NumberField {
  /// A number of seconds from 2^31 on stands for that (RFC 9111 §1.2.2).
  static let secondsLimit = 1 << 31

  static func readAge(_ reading: inout ReadingBuilder) -> String {
    guard let seconds = seconds(reading.whole, "seconds", FieldRule(9111, "5.1"), &reading) else {
      return "not a number"
    }
    return "a cache has had it for \(DurationWords.span(seconds))"
  }

  static func readMaxAge(_ reading: inout ReadingBuilder) -> String {
    // The one number that may be negative: -1 keeps nothing.
    if reading.text(reading.whole) == "-1" {
      reading.add("seconds", reading.whole)
      return "the permission must not be kept"
    }
    guard let seconds = seconds(reading.whole, "seconds", FieldRule(9111, "1.2.2"), &reading) else {
      return "not a number"
    }
    return "the permission may be kept for \(DurationWords.span(seconds))"
  }

  static func readContentLength(_ reading: inout ReadingBuilder) -> String {
    let rule = FieldRule(9110, "8.6")
    let members = reading.listMembers()
    var values: Set<Int> = []
    for member in members {
      reading.add("bytes", member)
      if let value = ASCII.number(reading.bytes[member]) {
        values.insert(value)
      } else {
        reading.find(.error, member, rule, "The length must be a number of digits only.")
      }
    }
    if values.count > 1 {
      reading.find(.error, reading.whole, rule, "The lengths differ: the message cannot be trusted.")
    } else if members.count > 1 {
      reading.find(.warning, reading.whole, rule, "The length stands more than once.")
    }
    guard let length = values.first, values.count == 1 else { return "not a length" }
    return "the content has \(Words.count(length, "byte"))"
  }

  static func readMaxForwards(_ reading: inout ReadingBuilder) -> String {
    guard let count = ASCII.number(reading.bytes[reading.whole]) else {
      reading.find(.error, reading.whole, FieldRule(9110, "7.6.2"), "The value must be a number of digits only.")
      return "not a number"
    }
    reading.add("forwards", reading.whole)
    return count == 0 ? "must not be forwarded" : "may be forwarded \(Words.count(count, "time"))"
  }

  /// A number of seconds, with its part; nil, with a finding, where it is none.
  static func seconds(
    _ range: Range<Int>, _ label: String, _ rule: FieldRule, _ reading: inout ReadingBuilder
  ) -> Int? {
    guard let value = ASCII.number(reading.bytes[range]) else {
      reading.add(label, range)
      reading.find(.error, range, rule, "The value must be a whole number of seconds, in digits only.")
      return nil
    }
    reading.add(label, range, DurationWords.span(min(value, secondsLimit)))
    if value > secondsLimit {
      reading.find(.note, range, FieldRule(9111, "1.2.2"), "Numbers beyond 2147483648 are taken for that one.")
    }
    return min(value, secondsLimit)
  }
}
