/// Reads a moment in one of HTTP's three forms (RFC 9110 §5.6.7), with a part for each piece.
///
/// What a person would still understand (a wrong weekday, a day of one digit, small letters) is read on with a finding.
struct HTTPDateReader {
  private var reading: ReadingBuilder
  private var position: Int
  private let range: Range<Int>
  private var pieces: [(label: String, range: Range<Int>)] = []
  private var isSloppy = false

  private init(_ reading: ReadingBuilder, _ range: Range<Int>) {
    self.reading = reading
    self.range = range
    position = range.lowerBound
  }

  /// The moment that the bytes name, in seconds since 1970; nil, with a finding, where they name none.
  ///
  /// `allowsHyphens` takes "21-Oct-2026" too, as browsers do in cookies.
  static func read(
    _ range: Range<Int>, in reading: inout ReadingBuilder, allowsHyphens: Bool = false, rule: FieldRule = .date
  ) -> Int? {
    var reader = HTTPDateReader(reading, range)
    let moment = reader.moment(allowsHyphens: allowsHyphens, rule: rule)
    reading = reader.reading
    if moment != nil {
      for piece in reader.pieces { reading.add(piece.label, piece.range) }
    }
    return moment
  }

  private mutating func moment(allowsHyphens: Bool, rule: FieldRule) -> Int? {
    guard let name = word("weekday") else { return fail() }
    let weekday = number(ofWeekday: name)
    let day: Int
    let month: Int?
    var year: Int
    let time: (seconds: Int, isRight: Bool)
    if take(ASCII.comma) {
      spaces(1)
      guard let dayDigits = digits("day", 2) else { return fail() }
      let hasHyphens = take(ASCII.dash)
      if !hasHyphens { spaces(1) }
      guard let monthName = word("month") else { return fail() }
      if hasHyphens { isSloppy = !take(ASCII.dash) || isSloppy } else { spaces(1) }
      let yearStart = position
      guard let yearDigits = digits("year", nil) else { return fail() }
      let yearWidth = position - yearStart
      spaces(1)
      guard let clock = clock() else { return fail() }
      spaces(1)
      (day, month, year, time) = (dayDigits, number(ofMonth: monthName), yearDigits, clock)
      if yearWidth == 2 { year = century(yearDigits) }
      if yearWidth == 2 && hasHyphens && name.count > 3 {
        obsolete("RFC 850 date with a year of two digits")
      } else if yearWidth != 4 || hasHyphens && !allowsHyphens || name.count != 3 {
        isSloppy = true
      }
      zone()
    } else {
      spaces(1)
      guard let monthName = word("month") else { return fail() }
      let before = position
      while position < range.upperBound, reading.bytes[position] == ASCII.space { position += 1 }
      guard let dayDigits = digits("day", nil) else { return fail() }
      if position - before != 3 { isSloppy = true }
      spaces(1)
      guard let clock = clock() else { return fail() }
      spaces(1)
      guard let yearDigits = digits("year", 4) else { return fail() }
      (day, month, year, time) = (dayDigits, number(ofMonth: monthName), yearDigits, clock)
      obsolete("asctime date")
    }
    guard let month, let weekday else { return fail() }
    let date = CalendarDay(year: year, month: month, day: day)
    guard date.exists, year <= 9999 else {
      reading.find(.error, piece("day"), rule, "There is no such day in that month.")
      return nil
    }
    guard time.isRight else {
      reading.find(.error, piece("time"), rule, "There is no such time of the day.")
      return nil
    }
    if position < range.upperBound {
      reading.find(.error, position..<range.upperBound, rule, "Something follows the date.")
    } else if isSloppy {
      reading.find(.error, range, rule, "The date must be written like “Sun, 06 Nov 1994 08:49:37 GMT”.")
    }
    if date.weekday != weekday {
      let right = CalendarDay.weekdays[date.weekday]
      reading.find(.error, name, rule, "The weekday is wrong: that day is a \(right).")
    }
    return date.number * 86400 + time.seconds
  }

  private mutating func fail() -> Int? {
    reading.find(.error, range, .date, "This is not a date: HTTP writes one like “Sun, 06 Nov 1994 08:49:37 GMT”.")
    return nil
  }

  private mutating func obsolete(_ what: String) {
    reading.find(
      .warning, range, .date,
      "This is the obsolete form of a date (\(what)): recipients read it, senders must not write it.")
  }

  // MARK: Pieces

  private mutating func word(_ label: String) -> Range<Int>? {
    let start = position
    while position < range.upperBound, ASCII.isLetter(reading.bytes[position]) { position += 1 }
    guard position - start >= 3 else { return nil }
    // Names of days and months are case-sensitive.
    let isRight = reading.bytes[start] & 0x20 == 0 && reading.bytes[start + 1..<position].allSatisfy { $0 & 0x20 != 0 }
    if !isRight { isSloppy = true }
    pieces.append((label, start..<position))
    return start..<position
  }

  private mutating func digits(_ label: String?, _ width: Int?) -> Int? {
    let start = position
    while position < range.upperBound, ASCII.isDigit(reading.bytes[position]) { position += 1 }
    guard let value = ASCII.number(reading.bytes[start..<position]), position - start <= 4 else { return nil }
    if let width, position - start != width { isSloppy = true }
    if let label { pieces.append((label, start..<position)) }
    return value
  }

  private mutating func clock() -> (seconds: Int, isRight: Bool)? {
    let start = position
    guard let hour = digits(nil, 2), take(ASCII.colon), let minute = digits(nil, 2), take(ASCII.colon),
      let second = digits(nil, 2)
    else { return nil }
    pieces.append(("time", start..<position))
    // 60 is a leap second.
    return (hour * 3600 + minute * 60 + second, hour < 24 && minute < 60 && second <= 60)
  }

  private mutating func zone() {
    let zone = position..<range.upperBound
    position = range.upperBound
    if !zone.isEmpty { pieces.append(("zone", zone)) }
    if reading.text(zone) != "GMT" {
      let place = zone.isEmpty ? range.upperBound..<range.upperBound : zone
      reading.find(.error, place, .date, "The time zone must be GMT; it is read as that.")
      isSloppy = false
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < range.upperBound, reading.bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func spaces(_ width: Int) {
    let start = position
    while position < range.upperBound, ASCII.isSpace(reading.bytes[position]) { position += 1 }
    if position - start != width { isSloppy = true }
  }

  private func piece(_ label: String) -> Range<Int> { pieces.last { $0.label == label }?.range ?? range }

  private func number(ofMonth name: Range<Int>) -> Int? {
    guard name.count == 3 else { return nil }
    return CalendarDay.months.firstIndex { ASCII.lowered($0.utf8) == reading.lowered(name) }.map { $0 + 1 }
  }

  /// Short, or in full as RFC 850 has it.
  private func number(ofWeekday name: Range<Int>) -> Int? {
    let written = reading.lowered(name)
    return CalendarDay.weekdays.firstIndex { day in
      ASCII.lowered(day.utf8) == written || ASCII.lowered(day.prefix(3).utf8) == written
    }
  }

  /// Two digits more than fifty years ahead are of the past century.
  private func century(_ year: Int) -> Int {
    let thisYear = CalendarDay(number: reading.now / 86400).year
    let near = thisYear - thisYear % 100 + year
    return near > thisYear + 50 ? near - 100 : near
  }
}
