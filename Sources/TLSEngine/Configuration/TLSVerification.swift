/// Whether a client insists on a certificate that it can verify.
package enum TLSVerification: Sendable, Hashable {
  /// The chain must lead to the system's trust store (or to an additional anchor) and name the server.
  ///
  /// OpenSSL finds the store; the variables `SSL_CERT_FILE` and `SSL_CERT_DIR` override its place.
  case systemTrust
  /// Everything is checked and told in the same way, but no failure ends the handshake.
  case none
}
