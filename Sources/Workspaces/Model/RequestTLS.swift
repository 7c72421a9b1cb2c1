/// How a request to an https URL is secured; texts may have variables.
///
/// The passphrase is a secret: it goes into no message and into no curl command.
package struct RequestTLS: Sendable, Hashable {
  package enum Version: String, Sendable, Hashable, CaseIterable {
    case tls10 = "1.0"
    case tls11 = "1.1"
    case tls12 = "1.2"
    case tls13 = "1.3"
  }

  /// An option that is one text; its raw value is its name in files.
  package enum TextOption: String, Sendable, Hashable, CaseIterable {
    case clientCertificate, clientKey, pkcs12, passphrase, serverName

    package var path: WritableKeyPath<RequestTLS, String> {
      switch self {
      case .clientCertificate: \.clientCertificate
      case .clientKey: \.clientKey
      case .pkcs12: \.pkcs12
      case .passphrase: \.passphrase
      case .serverName: \.serverName
      }
    }

    /// Whether it names a file.
    package var isFile: Bool {
      switch self {
      case .clientCertificate, .clientKey, .pkcs12: true
      case .passphrase, .serverName: false
      }
    }

    /// The option in words.
    package var words: String {
      switch self {
      case .clientCertificate: "client certificate"
      case .clientKey: "client key"
      case .pkcs12: "PKCS #12 file"
      case .passphrase: "passphrase"
      case .serverName: "TLS server name"
      }
    }
  }

  /// An option that is a list of texts; its raw value is its name in files.
  package enum ListOption: String, Sendable, Hashable, CaseIterable {
    case trustAnchors, acceptedCertificates, ciphers, tls13Ciphers, groups

    package var path: WritableKeyPath<RequestTLS, [String]> {
      switch self {
      case .trustAnchors: \.trustAnchors
      case .acceptedCertificates: \.acceptedCertificates
      case .ciphers: \.ciphers
      case .tls13Ciphers: \.tls13Ciphers
      case .groups: \.groups
      }
    }

    /// Whether the texts name files.
    package var isFile: Bool { self == .trustAnchors }

    /// The option in words.
    package var words: String {
      switch self {
      case .trustAnchors: "own authorities"
      case .acceptedCertificates: "accepted certificates"
      case .ciphers: "ciphers up to TLS 1.2"
      case .tls13Ciphers: "ciphers of TLS 1.3"
      case .groups: "key exchange groups"
      }
    }
  }

  /// Files of PEM certificates that are trusted beside the system's, or instead of them.
  package var trustAnchors: [String] = []
  /// Whether the system's authorities are trusted.
  package var trustsSystem = true
  /// A PEM file with the client's certificate and its intermediates; empty for none.
  package var clientCertificate = ""
  /// A PEM file with the client's key; empty where the certificate's file has it.
  package var clientKey = ""
  /// A PKCS #12 file with the client's certificate and key; empty for none.
  package var pkcs12 = ""
  /// What the client's key is encrypted with; empty for nothing.
  package var passphrase = ""
  /// The name that the server is asked for and that its certificate must have; empty for the URL's host.
  package var serverName = ""
  /// Whether the server is told that name (server name indication).
  package var sendsServerName = true
  package var minimumVersion = Version.tls12
  package var maximumVersion = Version.tls13
  /// Names of cipher suites up to TLS 1.2, in order of preference; empty for OpenSSL's choice.
  package var ciphers: [String] = []
  package var tls13Ciphers: [String] = []
  package var groups: [String] = []
  /// The application protocols that are offered, none for no ALPN; nil for what the HTTP version needs.
  package var alpn: [String]?
  /// SHA-256 fingerprints of certificates that are accepted although they do not verify.
  package var acceptedCertificates: [String] = []
  /// Whether sessions of earlier connections are resumed.
  package var resumesSessions = true

  package init() {}
}
