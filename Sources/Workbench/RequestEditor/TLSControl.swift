import Workspaces

/// A place of the Options section that is about TLS.
package enum TLSControl: Sendable, Hashable, CaseIterable {
  case serverName, sendsServerName, clientCertificate, clientKey, pkcs12, passphrase, trustAnchors, trustsSystem
  case acceptedCertificates, minimum, maximum, alpn, ciphers, tls13Ciphers, groups, resumesSessions

  /// What is edited at a place.
  enum Value {
    case text(WritableKeyPath<RequestTLS, String>)
    case list(WritableKeyPath<RequestTLS, [String]>)
    case protocols
    case version(WritableKeyPath<RequestTLS, RequestTLS.Version>)
    case toggle(WritableKeyPath<RequestTLS, Bool>)
  }

  var value: Value {
    switch self {
    case .serverName: .text(\.serverName)
    case .clientCertificate: .text(\.clientCertificate)
    case .clientKey: .text(\.clientKey)
    case .pkcs12: .text(\.pkcs12)
    case .passphrase: .text(\.passphrase)
    case .trustAnchors: .list(\.trustAnchors)
    case .acceptedCertificates: .list(\.acceptedCertificates)
    case .ciphers: .list(\.ciphers)
    case .tls13Ciphers: .list(\.tls13Ciphers)
    case .groups: .list(\.groups)
    case .alpn: .protocols
    case .minimum: .version(\.minimumVersion)
    case .maximum: .version(\.maximumVersion)
    case .sendsServerName: .toggle(\.sendsServerName)
    case .trustsSystem: .toggle(\.trustsSystem)
    case .resumesSessions: .toggle(\.resumesSessions)
    }
  }

  /// What the keys do there.
  var kind: RequestControl.Kind {
    switch value {
    case .text, .list, .protocols: .text(.singleLine)
    case .version: .choice
    case .toggle: .toggle
    }
  }

  var label: String {
    switch self {
    case .serverName: "TLS server name"
    case .sendsServerName: "Send server name"
    case .clientCertificate: "Client certificate"
    case .clientKey: "Client key"
    case .pkcs12: "PKCS #12 file"
    case .passphrase: "Passphrase"
    case .trustAnchors: "Own authorities"
    case .trustsSystem: "Trust the system's"
    case .acceptedCertificates: "Accepted"
    case .minimum: "Oldest TLS"
    case .maximum: "Newest TLS"
    case .alpn: "ALPN"
    case .ciphers: "Ciphers"
    case .tls13Ciphers: "TLS 1.3 ciphers"
    case .groups: "Groups"
    case .resumesSessions: "Resume sessions"
    }
  }

  /// What stands in an empty text.
  var remark: String {
    switch self {
    case .serverName: "the URL's host"
    case .clientCertificate: "a PEM file with the certificate and its intermediates"
    case .clientKey: "a PEM file, where the certificate's has no key"
    case .pkcs12: "a .p12 or .pfx file with certificate and key"
    case .passphrase: "of the key or the PKCS #12 file"
    case .trustAnchors: "PEM files, with commas between"
    case .acceptedCertificates: "SHA-256 fingerprints of certificates to accept, with commas between"
    case .alpn: "what the HTTP version needs; none leaves it out"
    case .ciphers, .tls13Ciphers, .groups: "OpenSSL's choice"
    case .sendsServerName, .trustsSystem, .minimum, .maximum, .resumesSessions: ""
    }
  }

  /// The text of a place as it is shown and edited.
  func text(in tls: RequestTLS) -> String {
    switch value {
    case .text(let path): tls[keyPath: path]
    case .list(let path): tls[keyPath: path].joined(separator: ", ")
    case .protocols: tls.alpn.map { $0.isEmpty ? Self.none : $0.joined(separator: ", ") } ?? ""
    case .version(let path): Self.title(of: tls[keyPath: path])
    case .toggle: ""
    }
  }

  /// Puts an edited text into the options.
  func store(_ text: String, in tls: inout RequestTLS) {
    switch value {
    case .text(let path): tls[keyPath: path] = text
    case .list(let path): tls[keyPath: path] = Self.items(of: text)
    case .protocols:
      let items = Self.items(of: text)
      tls.alpn = items.isEmpty ? nil : items == [Self.none] ? [] : items
    case .version, .toggle: break
    }
  }

  static func title(of version: RequestTLS.Version) -> String { "TLS " + version.rawValue }

  private static let none = "none"

  private static func items(of text: String) -> [String] {
    text.split(separator: ",").map { $0.drop { $0 == " " } }
      .map { item in
        var item = item
        while item.last == " " { item.removeLast() }
        return String(item)
      }
      .filter { !$0.isEmpty }
  }
}
