/// `Content-Security-Policy` (W3C CSP3 §2.2): what a page may load and run.
enum ContentSecurityPolicyField {
  /// Words that mean something only in single quotes; without them they are names of hosts.
  private static let keywords: Set<String> = [
    "none", "self", "unsafe-inline", "unsafe-eval", "strict-dynamic", "unsafe-hashes", "report-sample",
    "wasm-unsafe-eval",
  ]

  static func read(_ reading: inout ReadingBuilder) -> String {
    var seen: Set<String> = []
    var count = 0
    for piece in reading.bytes[reading.whole].split(separator: ASCII.semicolon) where !reading.isFull {
      let range = reading.trimmed(piece.startIndex..<piece.endIndex)
      guard !range.isEmpty else { continue }
      let end = reading.bytes[range].firstIndex(where: ASCII.isSpace) ?? range.upperBound
      let name = range.lowerBound..<end
      let sources = reading.trimmed(end..<range.upperBound)
      reading.add(reading.shown(name), range, text: reading.shown(sources))
      count += 1
      if !seen.insert(reading.lowered(name)).inserted {
        reading.find(
          .warning, range, FieldRule("W3C CSP3", "2.2.1"),
          "\(Words.quoted(reading.shown(name))) stands more than once: only the first one counts.")
      }
      guard reading.lowered(name).hasSuffix("-src") else { continue }
      for word in reading.bytes[sources].split(whereSeparator: ASCII.isSpace) {
        let text = ASCII.lowered(word.prefix(40))
        if keywords.contains(text) {
          reading.find(
            .warning, word.startIndex..<word.endIndex, FieldRule("W3C CSP3", "2.3.1"),
            "Without single quotes \(text) is the name of a host: write '\(text)'.")
        }
      }
    }
    return "a policy of \(Words.count(count, "directive")) for what a page may load and run"
  }
}
