/// Bytes as a case file writes them.
package enum EscapedBytes {
  package static func bytes(of text: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      switch escape {
      case UInt8(ascii: "r"): bytes.append(0x0d)
      case UInt8(ascii: "n"): bytes.append(0x0a)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "x"):
        guard let byte = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
          preconditionFailure("an escape is wrong: \(text)")
        }
        bytes.append(byte)
        rest = rest.dropFirst(2)
      case UInt8(ascii: "{"):
        let inner = String(decoding: rest.prefix { $0 != UInt8(ascii: "}") }, as: UTF8.self)
        rest = rest.dropFirst(inner.utf8.count + 1)
        guard let star = inner.lastIndex(of: "*"), let count = Int(inner[inner.index(after: star)...]) else {
          preconditionFailure("a repetition is wrong: \(text)")
        }
        let repeated = Self.bytes(of: inner[..<star])
        for _ in 0..<count { bytes += repeated }
      default: bytes.append(escape)
      }
    }
    return bytes
  }

  /// One line for each line of the input; long repetitions are folded.
  package static func lines(of bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    var line = ""
    var index = 0
    while index < bytes.count {
      if let (period, count) = repetition(in: bytes, at: index) {
        let unit = bytes[index..<index + period].map(escaped).joined()
        line += "\\{\(unit)*\(count)}"
        index += period * count
        continue
      }
      line += escaped(bytes[index])
      if bytes[index] == 0x0a {
        lines.append(line)
        line = ""
      }
      index += 1
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func repetition(in bytes: [UInt8], at start: Int) -> (period: Int, count: Int)? {
    guard bytes.count - start > 100 else { return nil }
    for period in 1...24 where start + period * 4 <= bytes.count {
      var end = start + period
      while end < bytes.count, bytes[end] == bytes[end - period] { end += 1 }
      let count = (end - start) / period
      if count * period >= 100, !bytes[start..<start + period].contains(UInt8(ascii: "}")) { return (period, count) }
    }
    return nil
  }

  private static func escaped(_ byte: UInt8) -> String {
    switch byte {
    case 0x0d: "\\r"
    case 0x0a: "\\n"
    case 0x09: "\\t"
    case UInt8(ascii: "\\"): "\\\\"
    case 0x20..<0x7f: String(UnicodeScalar(byte))
    default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
}
