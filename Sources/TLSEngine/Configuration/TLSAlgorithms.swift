/// Which algorithms a side offers or accepts; what is empty is OpenSSL's choice.
package struct TLSAlgorithms: Sendable, Hashable {
  /// The cipher suites up to TLS 1.2, in order of preference: registered names, OpenSSL's names, or the words of its
  /// cipher lists such as `ECDHE+AESGCM` or `!SHA1`.
  package var ciphers: [String] = []
  /// The cipher suites of TLS 1.3 by their registered names, in order of preference.
  package var tls13Ciphers: [String] = []
  /// The key exchange groups, such as `X25519` or `P-256`, in order of preference.
  package var groups: [String] = []

  /// Makes a choice.
  package init(ciphers: [String] = [], tls13Ciphers: [String] = [], groups: [String] = []) {
    self.ciphers = ciphers
    self.tls13Ciphers = tls13Ciphers
    self.groups = groups
  }
}
