/// How a cell looks: two colours and attributes.
package struct Style: Sendable, Hashable {
  /// What a terminal can do to text besides colour.
  package struct Attributes: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let italic = Attributes(rawValue: 4)
    package static let underline = Attributes(rawValue: 8)
    package static let reverse = Attributes(rawValue: 16)
  }

  package var foreground: Color
  package var background: Color
  package var attributes: Attributes

  package init(
    foreground: Color = .terminalDefault, background: Color = .terminalDefault, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours and no attribute.
  package static let plain = Style()

  /// The style with more attributes.
  package func adding(_ attributes: Attributes) -> Style {
    var style = self
    style.attributes.formUnion(attributes)
    return style
  }

  /// The style as something drawn that this one lies over: with its attributes, and its colours where it has some.
  package func over(_ drawn: Style) -> Style {
    Style(
      foreground: foreground == .terminalDefault ? drawn.foreground : foreground,
      background: background == .terminalDefault ? drawn.background : background,
      attributes: drawn.attributes.union(attributes))
  }

  /// The style in another text colour.
  package func foreground(_ color: Color) -> Style {
    var style = self
    style.foreground = color
    return style
  }

  /// The style on another background.
  package func background(_ color: Color) -> Style {
    var style = self
    style.background = color
    return style
  }
}
