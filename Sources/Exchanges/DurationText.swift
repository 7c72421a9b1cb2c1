package import Recordings

/// Times as a person reads them.
package enum DurationText {
  /// Milliseconds with one decimal below 100, none above.
  package static func milliseconds(_ value: Double) -> String {
    if value >= 100 { return String(Int(value.rounded())) }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// As in `3.2 s`, `42 s` or `4 min 10 s`.
  package static func seconds(from start: Timestamp, to end: Timestamp) -> String {
    let milliseconds = end.nanoseconds(since: start) / 1_000_000
    let seconds = milliseconds / 1000
    if seconds < tenthsLimit { return "\(seconds).\(milliseconds / 100 % 10) s" }
    return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }

  /// How long after `end` it takes until `seconds(from:to:)` reads otherwise.
  package static func untilSecondsChange(from start: Timestamp, to end: Timestamp) -> Duration {
    let age = end.nanoseconds(since: start)
    let step: UInt64 = age < tenthsLimit * 1_000_000_000 ? 100_000_000 : 1_000_000_000
    return .nanoseconds(Int64(step - age % step))
  }

  /// Seconds from which on tenths say nothing: an age would be drawn ten times a second for hours.
  private static let tenthsLimit: UInt64 = 10
}
