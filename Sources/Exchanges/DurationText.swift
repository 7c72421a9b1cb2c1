import Glibc
package import Recordings

/// Times as a person reads them.
package enum DurationText {
  /// Milliseconds with one decimal below 100, none above.
  package static func milliseconds(_ value: Double) -> String {
    if value >= 100 { return String(Int(value.rounded())) }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The age at `now` of what began at `start`, as in `3.2 s`, and of what is older than ten seconds the time of day at
  /// which it began, as in `since 14:02:07`: on a screen that need not be drawn again while nothing happens.
  package static func age(from start: Timestamp, to now: Timestamp) -> String {
    let age = now.nanoseconds(since: start)
    guard age < youth else { return "since \(timeOfDay(secondsAgo: age / second))" }
    return "\(age / second).\(age / tenth % 10) s"
  }

  /// How long after `now` it takes until `age(from:to:)` reads otherwise; nil where it never does.
  package static func untilAgeChanges(from start: Timestamp, to now: Timestamp) -> Duration? {
    let age = now.nanoseconds(since: start)
    return age < youth ? .nanoseconds(Int64(tenth - age % tenth)) : nil
  }

  private static let second: UInt64 = 1_000_000_000
  private static let tenth = second / 10
  private static let youth = 10 * second

  /// Where the user is.
  private static func timeOfDay(secondsAgo seconds: UInt64) -> String {
    var moment = time(nil) - Int(seconds)
    var local = tm()
    localtime_r(&moment, &local)
    let parts = [local.tm_hour, local.tm_min, local.tm_sec]
    return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
