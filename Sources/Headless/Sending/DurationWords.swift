/// Numbers for people.
enum DurationWords {
  /// Milliseconds with three decimals.
  static func milliseconds(_ value: Double) -> String {
    let microseconds = Int((max(0, value) * 1000).rounded())
    let part = "\(microseconds % 1000)"
    return "\(microseconds / 1000)." + String(repeating: "0", count: 3 - part.utf8.count) + part + " ms"
  }

  /// Seconds with one decimal.
  static func seconds(_ milliseconds: Double) -> String {
    let tenths = Int((max(0, milliseconds) / 100).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
