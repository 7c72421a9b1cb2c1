/// One of the names that a certificate is for (RFC 5280 §4.2.1.6).
package enum AlternativeName: Sendable, Hashable, CustomStringConvertible {
  /// A host name; a `*` in the place of its first label stands for any label.
  case host(String)
  /// An IPv4 or IPv6 address as text.
  case address(String)
  /// A mail address.
  case email(String)
  /// A URI.
  case uri(String)

  /// The name alone.
  package var description: String {
    switch self {
    case .host(let text), .address(let text), .email(let text), .uri(let text): text
    }
  }
}
