import TerminalUI

/// The themes that come with Barewire.
extension Theme {
  /// Few colours from which all parts are made; each is read easily on `ground`, and `text` also on `selection`.
  private struct Palette {
    var ground: UInt32, text: UInt32, faint: UInt32, line: UInt32, selection: UInt32
    var accent: UInt32, good: UInt32, caution: UInt32, bad: UInt32, info: UInt32, number: UInt32
  }

  /// In the order in which they are offered.
  static let builtIn: [(name: String, theme: Theme)] = [
    ("terminal", terminal),
    ("barewire-dark", Theme(dark)),
    ("barewire-light", Theme(light)),
    ("harbor-dark", Theme(harborDark)),
    ("harbor-light", Theme(harborLight)),
    ("high-contrast-dark", Theme(contrastDark)),
    ("high-contrast-light", Theme(contrastLight)),
    ("mono", mono),
  ]

  /// Attributes only.
  static let mono: Theme = {
    var theme = Theme()
    for (_, path) in drawn {
      theme[keyPath: path].foreground = .terminalDefault
      theme[keyPath: path].background = .terminalDefault
    }
    theme.border = .plain
    // On the row of the cursor, which is reversed too, the line below tells a match.
    theme.match = Style(attributes: [.reverse, .bold, .underline])
    theme.caution = Style(attributes: .underline)
    theme.name = Style(attributes: .bold)
    return theme
  }()

  private static let dark = Palette(
    ground: 0x14181F, text: 0xD8DEE9, faint: 0x8B96A8, line: 0x7B8798, selection: 0x2F4263, accent: 0x5CC8D7,
    good: 0x8FCE7E, caution: 0xE5C07B, bad: 0xFF7B85, info: 0x82AAFF, number: 0xD59BF0)
  private static let light = Palette(
    ground: 0xFBFAF6, text: 0x22272E, faint: 0x666D78, line: 0x6B7280, selection: 0xCFE0F7, accent: 0x00707F,
    good: 0x2D6E2A, caution: 0x8A5A00, bad: 0xC0203A, info: 0x1D54C4, number: 0x8A2FB0)
  private static let harborDark = Palette(
    ground: 0x0B2530, text: 0xC3D3D5, faint: 0x86A0A5, line: 0x7F9AA0, selection: 0x1D4C5E, accent: 0x4FC1B6,
    good: 0xA3BF3F, caution: 0xD9B13B, bad: 0xFF8672, info: 0x68B5EE, number: 0xC7A3EA)
  private static let harborLight = Palette(
    ground: 0xF7F0DD, text: 0x33474D, faint: 0x626B67, line: 0x636C66, selection: 0xD9E6DE, accent: 0x0B6F68,
    good: 0x566A00, caution: 0x8A5A00, bad: 0xB52F22, info: 0x1C63A8, number: 0x7A45A5)
  private static let contrastDark = Palette(
    ground: 0x000000, text: 0xFFFFFF, faint: 0xC8C8C8, line: 0xFFFFFF, selection: 0x0A3D91, accent: 0x5FF7FF,
    good: 0x6BFF6B, caution: 0xFFE14D, bad: 0xFF9A9A, info: 0x9FC5FF, number: 0xF0B0FF)
  private static let contrastLight = Palette(
    ground: 0xFFFFFF, text: 0x000000, faint: 0x3D3D3D, line: 0x000000, selection: 0xFFE38A, accent: 0x00454F,
    good: 0x00450A, caution: 0x5A3A00, bad: 0x8A0016, info: 0x00237A, number: 0x55006B)

  private init(_ palette: Palette) {
    self.init()
    func color(_ value: UInt32) -> Color {
      .rgb(UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    }
    let ground = color(palette.ground)
    let chosen = color(palette.selection)
    text = Style(foreground: color(palette.text), background: ground)
    faint = Style(foreground: color(palette.faint))
    border = Style(foreground: color(palette.line))
    focusedBorder = Style(foreground: color(palette.accent), attributes: .bold)
    bar = Style(foreground: color(palette.text), background: chosen)
    key = Style(foreground: color(palette.accent), attributes: .bold)
    good = Style(foreground: color(palette.good))
    caution = Style(foreground: color(palette.caution))
    bad = Style(foreground: color(palette.bad), attributes: .bold)
    match = Style(foreground: ground, background: color(palette.caution))
    name = Style(foreground: color(palette.accent))
    number = Style(foreground: color(palette.number))
    literal = Style(foreground: color(palette.info), attributes: .bold)
    info = Style(foreground: color(palette.info))
    sent = literal
    received = good.adding(.bold)
    selection = Style(foreground: color(palette.text), background: chosen)
  }
}
