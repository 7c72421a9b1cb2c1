/// A finding about bytes: what is wrong, where, how bad it is and by which rule.
package struct Diagnostic: Sendable, Hashable {
  /// How bad a finding is.
  package enum Severity: UInt8, Sendable, Hashable, Comparable, CaseIterable {
    /// Good to know; nothing is wrong.
    case note
    /// Allowed or forgiven, but readers differ or a limit was met.
    case warning
    /// The message breaks a rule.
    case error

    package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

    /// The severity in words.
    package var name: String {
      switch self {
      case .note: "note"
      case .warning: "warning"
      case .error: "error"
      }
    }
  }

  package var code: Code
  /// Offsets in the stream; empty where something is missing rather than wrong.
  package var range: Range<Int>

  package init(code: Code, range: Range<Int>) {
    self.code = code
    self.range = range
  }

  package var severity: Severity { code.severity }
  package var rule: Rule { code.rule }
  /// A sentence for a person.
  package var message: String { code.message }
}
