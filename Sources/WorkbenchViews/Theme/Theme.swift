package import Documents
package import TerminalUI

/// How each kind of thing looks; colour is never the only signal.
package struct Theme: Sendable, Hashable {
  package var text = Style.plain
  package var faint = Style(attributes: .dim)
  package var strong = Style(attributes: .bold)
  package var border = Style(foreground: .indexed(8))
  package var focusedBorder = Style(foreground: .cyan, attributes: .bold)
  package var bar = Style(attributes: .reverse)
  package var key = Style(foreground: .cyan, attributes: .bold)
  package var good = Style(foreground: .green)
  package var caution = Style(foreground: .yellow)
  package var bad = Style(foreground: .red, attributes: .bold)
  package var match = Style(foreground: .black, background: .yellow)
  /// Names: of fields, of an object's members.
  package var name = Style(foreground: .cyan)
  package var number = Style(foreground: .magenta)
  package var literal = Style(foreground: .blue, attributes: .bold)
  package var info = Style(foreground: .blue)
  package var sent = Style(foreground: .blue, attributes: .bold)
  package var received = Style(foreground: .green, attributes: .bold)

  // These lie over what is drawn already; a colour that they leave out stays.
  package var cursorRow = Style(attributes: .reverse)
  package var cursorRowWithoutFocus = Style(attributes: .underline)
  package var selection = Style(attributes: .reverse)
  package var highlight = Style(attributes: [.underline, .bold])

  package init() {}

  /// The terminal's own sixteen colours: readable on light and dark.
  package static let terminal = Theme()

  package func style(of role: TextRole) -> Style {
    switch role {
    case .plain, .textByte, .fieldValue, .hexByte: text
    case .key, .fieldName: name
    case .string: good
    case .number, .size: number
    case .literal: literal
    case .punctuation, .offset, .time, .comment: faint
    case .startLine: strong
    case .sentMarker: sent
    case .receivedMarker: received
    case .partName: name.adding(.italic)
    case .diagnosticNote, .note: info
    case .diagnosticWarning: caution
    case .diagnosticError: bad
    case .match: match
    case .removed: Style(foreground: .red)
    case .added: good
    case .removedPart: Style(foreground: .red, attributes: [.reverse, .bold])
    case .addedPart: Style(foreground: .green, attributes: [.reverse, .bold])
    }
  }

  /// A status code's colour by its class; the code itself says it too.
  package func style(ofStatus code: Int) -> Style {
    switch code {
    case 200..<300: good.adding(.bold)
    case 300..<400: key
    case 400..<500: caution.adding(.bold)
    case 500..<600: bad
    default: strong
    }
  }

  package func style(ofMethod method: String) -> Style {
    switch method {
    case "GET", "HEAD", "OPTIONS": good
    case "POST": caution
    case "PUT", "PATCH": info
    case "DELETE": bad
    default: number
    }
  }
}
