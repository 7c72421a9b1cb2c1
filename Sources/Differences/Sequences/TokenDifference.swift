/// Which words of two lines differ.
package struct TokenDifference: Sendable, Hashable {
  /// Lines with more words than this are marked from the first word that differs to the last one.
  private static let tokenLimit = 1024
  /// Lines that have less than this in common are two lines rather than a changed one.
  private static let leastSimilarity = 0.4

  /// UTF-8 offsets of what only the left line has.
  package private(set) var left: [Range<Int>] = []
  /// UTF-8 offsets of what only the right line has.
  package private(set) var right: [Range<Int>] = []
  /// How much of the longer line the other one has too, 0 to 1.
  package private(set) var similarity = 1.0

  /// Whether the one line is the other with changes.
  package var isOneLine: Bool { similarity >= Self.leastSimilarity }

  /// Compares two lines.
  package init(_ leftText: String, _ rightText: String) {
    let leftTokens = Self.tokens(of: leftText)
    let rightTokens = Self.tokens(of: rightText)
    let changes =
      max(leftTokens.count, rightTokens.count) > Self.tokenLimit
      ? [Self.middle(leftTokens, rightTokens)]
      : SequenceDifference.changes(leftTokens.map(\.hash), rightTokens.map(\.hash))
    left = Self.ranges(of: changes.map(\.left), in: leftTokens)
    right = Self.ranges(of: changes.map(\.right), in: rightTokens)
    let longer = max(leftText.utf8.count, rightText.utf8.count)
    let alone = max(left.reduce(0) { $0 + $1.count }, right.reduce(0) { $0 + $1.count })
    similarity = longer == 0 ? 1 : Double(longer - alone) / Double(longer)
  }

  private struct Token {
    var range: Range<Int>
    var hash: UInt64
  }

  /// Words, runs of spaces, and single marks.
  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var hasher = Hasher()
    var start = 0
    var kind: Kind?
    for (index, byte) in text.utf8.enumerated() {
      let next = Kind(byte)
      if let last = kind, last != next || next == .mark {
        tokens.append(Token(range: start..<index, hash: UInt64(bitPattern: Int64(hasher.finalize()))))
        hasher = Hasher()
        start = index
      }
      kind = next
      hasher.combine(byte)
    }
    if kind != nil {
      tokens.append(Token(range: start..<text.utf8.count, hash: UInt64(bitPattern: Int64(hasher.finalize()))))
    }
    return tokens
  }

  private enum Kind {
    case word, space, mark

    init(_ byte: UInt8) {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: self = .word
      case 0x20, 0x09: self = .space
      default: self = .mark
      }
    }
  }

  private static func middle(_ left: [Token], _ right: [Token]) -> SequenceChange {
    let shorter = min(left.count, right.count)
    var prefix = 0
    while prefix < shorter, left[prefix].hash == right[prefix].hash { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix, left[left.count - 1 - suffix].hash == right[right.count - 1 - suffix].hash {
      suffix += 1
    }
    return SequenceChange(left: prefix..<left.count - suffix, right: prefix..<right.count - suffix)
  }

  private static func ranges(of changes: [Range<Int>], in tokens: [Token]) -> [Range<Int>] {
    changes.filter { !$0.isEmpty }.map {
      tokens[$0.lowerBound].range.lowerBound..<tokens[$0.upperBound - 1].range.upperBound
    }
  }
}
