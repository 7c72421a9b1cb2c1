/// An IPv6 address, read and written as WHATWG's URL standard does (RFC 4291 in, RFC 5952 out).
struct IPv6Text: CustomStringConvertible, Equatable {
  private let pieces: [UInt16]

  /// Nil where the text is no address.
  init?(_ text: String) {
    var groups = Self.groups(of: text[...])
    if let gap = Self.gap(in: text) {
      guard let head = Self.groups(of: text[..<gap.lowerBound], mayEndInIPv4: false),
        let tail = Self.groups(of: text[gap.upperBound...]),
        head.count + tail.count < 8
      else { return nil }
      groups = head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
    }
    guard let groups, groups.count == 8 else { return nil }
    pieces = groups
  }

  private static func gap(in text: String) -> Range<String.Index>? {
    guard let start = zip(text.indices, text.indices.dropFirst()).first(where: { text[$0] == ":" && text[$1] == ":" })
    else { return nil }
    return start.0..<text.index(after: start.1)
  }

  /// Groups of hexadecimal digits between colons, the last one perhaps an IPv4 address; empty text has none.
  private static func groups(of text: Substring, mayEndInIPv4: Bool = true) -> [UInt16]? {
    if text.isEmpty { return [] }
    var groups: [UInt16] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if mayEndInIPv4, index == parts.count - 1, part.utf8.contains(UInt8(ascii: ".")) {
        guard let (high, low) = dotted(part) else { return nil }
        groups += [high, low]
      } else {
        guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy(isHexDigit), let group = UInt16(part, radix: 16)
        else { return nil }
        groups.append(group)
      }
    }
    return groups
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    byte < 0x80 && Character(Unicode.Scalar(byte)).isHexDigit
  }

  /// An embedded IPv4 address: four plain decimal parts without leading zeros.
  private static func dotted(_ text: Substring) -> (UInt16, UInt16)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bytes: [UInt16] = []
    for part in parts {
      guard part == "0" || (!part.hasPrefix("0") && !part.hasPrefix("+")), let byte = UInt8(part) else { return nil }
      bytes.append(UInt16(byte))
    }
    return (bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3])
  }

  var description: String {
    // The first longest run of two zeros or more is left out.
    var longest = 0..<0
    var index = 0
    while index < 8 {
      var end = index
      while end < 8, pieces[end] == 0 { end += 1 }
      if end - index > max(longest.count, 1) { longest = index..<end }
      index = max(end, index + 1)
    }
    func text(_ range: Range<Int>) -> String {
      pieces[range].map { String($0, radix: 16) }.joined(separator: ":")
    }
    return longest.isEmpty ? text(0..<8) : text(0..<longest.lowerBound) + "::" + text(longest.upperBound..<8)
  }
}
