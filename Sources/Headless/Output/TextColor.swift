/// When a command's text has colours.
package enum TextColor: String, Sendable, CaseIterable {
  /// On a terminal that can, unless the environment says otherwise.
  case auto
  case always
  case never

  /// Whether text to such an output has colours, in this environment (`NO_COLOR`, `TERM`; https://no-color.org).
  package func isOn(isTerminal: Bool, environment: [String: String]) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && !["", "dumb"].contains(environment["TERM"] ?? "")
    }
  }
}
