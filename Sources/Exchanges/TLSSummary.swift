/// What a finished TLS handshake agreed on.
package struct TLSSummary: Sendable, Hashable {
  /// What this side offered, in its order of preference; empty lists for what it said nothing about.
  package struct Offer: Sendable, Hashable {
    package var versions: [String] = []
    package var ciphers: [String] = []
    package var groups: [String] = []
    package var applicationProtocols: [String] = []

    package init() {}
  }

  /// What became of data that went out with the first message.
  package enum EarlyData: String, Sendable, Hashable {
    case notSent
    /// The server did not read it; it was sent again.
    case rejected
    case accepted
  }

  /// Whether this side has shown a certificate.
  package enum ClientCertificate: String, Sendable, Hashable {
    /// The server did not ask.
    case notRequested
    /// The server asked, and there was none to show.
    case missing
    case shown
  }

  /// As in `TLS 1.3`.
  package var version: String
  package var cipher: String
  package var group: String?
  /// The protocol chosen by ALPN, if any.
  package var applicationProtocol: String?
  /// The name that the server was asked for and that its certificate must have.
  package var serverName: String
  /// The server name indication that was sent, if any.
  package var indicatedName: String?
  package var isResumed: Bool
  package var earlyData: EarlyData
  /// How the server proved that it has its certificate's key; nil where it need not.
  package var peerSignatureAlgorithm: String?
  package var clientCertificate: ClientCertificate
  package var offer: Offer
  /// Of a resumed session what was found when it was new.
  package var identity: ServerIdentity
  /// Why what was agreed must not be relied upon, a sentence.
  package var insecurity: String?

  package init(
    version: String, cipher: String, group: String?, applicationProtocol: String?, serverName: String,
    indicatedName: String?, isResumed: Bool, earlyData: EarlyData, peerSignatureAlgorithm: String?,
    clientCertificate: ClientCertificate, offer: Offer, identity: ServerIdentity, insecurity: String?
  ) {
    self.version = version
    self.cipher = cipher
    self.group = group
    self.applicationProtocol = applicationProtocol
    self.serverName = serverName
    self.indicatedName = indicatedName
    self.isResumed = isResumed
    self.earlyData = earlyData
    self.peerSignatureAlgorithm = peerSignatureAlgorithm
    self.clientCertificate = clientCertificate
    self.offer = offer
    self.identity = identity
    self.insecurity = insecurity
  }

  /// What the server's identity rests on.
  package var trust: ServerIdentity.Trust { identity.trust }
  /// Whether the chain and the host name were verified.
  package var isVerified: Bool { trust == .verified }
  /// The certificates as the server sent them, its own first.
  package var chain: [ServerIdentity.Certificate] { identity.presented }
}
