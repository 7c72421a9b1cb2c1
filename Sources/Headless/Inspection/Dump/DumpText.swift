import HTTPMessages
import TerminalText

/// The bytes of a row as text, in as many columns as there are bytes.
///
/// Nothing in it acts on a terminal or moves what stands beside it: controls, and the spaces between parts, are shown as
/// their pictures; a character of several bytes stands at its first byte, where it is upright, stands alone and reads
/// from left to right; any other byte is a dot.
enum DumpText {
  /// Gives the scalars of a span of bytes, one for each column that no wide character covers.
  static func forEachScalar(of bytes: ArraySlice<UInt8>, in part: MessagePart, _ body: (Unicode.Scalar) -> Void) {
    var rest = bytes
    while let byte = rest.first {
      if byte < 0x80 {
        body(visible(byte, in: part))
        rest = rest.dropFirst()
      } else if let (scalar, columns, count) = character(at: rest) {
        body(scalar)
        for _ in columns..<count { body(dot) }
        rest = rest.dropFirst(count)
      } else {
        body(dot)
        rest = rest.dropFirst()
      }
    }
  }

  private static let dot: Unicode.Scalar = "·"

  private static func visible(_ byte: UInt8, in part: MessagePart) -> Unicode.Scalar {
    let isSpace = byte == 0x20 && part == .whitespace
    return isSpace ? "␠" : TerminalFilter.visible(Unicode.Scalar(byte))
  }

  /// The character of several bytes that begins here, where all of it is there and it can be shown.
  private static func character(at bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, columns: Int, count: Int)? {
    let count = bytes.first.map { $0 >= 0xF0 ? 4 : $0 >= 0xE0 ? 3 : 2 } ?? 0
    guard let text = String(validating: bytes.prefix(count), as: UTF8.self), text.utf8.count == count,
      let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1, standsAlone(scalar)
    else { return nil }
    let columns = TerminalWidth.columns(of: scalar)
    return (1...count).contains(columns) ? (scalar, columns, count) : nil
  }

  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    guard TerminalFilter.isHarmless(scalar) else { return false }
    switch scalar.value {
    // Hebrew, Arabic and their neighbours; the second half of a flag; the tone of a skin.
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF, 0x1F1E6...0x1F1FF,
      0x1F3FB...0x1F3FF:
      return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber, .letterNumber,
      .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .otherSymbol:
      return true
    default: return false
    }
  }
}
