/// A name and a value that can be switched off without losing them: a header field, a parameter, a form field.
package struct NamedValue: Sendable, Hashable {
  package var name: String
  package var value: String
  package var isEnabled: Bool
  /// Members of the file's JSON object that this version does not know, kept for the next save.
  package var unknownMembers: [String: JSONValue]

  package init(_ name: String, _ value: String, isEnabled: Bool = true) {
    self.name = name
    self.value = value
    self.isEnabled = isEnabled
    self.unknownMembers = [:]
  }
}
