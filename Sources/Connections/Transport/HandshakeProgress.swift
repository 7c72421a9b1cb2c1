import Exchanges
import TLSEngine

/// What is remembered of a handshake until its end.
struct HandshakeProgress {
  /// After so many bytes of details of messages, the details of further ones are not kept: a server may send tickets and
  /// new keys for ever.
  static let keptLimit = 256 << 10

  var offer = TLSSummary.Offer()
  /// The certificates as the server sent them.
  var presented: [CertificateFacts] = []
  /// Bytes of details that the events keep.
  private var keptBytes = 0

  /// What the events keep of a message.
  mutating func keep(_ message: TLSHandshakeMessage) -> HandshakeMessage {
    let kept = HandshakeMessage(message, withDetails: keptBytes < Self.keptLimit)
    keptBytes += kept.detailSize
    return kept
  }
}

/// How a connection gets the session of an earlier one, and leaves its own to later ones, and what TLS connections share;
/// called on the loop.
struct SessionKeeping: Sendable {
  let take: @Sendable () -> ResumptionCache.Entry?
  let keep: @Sendable (ResumptionCache.Entry) -> Void
  /// Nil when the service is gone.
  let context: @Sendable (TLSClientConfiguration) -> Result<TLSClientContext, TLSError>?
}

extension TLSClientConfiguration {
  /// What the options ask for.
  init(_ options: ExchangeOptions, serverName: String) {
    let tls = options.tls
    self.init(
      serverName: serverName, verification: tls.verifiesCertificates ? .systemTrust : .none,
      additionalTrustAnchorsPEM: tls.trustAnchorsPEM, alpn: options.alpn, minimumVersion: tls.minimumVersion,
      maximumVersion: tls.maximumVersion)
    serverNameIndication = tls.sendsServerName ? .automatic : .off
    acceptedCertificates = tls.acceptedCertificates
    trustsSystem = tls.trustsSystem
    identity = tls.identity
    algorithms = tls.algorithms
  }
}
