import TerminalUI

/// The parts of a theme by the names that files of themes have for them.
extension Theme {
  typealias Part = any WritableKeyPath<Theme, Style> & Sendable

  /// Parts that are drawn: without colours of their own they have those of `text`.
  static let drawn: [(name: String, path: Part)] = [
    ("text", \.text), ("faint", \.faint), ("strong", \.strong), ("border", \.border),
    ("focusedBorder", \.focusedBorder), ("bar", \.bar), ("key", \.key), ("good", \.good), ("caution", \.caution),
    ("bad", \.bad), ("match", \.match), ("name", \.name), ("number", \.number), ("literal", \.literal),
    ("info", \.info), ("sent", \.sent), ("received", \.received),
  ]

  /// Parts that lie over drawn ones.
  static let overlays: [(name: String, path: Part)] = [
    ("cursorRow", \.cursorRow), ("cursorRowWithoutFocus", \.cursorRowWithoutFocus), ("selection", \.selection),
    ("highlight", \.highlight),
  ]

  static var partNames: [String] { (drawn + overlays).map(\.name) }

  static func part(named name: String) -> Part? { (drawn + overlays).first { $0.name == name }?.path }

  /// The theme with the text's colours wherever a drawn part has none, so that no cell is left to the terminal where the
  /// text is not.
  var grounded: Theme {
    var theme = self
    for (_, path) in Self.drawn {
      if theme[keyPath: path].foreground == .terminalDefault { theme[keyPath: path].foreground = text.foreground }
      if theme[keyPath: path].background == .terminalDefault { theme[keyPath: path].background = text.background }
    }
    return theme
  }
}
