/// Names of fields: tokens without regard to case (RFC 9110 §5.1).
package enum FieldName {
  /// True where both name the same field.
  package static func equal(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Bool {
    ASCIICase.equal(left, right)
  }

  /// True where both name the same field.
  package static func equal(_ left: String, _ right: String) -> Bool { ASCIICase.equal(left, right) }

  /// The name in the form in which names are compared and looked up: ASCII capitals made small.
  package static func canonical(_ name: some Sequence<UInt8>) -> [UInt8] { ASCIICase.lowercased(name) }
}
