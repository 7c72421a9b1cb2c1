/// Text for a terminal or a file, with or without colours.
///
/// The caller sees to it that nothing in the text acts on a terminal; the only control characters that come out are line
/// ends and, with colours, their own.
struct StyledText {
  let hasColors: Bool
  /// What was written and not yet taken, as UTF-8.
  private(set) var bytes: [UInt8] = []
  private var style = TextStyle.plain
  /// Spaces are written when something follows them, so that no line ends in them.
  private var spaces = 0

  init(hasColors: Bool) {
    self.hasColors = hasColors
  }

  /// Writes text without line ends.
  mutating func write(_ text: String, _ style: TextStyle = .plain) {
    guard !text.isEmpty else { return }
    begin(style)
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes one scalar of one column.
  mutating func write(_ scalar: Unicode.Scalar, _ style: TextStyle = .plain) {
    begin(style)
    if scalar.isASCII { bytes.append(UInt8(scalar.value)) } else { bytes.append(contentsOf: String(scalar).utf8) }
  }

  /// Leaves columns empty.
  mutating func skip(_ columns: Int) {
    spaces += max(0, columns)
  }

  mutating func endLine() {
    spaces = 0
    apply(.plain)
    bytes.append(0x0A)
  }

  /// Takes what was written so far.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func begin(_ style: TextStyle) {
    if spaces > 0 {
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: spaces))
      spaces = 0
    }
    apply(style)
  }

  private mutating func apply(_ style: TextStyle) {
    guard hasColors, style != self.style else { return }
    self.style = style
    bytes.append(contentsOf: "\u{1B}[\(style.rawValue)m".utf8)
  }
}

/// How text looks, as the parameters of the escape sequence that sets it (SGR, ECMA-48 §8.3.117).
enum TextStyle: String {
  case plain = "0"
  case bold = "0;1"
  case dim = "0;2"
  case red = "0;31"
  case green = "0;32"
  case magenta = "0;35"
  case cyan = "0;36"
  case boldCyan = "0;1;36"
  case brightBlue = "0;94"
  case boldRed = "0;1;31"
  case boldYellow = "0;1;33"
  case boldBlue = "0;1;94"
  case boldGreen = "0;1;32"
}
