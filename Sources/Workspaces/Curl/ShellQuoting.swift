/// Writes texts so that a POSIX shell, and a terminal into which they are pasted, takes them as nothing but text.
enum ShellQuoting {
  /// A word; in single quotes where it holds anything but plain characters.
  static func word(_ text: String) -> String {
    let plain = "-_./:=@%+,"
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || plain.unicodeScalars.contains($0))
    }
    if isPlain, !text.isEmpty, !text.hasPrefix("=") { return text }
    return "'" + text.replacing("'", with: "'\\''") + "'"
  }

  /// Whether a text may stand in quotes: control characters act on a terminal when pasted (an escape ends a bracketed paste).
  static func canQuote(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "\n", "\t": true
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": false
      default: true
      }
    }
  }

  /// A `printf` that prints these bytes, in ASCII only.
  static func printf(_ bytes: [UInt8]) -> String {
    var format = ""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\r"): format += "\\r"
      case UInt8(ascii: "\n"): format += "\\n"
      case UInt8(ascii: "%"): format += "%%"
      case UInt8(ascii: "\\"): format += "\\\\"
      case 0x20...0x7E where byte != UInt8(ascii: "'") && byte != UInt8(ascii: "!"):
        format.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 8)
        format += "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
      }
    }
    return "printf '\(format)'"
  }
}
