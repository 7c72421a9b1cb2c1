/// The variables that Barewire provides by itself: they name the practice server, and what its TLS ports need.
package enum ProvidedVariable: String, Sendable, Hashable, CaseIterable {
  /// "host:port" for plain HTTP.
  case practice
  /// "host:port" for TLS where all is well.
  case practiceTLS
  // "host:port" for TLS where something is wrong with the server's certificate.
  case practiceTLSExpired
  case practiceTLSNotYetValid
  case practiceTLSWrongName
  case practiceTLSSelfSigned
  case practiceTLSUnknownAuthority
  case practiceTLSMissingIntermediate
  case practiceTLSWeakKey
  case practiceTLSWeakSignature
  case practiceTLSWrongPurpose
  /// "host:port" for TLS where clients must show a certificate.
  case practiceTLSClientCertificate
  /// "host:port" for TLS 1.2 at most.
  case practiceTLS12
  /// "host:port" for TLS 1.1 at most.
  case practiceTLS11
  /// The file with the certificate of the authority behind these ports.
  case practiceAuthority
  // The files with which a client shows who it is.
  case practiceClientCertificate
  case practiceClientKey
  case practiceClientEncryptedKey
  case practiceClientPKCS12
  /// The passphrase of the encrypted key and of the PKCS #12 file.
  case practicePassphrase
  /// A file with a certificate and key of a client that the server does not know.
  case practiceStranger
}
