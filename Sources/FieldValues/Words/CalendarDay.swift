/// A day of the Gregorian calendar and seconds since 1970, UTC.
struct CalendarDay: Equatable {
  static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  var year: Int
  /// From 1.
  var month: Int
  var day: Int

  /// Days since 1970-01-01.
  ///
  /// Counts years from March, so that the leap day ends a year: Howard Hinnant's `days_from_civil`.
  var number: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// From 0 for Monday.
  var weekday: Int { (number % 7 + 7 + 3) % 7 }

  /// Whether the month has that day.
  var exists: Bool {
    guard 1...12 ~= month, day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[month - 1]
  }

  init(year: Int, month: Int, day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day that is so many days after 1970-01-01.
  init(number: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// A moment as HTTP writes it: "Mon, 23 Nov 2026 10:11:12 GMT" (RFC 9110 §5.6.7).
  static func text(_ seconds: Int) -> String {
    // Beyond the years that can be written, the number has to do.
    guard abs(seconds) < 253_402_300_800 else { return "\(seconds) seconds after 1970" }
    let number = seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400
    let day = CalendarDay(number: number)
    let second = seconds - number * 86400
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let date = "\(two(day.day)) \(months[day.month - 1]) \(day.year)"
    return
      "\(weekdays[day.weekday].prefix(3)), \(date) \(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60)) GMT"
  }
}
