import Exchanges
import HTTPMessages

/// What is wrong with bytes of one direction, and where that is told.
struct Finding: Sendable, Equatable {
  /// Of longer ranges (a whole content that ended early) the bytes themselves are not marked.
  static let shownLength = 1024

  /// The byte behind whose row it stands: one of the exchange's.
  var offset: Int
  /// Nil where a message has more than its index keeps.
  var diagnostic: Diagnostic?

  /// Whether it is told of, or marked on, a byte of a range.
  func touches(_ range: Range<Int>) -> Bool {
    range.contains(offset) || diagnostic.map { $0.range.count <= Self.shownLength && $0.range.overlaps(range) } ?? false
  }
}

extension MessageParts {
  /// What is wrong with the messages, in the order of the offsets.
  func findings() -> [Finding] {
    if range.isEmpty { return [] }
    var findings: [Finding] = []
    for message in messages {
      let found = message.diagnostics.map { diagnostic in
        let offset = min(max(diagnostic.range.lowerBound, range.lowerBound), range.upperBound - 1)
        return Finding(offset: offset, diagnostic: diagnostic)
      }
      findings += found
      if message.diagnosticCount > found.count, let last = found.map(\.offset).max() {
        findings.append(Finding(offset: last, diagnostic: nil))
      }
    }
    return findings.sorted { $0.offset < $1.offset }
  }
}
