package import Documents
package import TerminalUI

/// How each kind of thing looks; colour is never the only signal.
package struct Theme: Sendable {
  package var text = Style.plain
  package var faint = Style(attributes: .dim)
  package var strong = Style(attributes: .bold)
  package var border = Style(foreground: .indexed(8))
  package var focusedBorder = Style(foreground: .cyan, attributes: .bold)
  package var bar = Style(attributes: .reverse)
  package var cursorRow = Style(attributes: .reverse)
  package var cursorRowWithoutFocus = Style(attributes: .underline)
  package var selection = Style(attributes: .reverse)
  package var key = Style(foreground: .cyan, attributes: .bold)
  package var good = Style(foreground: .green)
  package var caution = Style(foreground: .yellow)
  package var bad = Style(foreground: .red, attributes: .bold)
  package var match = Style(foreground: .black, background: .yellow)
  package var highlight = Style(attributes: [.underline, .bold])

  package init() {}

  /// The terminal's own sixteen colours: readable on light and dark.
  package static let terminal = Theme()

  package func style(of role: TextRole) -> Style {
    switch role {
    case .plain, .textByte: text
    case .key, .fieldName: Style(foreground: .cyan)
    case .string: good
    case .number: Style(foreground: .magenta)
    case .literal: Style(foreground: .blue, attributes: .bold)
    case .punctuation, .offset, .time: faint
    case .fieldValue: text
    case .startLine: strong
    case .hexByte: text
    case .sentMarker: Style(foreground: .blue, attributes: .bold)
    case .receivedMarker: Style(foreground: .green, attributes: .bold)
    case .size: Style(foreground: .magenta)
    case .partName: Style(foreground: .cyan, attributes: .italic)
    case .diagnosticNote, .note: Style(foreground: .blue)
    case .diagnosticWarning: caution
    case .diagnosticError: bad
    case .match: match
    }
  }

  /// A status code's colour by its class; the code itself says it too.
  package func style(ofStatus code: Int) -> Style {
    switch code {
    case 200..<300: Style(foreground: .green, attributes: .bold)
    case 300..<400: Style(foreground: .cyan, attributes: .bold)
    case 400..<500: Style(foreground: .yellow, attributes: .bold)
    case 500..<600: bad
    default: strong
    }
  }

  package func style(ofMethod method: String) -> Style {
    switch method {
    case "GET", "HEAD", "OPTIONS": Style(foreground: .green)
    case "POST": Style(foreground: .yellow)
    case "PUT", "PATCH": Style(foreground: .blue)
    case "DELETE": Style(foreground: .red)
    default: Style(foreground: .magenta)
    }
  }
}
