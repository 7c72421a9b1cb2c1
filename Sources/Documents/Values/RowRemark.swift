/// What there is to say of a row to whoever stands on it.
package struct RowRemark: Sendable, Hashable {
  /// One line, not filtered: it may quote bytes of a server.
  package var text: String
  /// `note`, or how bad a finding it tells of.
  package var role: TextRole

  /// A remark of one line.
  package init(text: String, role: TextRole = .note) {
    self.text = text
    self.role = role
  }

  /// Whether something is wrong, so that the row deserves a mark.
  package var isWarning: Bool { role == .diagnosticWarning || role == .diagnosticError }
}
