/// Why a session could not be made, or why it ended.
package enum TLSError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The server's name cannot be a host name or an address.
  case invalidServerName(String)
  /// An application protocol name is empty or longer than 255 bytes.
  case invalidProtocolName(String)
  /// The configured certificate cannot be used; the reason in words.
  case invalidCertificate(String)
  /// The configured private key cannot be used; the reason in words.
  case invalidPrivateKey(String)
  /// The private key is encrypted, and no passphrase was given.
  case passphraseNeeded
  /// The passphrase does not open the private key.
  case wrongPassphrase
  /// OpenSSL knows no cipher suite or group of this name.
  case unknownAlgorithm(String)
  /// An additional trust anchor cannot be used; the reason in words.
  case invalidTrustAnchor(String)
  /// The other side's certificate was refused.
  case verificationFailed([VerificationFailure])
  /// The other side ended the session with an alert.
  case alertReceived(TLSAlert)
  /// The other side does not speak TLS; its first bytes, at most eight.
  case notTLS(firstBytes: [UInt8])
  /// The transport ended before the handshake was finished.
  case closedDuringHandshake
  /// Bytes were written after the session was closed or had failed.
  case notWritable
  /// The protocol was broken, or the two sides do not get along; OpenSSL's reason in words.
  case protocolFailure(String)
  /// OpenSSL failed for reasons of its own, such as no memory.
  case libraryFailure(String)

  /// One sentence for a person.
  package var message: String {
    switch self {
    case .invalidServerName(let name):
      "“\(name)” is neither a host name nor an IP address that TLS can use: correct the host in the URL."
    case .invalidProtocolName(let name):
      "The protocol name “\(name)” must have 1 to 255 bytes to be offered in the TLS handshake."
    case .invalidCertificate(let reason):
      "The certificate cannot be used: \(reason)."
    case .invalidPrivateKey(let reason):
      "The private key cannot be used: \(reason)."
    case .passphraseNeeded:
      "The private key is encrypted: give its passphrase."
    case .wrongPassphrase:
      "The passphrase of the private key is wrong."
    case .unknownAlgorithm(let name):
      "“\(name)” is no cipher suite or group that OpenSSL knows on this machine: correct its name."
    case .invalidTrustAnchor(let reason):
      "The additional trusted certificate cannot be used: \(reason)."
    case .verificationFailed(let failures):
      failures.isEmpty
        ? "The other side's certificate could not be verified." : failures.map(\.message).joined(separator: " ")
    case .alertReceived(let alert):
      "The other side ended TLS with an alert: \(alert.message). \(alert.advice)"
    case .notTLS(let bytes):
      Self.looksLikeHTTP(bytes)
        ? "The other side speaks plain HTTP, not TLS, on this port: use http:// instead of https://."
        : "The other side does not speak TLS on this port: check the port, or use http:// instead of https://."
    case .closedDuringHandshake:
      "The other side closed the connection before the TLS handshake was finished."
    case .notWritable:
      "Nothing more can be sent: this TLS session is closed."
    case .protocolFailure(let reason):
      "TLS failed: \(reason)."
    case .libraryFailure(let reason):
      "OpenSSL failed: \(reason)."
    }
  }

  /// The same sentence.
  package var description: String { message }

  private static func looksLikeHTTP(_ bytes: [UInt8]) -> Bool {
    ["HTTP/", "GET ", "HEAD ", "POST ", "PUT ", "DELETE ", "OPTIONS ", "CONNECT ", "PATCH ", "TRACE "]
      .contains { bytes.starts(with: $0.utf8) }
  }
}
