/// A piece of a thin line: which of the four directions it goes to from the middle of its cell.
struct LineGlyph: OptionSet, Hashable {
  let rawValue: UInt8

  static let up = LineGlyph(rawValue: 1)
  static let down = LineGlyph(rawValue: 2)
  static let left = LineGlyph(rawValue: 4)
  static let right = LineGlyph(rawValue: 8)

  private static let glyphs: [Unicode.Scalar] = [
    " ", "╵", "╷", "│", "╴", "╯", "╮", "┤", "╶", "╰", "╭", "├", "─", "┴", "┬", "┼",
  ]

  /// The glyph, with round corners.
  var scalar: Unicode.Scalar { Self.glyphs[Int(rawValue & 15)] }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The piece that a scalar shows, if it is one.
  init?(_ scalar: Unicode.Scalar) {
    guard scalar != " ", let index = Self.glyphs.firstIndex(of: scalar) else { return nil }
    self.init(rawValue: UInt8(index))
  }
}
