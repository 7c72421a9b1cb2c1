/// The SHA-256 of a certificate's DER form, by which an exception is bound to that certificate.
package struct CertificateFingerprint: Sendable, Hashable, CustomStringConvertible {
  /// The digest in hexadecimal, two digits a byte with colons between.
  package let description: String

  /// Reads 64 hexadecimal digits in either case, with or without colons or spaces; nothing when the text is something
  /// else.
  package init?(_ text: String) {
    let digits = text.uppercased().filter { $0 != ":" && $0 != " " }
    guard digits.utf8.count == 64, digits.allSatisfy(\.isHexDigit) else { return nil }
    var description = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, index.isMultiple(of: 2) { description += ":" }
      description.append(digit)
    }
    self.description = description
  }
}
