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
