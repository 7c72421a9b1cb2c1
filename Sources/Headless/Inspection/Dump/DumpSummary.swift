import HTTPMessages

/// What is known of a message, or of what is left over, for the line at its end.
struct DumpSummary {
  let start: Int
  var framing: Framing?
  var contentLength: Int?
  var contentCount = 0
  var chunkCount = 0
  var leftoverCount = 0
  /// Offset after the last byte.
  var end: Int
  private var counts: [Diagnostic.Severity: Int] = [:]

  init(start: Int) {
    self.start = start
    end = start
  }

  var hasErrors: Bool { counts[.error] != nil }

  mutating func count(_ diagnostic: Diagnostic) {
    counts[diagnostic.severity, default: 0] += 1
  }

  /// Takes the counts of findings that came before this began.
  mutating func take(_ findings: [Diagnostic]) {
    for finding in findings { count(finding) }
  }

  /// What a message is: how long, how its end is known, and what was found in it.
  func words(isComplete: Bool) -> String {
    var words = [isComplete ? "complete" : "incomplete", CountWords.bytes(end - start), framingWords]
    if leftoverCount > 0 { words.append("\(leftoverCount) left over") }
    if isComplete, !hasErrors { words.append("well formed") }
    return (words + findingWords).joined(separator: ", ")
  }

  /// How many findings of which severity.
  var findingWords: [String] {
    Diagnostic.Severity.allCases.reversed().compactMap { severity in
      counts[severity].map { CountWords.words($0, severity.name) }
    }
  }

  private var framingWords: String {
    switch framing {
    case nil: return "unfinished head"
    case .some(.none): return "no content"
    case .contentLength:
      let length = contentLength ?? 0
      return contentCount < length ? "\(contentCount) of \(length) bytes came" : "content length \(length)"
    case .chunked: return "\(CountWords.words(chunkCount, "chunk")) of \(CountWords.bytes(contentCount))"
    case .untilClose: return "content until close of \(CountWords.bytes(contentCount))"
    case .stream: return "content until the stream's end of \(CountWords.bytes(contentCount))"
    case .tunnel: return "tunnel of \(CountWords.bytes(contentCount))"
    }
  }
}
