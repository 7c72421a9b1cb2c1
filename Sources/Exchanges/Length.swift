/// Lengths of time in words.
package enum Length {
  /// As in `250 ms`, `1.5 s` or `30 s`.
  package static func words(milliseconds: Int) -> String {
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    let tenths = (milliseconds + 50) / 100
    return tenths.isMultiple(of: 10) ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
  }

  /// As `words(milliseconds:)`, rounded down.
  package static func words(nanoseconds: UInt64) -> String {
    words(milliseconds: Int(nanoseconds / 1_000_000))
  }

  /// Below a second in tenths of a millisecond, as in `0.4 ms`.
  package static func exactWords(nanoseconds: UInt64) -> String {
    if nanoseconds >= 1_000_000_000 { return words(nanoseconds: nanoseconds) }
    let tenths = (nanoseconds + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) ms"
  }
}

extension Duration {
  /// The length in nanoseconds, none for negative ones.
  package var nanoseconds: UInt64 {
    let (seconds, attoseconds) = components
    if seconds < 0 || attoseconds < 0 { return 0 }
    let (product, overflow) = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? .max >> 1 : min(.max >> 1, product + UInt64(attoseconds / 1_000_000_000))
  }
}
