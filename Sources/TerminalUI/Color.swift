/// A colour as a theme names it; the terminal shows the nearest one that it has.
package enum Color: Sendable, Hashable {
  /// What the user has set for text or background.
  case terminalDefault
  /// One of the terminal's palette: 0–7 the ANSI colours, 8–15 the bright ones, 16–255 the cube and the greys.
  case indexed(UInt8)
  /// Red, green, blue.
  case rgb(UInt8, UInt8, UInt8)

  package static let black = Color.indexed(0)
  package static let red = Color.indexed(1)
  package static let green = Color.indexed(2)
  package static let yellow = Color.indexed(3)
  package static let blue = Color.indexed(4)
  package static let magenta = Color.indexed(5)
  package static let cyan = Color.indexed(6)
  package static let white = Color.indexed(7)
}
