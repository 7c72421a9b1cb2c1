/// Comparison without regard to the case of ASCII letters; other bytes must be equal.
package enum ASCIICase {
  /// True where both are the same but for the case of ASCII letters.
  package static func equal(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Bool {
    left.elementsEqual(right) { Byte.lowercased($0) == Byte.lowercased($1) }
  }

  /// True where both are the same but for the case of ASCII letters.
  package static func equal(_ left: String, _ right: String) -> Bool { equal(left.utf8, right.utf8) }

  /// The bytes with ASCII capitals made small.
  package static func lowercased(_ bytes: some Sequence<UInt8>) -> [UInt8] { bytes.map(Byte.lowercased) }
}
