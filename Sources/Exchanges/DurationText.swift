package import Recordings

/// Times as a person reads them.
package enum DurationText {
  /// Milliseconds with one decimal below 100, none above.
  package static func milliseconds(_ value: Double) -> String {
    if value >= 100 { return String(Int(value.rounded())) }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// As in `3.2 s` or `4 min 10 s`.
  package static func seconds(from start: Timestamp, to end: Timestamp) -> String {
    let seconds = max(0, end.milliseconds(since: start) / 1000)
    if seconds < 60 {
      let tenths = Int(seconds * 10)
      return "\(tenths / 10).\(tenths % 10) s"
    }
    return "\(Int(seconds) / 60) min \(Int(seconds) % 60) s"
  }
}
