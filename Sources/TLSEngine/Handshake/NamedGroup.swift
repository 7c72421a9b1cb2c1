/// The names that people use for key exchange groups and curves.
enum NamedGroup {
  /// OpenSSL's name, or the one that people know better.
  static func title(_ name: String) -> String {
    switch name {
    case "prime256v1", "secp256r1": "P-256"
    case "secp384r1": "P-384"
    case "secp521r1": "P-521"
    case "x25519": "X25519"
    case "x448": "X448"
    default: name
    }
  }
}
