/// A name and a value that can be switched off without losing them: a header field, a parameter, a form field.
package struct NamedValue: Sendable, Hashable {
  package var name: String
  package var value: String
  package var isEnabled: Bool

  package init(_ name: String, _ value: String, isEnabled: Bool = true) {
    self.name = name
    self.value = value
    self.isEnabled = isEnabled
  }
}
