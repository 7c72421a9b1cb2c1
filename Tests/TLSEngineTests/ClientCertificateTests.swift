import TLSEngine
import Testing

@Suite("Client certificates")
struct ClientCertificateTests {
  private static let passphrase = "öffne dich"

  /// The ways in which a client's certificate is kept.
  enum Form: CaseIterable {
    case pem, encryptedPEM, oneText, pkcs12

    func identity(_ issued: IssuedCertificate) throws -> TLSIdentity {
      switch self {
      case .pem: issued.identity
      case .encryptedPEM:
        .pem(
          chain: issued.chainPEM, key: try issued.encryptedPrivateKeyPEM(passphrase: passphrase),
          passphrase: passphrase)
      case .oneText:
        .pem(chain: issued.privateKeyPEM + issued.chainPEM, key: issued.privateKeyPEM + issued.chainPEM)
      case .pkcs12: .pkcs12(try issued.pkcs12(passphrase: passphrase), passphrase: passphrase)
      }
    }
  }

  private static func ask(
    _ server: inout TLSServerConfiguration, _ kind: TLSServerConfiguration.ClientAuthentication
  ) throws {
    server.clientAuthentication = kind
    server.clientAuthoritiesPEM = [try PracticeAuthority.shared.get().root.certificatePEM]
  }

  @Test(
    "a certificate in each form is shown and verified, in each version", arguments: Form.allCases,
    [TLSVersion.tls12, .tls13])
  func shown(form: Form, version: TLSVersion) throws {
    let issued = try PracticeAuthority.shared.get().issueClient(named: "Ada")
    let pair = try PracticeAuthority.pair { client, server in
      client.identity = try form.identity(issued)
      client.maximumVersion = version
      try Self.ask(&server, .required)
    }
    #expect(pair.client.facts?.clientCertificate == .shown)
    #expect(pair.server.facts?.clientCertificate == .shown)
    #expect(pair.server.facts?.trust == .verified)
    #expect(pair.server.facts?.chain.map(\.subject) == ["CN=Ada", "CN=Practice Intermediate"])
    #expect(pair.server.facts?.peerSignatureAlgorithm == "ecdsa_secp256r1_sha256")
    let request = try #require(pair.clientEvents.message(.received, "certificate request"))
    #expect(request["accepted authorities"]?.values == ["CN=Practice Root"])
    #expect(request["signature algorithms"]?.values.contains("ed25519") == true)
    #expect(pair.clientEvents.message(.sent, "certificate")?["certificate 0"]?.value.hasPrefix("CN=Ada, ") == true)
  }

  @Test("a server that only asks serves a client without one")
  func missing() throws {
    let pair = try PracticeAuthority.pair { _, server in try Self.ask(&server, .requested) }
    #expect(pair.client.facts?.clientCertificate == .missing)
    #expect(pair.server.facts?.clientCertificate == .missing)
    #expect(pair.server.facts?.trust == .anonymous)
    #expect(pair.clientEvents.message(.sent, "certificate")?["certificates"]?.value == "none")
  }

  @Test("a server that only asks tells what is wrong with a stranger's")
  func stranger() throws {
    let pair = try PracticeAuthority.pair { client, server in
      client.identity = try CertificateAuthority(name: "Other").issueClient(named: "Eve").identity
      try Self.ask(&server, .requested)
    }
    #expect(pair.server.facts?.trust == .unverified)
    #expect(pair.server.facts?.verificationFailures.count == 1)
  }

  @Test("a server that insists turns away who has none, with its alert", arguments: [TLSVersion.tls12, .tls13])
  func required(version: TLSVersion) throws {
    let pair = try PracticeAuthority.pair { client, server in
      client.maximumVersion = version
      try Self.ask(&server, .required)
    }
    #expect(pair.serverEvents.error != nil)
    #expect(pair.clientEvents.alerts == [version == .tls13 ? "← certificate required" : "← handshake failure"])
  }

  @Test("a server's certificate is none for a client")
  func wrongPurpose() throws {
    let pair = try PracticeAuthority.pair { client, server in
      client.identity = try PracticeAuthority.shared.get().issue(CertificateTemplate(names: ["localhost"])).identity
      try Self.ask(&server, .required)
    }
    #expect(pair.serverEvents.failures.map(\.reason) == [.wrongPurpose(.client)])
    #expect(
      pair.serverEvents.failures.first?.message == "The certificate of “localhost” is not meant for clients.")
    #expect(pair.clientEvents.alerts == ["← unsupported certificate"])
  }

  @Test("a server that does not ask is shown nothing")
  func notRequested() throws {
    let pair = try PracticeAuthority.pair { client, _ in
      client.identity = try PracticeAuthority.shared.get().issueClient(named: "Ada").identity
    }
    #expect(pair.client.facts?.clientCertificate == .notRequested)
    #expect(pair.server.facts?.chain == [])
  }

  @Test("a wrong passphrase is told as such", arguments: ["", "wrong", "öffne dicH"])
  func wrongPassphrase(passphrase: String) throws {
    let issued = try PracticeAuthority.shared.get().issueClient(named: "Ada")
    let encrypted = try issued.encryptedPrivateKeyPEM(passphrase: Self.passphrase)
    #expect(throws: TLSError.wrongPassphrase) {
      try Self.session(.pem(chain: issued.chainPEM, key: encrypted, passphrase: passphrase))
    }
    #expect(throws: TLSError.wrongPassphrase) {
      try Self.session(.pkcs12(try issued.pkcs12(passphrase: Self.passphrase), passphrase: passphrase))
    }
    #expect(TLSError.wrongPassphrase.message == "The passphrase of the private key is wrong.")
  }

  @Test("a wrong passphrase whose bytes look decrypted is told as such too")
  func luckyPassphrases() throws {
    let issued = try PracticeAuthority.shared.get().issueClient(named: "Ada")
    let encrypted = try issued.encryptedPrivateKeyPEM(passphrase: Self.passphrase)
    // The padding fits one wrong key in 256.
    for number in 0..<600 {
      #expect(throws: TLSError.wrongPassphrase) {
        try Self.session(.pem(chain: issued.chainPEM, key: encrypted, passphrase: "\(number)"))
      }
    }
  }

  @Test("a missing passphrase is told as such")
  func noPassphrase() throws {
    let issued = try PracticeAuthority.shared.get().issueClient(named: "Ada")
    let encrypted = try issued.encryptedPrivateKeyPEM(passphrase: Self.passphrase)
    #expect(throws: TLSError.passphraseNeeded) {
      try Self.session(.pem(chain: issued.chainPEM, key: encrypted))
    }
    #expect(throws: TLSError.passphraseNeeded) {
      try Self.session(.pkcs12(try issued.pkcs12(passphrase: Self.passphrase)))
    }
  }

  @Test("a PKCS #12 file with an empty passphrase needs none")
  func emptyPassphrase() throws {
    let issued = try PracticeAuthority.shared.get().issueClient(named: "Ada")
    _ = try Self.session(.pkcs12(try issued.pkcs12(passphrase: "")))
  }

  @Test("what is no certificate, no key or no PKCS #12 file is refused")
  func broken() throws {
    let issued = try PracticeAuthority.shared.get().issueClient(named: "Ada")
    let other = try PracticeAuthority.shared.get().issueClient(named: "Eve")
    #expect(throws: TLSError.invalidCertificate("this is no PKCS #12 file")) { try Self.session(.pkcs12([1, 2, 3])) }
    #expect(throws: TLSError.invalidPrivateKey("there is no PEM block of a private key")) {
      try Self.session(.pem(chain: issued.chainPEM, key: ""))
    }
    #expect(
      throws: TLSError.invalidCertificate("there is no PEM block that begins with BEGIN CERTIFICATE")
    ) {
      try Self.session(.pem(chain: "", key: issued.privateKeyPEM))
    }
    #expect {
      try Self.session(.pem(chain: issued.chainPEM, key: other.privateKeyPEM))
    } throws: { error in
      if case .invalidPrivateKey = error as? TLSError { true } else { false }
    }
  }

  private static func session(_ identity: TLSIdentity) throws -> TLSSession {
    var configuration = TLSClientConfiguration(serverName: "localhost")
    configuration.identity = identity
    return try TLSSession(client: configuration)
  }
}
