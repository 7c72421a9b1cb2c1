import Settings
import TerminalUI

/// Reads a style as people write it: `bold #5cc8d7 on #14181f`, `dim`, `bright-red underline`, `default on 236`.
enum StyleText {
  private static let attributes: [String: Style.Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
  ]
  private static let colors = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  /// The style, or the sentence that says which word is none; `named` are colours that the file has names for.
  static func style(_ text: String, named: [String: Color]) -> Result<Style, StyleProblem> {
    var style = Style.plain
    var isBackground = false
    for word in text.split(separator: " ").map(String.init) {
      if word == "on" {
        isBackground = true
      } else if let attribute = attributes[word] {
        style.attributes.formUnion(attribute)
      } else if let color = named[word] ?? color(word) {
        if isBackground { style.background = color } else { style.foreground = color }
        isBackground = false
      } else {
        let known = Array(attributes.keys) + named.keys + colors + ["on", "default"]
        return .failure(
          StyleProblem(
            "“\(word)” is no colour and no attribute" + NearestName.hint(for: word, among: known.sorted())))
      }
    }
    return .success(style)
  }

  /// A colour by its name, its number of 256, or as `#rrggbb` or `#rgb`.
  static func color(_ word: String) -> Color? {
    if word == "default" { return .terminalDefault }
    if let number = UInt8(word) { return .indexed(number) }
    if word.hasPrefix("#") { return hexadecimal(word.dropFirst()) }
    let isBright = word.hasPrefix("bright-")
    guard let index = colors.firstIndex(of: isBright ? String(word.dropFirst(7)) : word) else { return nil }
    return .indexed(UInt8(index + (isBright ? 8 : 0)))
  }

  private static func hexadecimal(_ digits: Substring) -> Color? {
    guard digits.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }), let value = UInt32(digits, radix: 16)
    else { return nil }
    func byte(_ shift: UInt32) -> UInt8 { UInt8(value >> shift & 0xFF) }
    func digit(_ shift: UInt32) -> UInt8 { UInt8(value >> shift & 0xF) * 17 }
    switch digits.utf8.count {
    case 6: return .rgb(byte(16), byte(8), byte(0))
    case 3: return .rgb(digit(8), digit(4), digit(0))
    default: return nil
    }
  }
}

/// Why a text is no style.
struct StyleProblem: Error, Equatable {
  let message: String

  init(_ message: String) { self.message = message }
}
