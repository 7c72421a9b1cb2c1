/// Counts of bytes for people.
package enum ByteCount {
  /// A count where there is little room: `B` for bytes.
  package static func short(_ count: Int) -> String { count < 10_000 ? "\(count) B" : words(count) }

  /// A count in words: exact below 10 000, then with one decimal in kB, MB or GB.
  package static func words(_ count: Int) -> String {
    if count == 1 { return "1 byte" }
    if count < 10_000 { return "\(count) bytes" }
    var value = count
    for unit in ["kB", "MB", "GB"] {
      let tenths = (value + 50) / 100
      if tenths < 10_000 || unit == "GB" { return "\(tenths / 10).\(tenths % 10) \(unit)" }
      value /= 1000
    }
    return "\(count) bytes"
  }
}
