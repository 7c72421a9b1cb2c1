/// Dividing a value into members, without being led astray by quotes.
extension ReadingBuilder {
  /// Members that a list is divided into at most.
  private static let memberLimit = FieldReading.partLimit

  /// The pieces between separators outside of quoted strings, without whitespace around them; empty ones too.
  ///
  /// Where `angles` is set, `<` to `>` is one piece as well: a URI can hold commas (RFC 8288 §3).
  mutating func pieces(of range: Range<Int>, at separator: UInt8, angles: Bool = false) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    var isQuoted = false
    var isInAngles = false
    while index < range.upperBound {
      let byte = bytes[index]
      if isQuoted {
        if byte == ASCII.backslash { index += 1 } else if byte == ASCII.quote { isQuoted = false }
      } else if isInAngles {
        if byte == ASCII.greater { isInAngles = false }
      } else if byte == ASCII.quote {
        isQuoted = true
      } else if angles, byte == ASCII.less {
        isInAngles = true
      } else if byte == separator {
        guard pieces.count < Self.memberLimit else {
          noteCut()
          return pieces
        }
        pieces.append(trimmed(start..<index))
        start = index + 1
      }
      index += 1
    }
    pieces.append(trimmed(start..<range.upperBound))
    return pieces
  }

  /// The members of a comma-separated list; an empty one is a finding and left out (RFC 9110 §5.6.1).
  mutating func listMembers(angles: Bool = false) -> [Range<Int>] {
    let all = pieces(of: whole, at: ASCII.comma, angles: angles)
    for piece in all where piece.isEmpty {
      find(
        .warning, piece, .list, "The list has an empty member: a sender must not write one, a recipient skips it.")
    }
    return all.filter { !$0.isEmpty }
  }
}
