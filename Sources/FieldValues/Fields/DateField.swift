/// Fields that name a moment.
enum DateField {
  /// `Date`, `Last-Modified`, `If-Modified-Since` and whatever only names a moment.
  static func readMoment(_ reading: inout ReadingBuilder) -> String {
    guard let moment = HTTPDateReader.read(reading.whole, in: &reading) else { return "not a date" }
    return words(moment, reading)
  }

  /// `Expires`: a bad date is in the past (RFC 9111 §5.3).
  static func readExpires(_ reading: inout ReadingBuilder) -> String {
    guard let moment = HTTPDateReader.read(reading.whole, in: &reading) else {
      reading.find(
        .note, reading.whole, FieldRule(9111, "5.3"), "A cache takes a bad date, 0 above all, for one in the past.")
      return "stale at once"
    }
    return (moment > reading.now ? "fresh until " : "stale since ") + words(moment, reading)
  }

  /// `Retry-After`: seconds or a moment (RFC 9110 §10.2.3).
  static func readRetryAfter(_ reading: inout ReadingBuilder) -> String {
    if let seconds = ASCII.number(reading.bytes[reading.whole]) {
      reading.add("seconds", reading.whole, DurationWords.span(seconds))
      return "try again after \(DurationWords.span(seconds))"
    }
    guard let first = reading.whole.first, ASCII.isLetter(reading.bytes[first]) else {
      reading.find(
        .error, reading.whole, FieldRule(9110, "10.2.3"), "This is neither a whole number of seconds nor a date.")
      return "not a time"
    }
    guard let moment = HTTPDateReader.read(reading.whole, in: &reading) else { return "not a date" }
    return "try again at " + words(moment, reading)
  }

  /// `If-Range`: an entity tag or a moment (RFC 9110 §13.1.5).
  static func readIfRange(_ reading: inout ReadingBuilder) -> String {
    let whole = reading.whole
    let isTag = reading.bytes[whole].prefix(3).contains(ASCII.quote)
    guard isTag else {
      guard let moment = HTTPDateReader.read(whole, in: &reading) else { return "not a date" }
      return "send the range only if it has not changed since \(words(moment, reading))"
    }
    let tag = EntityTagField.readTag(whole, in: &reading)
    if tag?.isWeak == true {
      reading.find(.error, whole, FieldRule(9110, "13.1.5"), "A weak entity tag cannot be used here.")
    }
    return "send the range only if the entity tag is still the same"
  }

  /// "Mon, 23 Nov 2026 10:11:12 GMT – 3 minutes ago".
  static func words(_ moment: Int, _ reading: ReadingBuilder) -> String {
    "\(CalendarDay.text(moment)) – \(DurationWords.distance(moment, from: reading.now))"
  }
}
