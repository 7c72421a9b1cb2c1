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

  /// A count of bytes: exact below 10 000, then with one decimal in kB, MB or GB.
  static func bytes(_ count: Int) -> String {
    if count == 1 { return "1 byte" }
    if count < 10_000 { return "\(count) bytes" }
    var value = count
    for unit in ["kB", "MB"] {
      let tenths = (value + 50) / 100
      if tenths < 10_000 { return "\(tenths / 10).\(tenths % 10) \(unit)" }
      value /= 1000
    }
    let tenths = (value + 50) / 100
    return "\(tenths / 10).\(tenths % 10) GB"
  }
}
