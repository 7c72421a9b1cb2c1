extension Diagnostic {
  /// Where a rule is written.
  package struct Rule: Sendable, Hashable, CustomStringConvertible {
    /// Number of the RFC.
    package let rfc: Int
    /// Section in it, such as "5.1".
    package let section: String

    package init(rfc: Int, section: String) {
      self.rfc = rfc
      self.section = section
    }

    /// The rule as people cite it: "RFC 9112 §5.1".
    package var description: String { "RFC \(rfc) §\(section)" }
  }
}
