/// Spans of time and moments in words.
enum DurationWords {
  private static let units: [(name: String, seconds: Int)] = [
    ("year", 365 * 86400), ("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1),
  ]

  /// "1 minute", "1 hour 30 minutes": the largest unit, and the next one where it has any.
  static func span(_ seconds: Int) -> String {
    guard seconds > 0 else { return "0 seconds" }
    for (index, unit) in units.enumerated() where seconds >= unit.seconds {
      let text = Words.count(seconds / unit.seconds, unit.name)
      guard index + 1 < units.count else { return text }
      let next = units[index + 1]
      let rest = seconds % unit.seconds / next.seconds
      return rest == 0 ? text : text + " " + Words.count(rest, next.name)
    }
    return "0 seconds"
  }

  /// "3 minutes ago", "in 2 days", "now": by the largest unit alone.
  static func distance(_ moment: Int, from now: Int) -> String {
    let seconds = moment - now
    guard let unit = units.first(where: { abs(seconds) >= $0.seconds }) else { return "now" }
    let text = Words.count(abs(seconds) / unit.seconds, unit.name)
    return seconds < 0 ? text + " ago" : "in " + text
  }
}
