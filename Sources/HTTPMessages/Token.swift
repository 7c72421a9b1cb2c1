/// Tokens: the words of HTTP's grammar, such as methods and field names (RFC 9110 §5.6.2).
package enum Token {
  /// True where the bytes are a token: one or more letters, digits and !#$%&'*+-.^_`|~.
  package static func isToken(_ bytes: some Sequence<UInt8>) -> Bool {
    var isEmpty = true
    for byte in bytes {
      guard ByteClass.contains(byte, .token) else { return false }
      isEmpty = false
    }
    return !isEmpty
  }

  /// True where the text is a token.
  package static func isToken(_ text: String) -> Bool { isToken(text.utf8) }
}
