package import TerminalUI

extension Theme {
  /// What is still read easily where colours are few.
  private static let leastContrast = 3.0

  /// The theme in the colours that a terminal has.
  ///
  /// They are the nearest ones, and black or white where text and background would come too near to each other. Without
  /// colours only attributes tell parts from each other.
  package func fitted(to depth: ColorDepth) -> Theme {
    switch depth {
    case .direct: return self
    case .none: return .mono
    case .eight, .sixteen, .indexed: break
    }
    var theme = self
    for (_, path) in Self.drawn { theme[keyPath: path] = Self.fitted(self[keyPath: path], to: depth) }
    for (_, path) in Self.overlays { theme[keyPath: path] = Self.fitted(self[keyPath: path], to: depth) }
    return theme
  }

  private static func fitted(_ style: Style, to depth: ColorDepth) -> Style {
    var style = style
    let wasRGB = style.foreground.isDirect || style.background.isDirect
    style.foreground = depth.nearest(to: style.foreground)
    style.background = depth.nearest(to: style.background)
    guard wasRGB, let contrast = style.foreground.contrast(with: style.background), contrast < leastContrast,
      let black = Color.black.contrast(with: style.background), let white = Color.white.contrast(with: style.background)
    else { return style }
    style.foreground = black > white ? .black : depth == .eight ? .white : .indexed(15)
    return style
  }
}
