import Recordings

/// Times as a person reads them.
enum DurationText {
  /// Milliseconds with one decimal below 100, none above.
  static func milliseconds(_ value: Double) -> String {
    if value >= 100 { return String(Int(value.rounded())) }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// As in `3.2 s` or `4 min 10 s`.
  static func seconds(from start: Timestamp, to end: Timestamp) -> String {
    let seconds = max(0, end.milliseconds(since: start) / 1000)
    if seconds < 60 {
      let tenths = Int(seconds * 10)
      return "\(tenths / 10).\(tenths % 10) s"
    }
    return "\(Int(seconds) / 60) min \(Int(seconds) % 60) s"
  }
}

/// Counts of bytes as a person reads them.
enum SizeText {
  /// Exact below 10,000; then in kB, MB, GB with three digits.
  static func bytes(_ count: Int) -> String {
    guard count >= 10_000 else { return "\(count) B" }
    var value = Double(count)
    var unit = "B"
    for next in ["kB", "MB", "GB"] where value >= 1000 {
      value /= 1000
      unit = next
    }
    if value >= 100 { return "\(Int(value.rounded())) \(unit)" }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(unit)"
  }
}
