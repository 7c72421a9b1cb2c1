/// What is wrong with a field's value: where, how bad, by which rule.
package struct FieldFinding: Sendable, Equatable {
  /// How bad a finding is.
  package enum Severity: UInt8, Sendable, Hashable {
    /// Good to know; nothing is wrong.
    case note
    /// Allowed or forgiven, but probably not what was meant.
    case warning
    /// The value breaks a rule.
    case error

    /// The severity in words.
    package var name: String {
      switch self {
      case .note: "note"
      case .warning: "warning"
      case .error: "error"
      }
    }
  }

  package var severity: Severity
  /// The bytes in the value that it is about; empty where something is missing.
  package var range: Range<Int>
  package var rule: FieldRule
  /// A sentence for a person.
  package var message: String
}
