/// Where a rule about a field's value is written.
package struct FieldRule: Sendable, Hashable, CustomStringConvertible {
  /// The document: "RFC 9110", "W3C Server Timing".
  package let document: String
  /// Section in it, such as "5.6.7"; empty for a standard that lives on and is numbered anew.
  package let section: String

  /// A section of an RFC.
  init(_ rfc: Int, _ section: String) {
    self.init("RFC \(rfc)", section)
  }

  /// A section of another document.
  init(_ document: String, _ section: String = "") {
    self.document = document
    self.section = section
  }

  /// The rule as people cite it: "RFC 9110 §5.6.7".
  package var description: String { section.isEmpty ? document : "\(document) §\(section)" }

  static let list = FieldRule(9110, "5.6.1")
  static let token = FieldRule(9110, "5.6.2")
  static let whitespace = FieldRule(9110, "5.6.3")
  static let quotedString = FieldRule(9110, "5.6.4")
  static let parameters = FieldRule(9110, "5.6.6")
  static let date = FieldRule(9110, "5.6.7")
}
