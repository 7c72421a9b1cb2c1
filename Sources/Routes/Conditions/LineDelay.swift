/// How long bytes are held back on their way.
package struct LineDelay: Sendable, Hashable {
  /// An hour.
  static let limit = 3_600_000

  /// Milliseconds that all bytes wait.
  package let milliseconds: Int
  /// Milliseconds more that they wait at most, by chance; bytes never overtake each other.
  package let jitterMilliseconds: Int

  /// Lengths within their bounds.
  package init(milliseconds: Int, jitterMilliseconds: Int = 0) {
    self.milliseconds = min(max(milliseconds, 0), Self.limit)
    self.jitterMilliseconds = min(max(jitterMilliseconds, 0), Self.limit)
  }

  /// Reads `200ms`, `2s`, or with jitter `200ms~50ms`.
  package init(_ text: String) throws(RouteError) {
    let pieces = text.split(separator: "~", omittingEmptySubsequences: false).map(Self.milliseconds)
    guard 1...2 ~= pieces.count, let first = pieces[0], let last = pieces[pieces.count - 1] else {
      throw .duration(text)
    }
    milliseconds = first
    jitterMilliseconds = pieces.count == 2 ? last : 0
  }

  private static func milliseconds(_ text: Substring) -> Int? {
    let (digits, unit) = text.hasSuffix("ms") ? (text.dropLast(2), 1) : (text.dropLast(), 1_000)
    guard text.hasSuffix("s"), 1...7 ~= digits.utf8.count,
      digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), let number = Int(digits),
      number * unit <= limit
    else { return nil }
    return number * unit
  }
}

extension LineDelay: CustomStringConvertible {
  /// The delay as it is typed.
  package var description: String {
    func text(_ length: Int) -> String {
      length > 0 && length.isMultiple(of: 1_000) ? "\(length / 1_000)s" : "\(length)ms"
    }
    return text(milliseconds) + (jitterMilliseconds > 0 ? "~" + text(jitterMilliseconds) : "")
  }
}
