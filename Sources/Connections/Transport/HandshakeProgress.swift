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
  var keptBytes = 0
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
