extension Color {
  /// Whether it is given in red, green and blue.
  package var isDirect: Bool {
    if case .rgb = self { true } else { false }
  }

  /// How well text of this colour is read on another, from 1 (not at all) to 21, by WCAG 2.
  ///
  /// Nil where the terminal decides about one of them. Palette colours count as xterm has them.
  package func contrast(with other: Color) -> Double? {
    guard self != .terminalDefault, other != .terminalDefault else { return nil }
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// Relative luminance, from 0 to 1.
  private var luminance: Double {
    let (red, green, blue) = ColorDepth.components(self)
    return 0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// sRGB undone: an approximation of its curve that needs no `pow`, off by less than 0.002.
  private static func linear(_ component: Int) -> Double {
    let value = Double(component) / 255
    return value <= 0.04045 ? value / 12.92 : value * (value * (value * 0.305306011 + 0.682171111) + 0.012522878)
  }
}
