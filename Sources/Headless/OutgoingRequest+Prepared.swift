package import Connections
import Exchanges
import Routes
import TLSEngine
package import Workspaces

extension OutgoingRequest {
  /// A routed request as the connection service takes it, once a file that is to be coded is (``CodedBodyFile``).
  ///
  /// Reads the files that its TLS options name, and blocks for that long.
  package init(_ routed: RoutedRequest, trustAnchorsPEM: [String] = []) throws(TLSFileError) {
    let prepared = routed.prepared
    // An https proxy is verified by the same options.
    var isSecured = prepared.scheme == "https"
    if case .proxy(let proxy) = routed.route.route, proxy.kind == .https { isSecured = true }
    var tls = isSecured ? try TLSOptions(prepared.options) : TLSOptions()
    tls.trustAnchorsPEM += trustAnchorsPEM
    self.init(
      endpoint: routed.endpoint, method: prepared.method, target: prepared.target,
      parts: prepared.parts.map { part in
        switch part {
        case .bytes(let bytes): .bytes(bytes)
        case .file(let path, let length): .file(path: path, length: length)
        case .codedFile(let path, let length, coding: _, isChunked: _): .file(path: path, length: length)
        }
      },
      options: ExchangeOptions(prepared.options, tls))
    options.route = routed.route.route
    options.routeWords = routed.route.words
    options.overrides = routed.overrides
    options.condition = routed.condition
  }

  /// Accepts the certificates of its endpoint that the user has accepted for good; whether there are any.
  @discardableResult
  package mutating func accept(_ exceptions: CertificateExceptions) async -> Bool {
    guard endpoint.scheme == .https, options.tls.verifiesCertificates else { return false }
    let accepted = await exceptions.fingerprints(for: endpoint.description).compactMap(CertificateFingerprint.init)
    options.tls.acceptedCertificates.formUnion(accepted)
    return !accepted.isEmpty
  }
}

extension ExchangeOptions {
  /// The options of a saved request.
  fileprivate init(_ options: RequestOptions, _ tls: TLSOptions) {
    func limit(_ milliseconds: Int) -> Duration? { milliseconds > 0 ? .milliseconds(milliseconds) : nil }
    self.init(
      connectTimeout: limit(options.connectTimeoutMilliseconds),
      handshakeTimeout: limit(options.handshakeTimeoutMilliseconds),
      firstByteTimeout: limit(options.firstByteTimeoutMilliseconds),
      idleTimeout: limit(options.idleTimeoutMilliseconds), totalTimeout: limit(options.totalTimeoutMilliseconds),
      continueTimeout: limit(options.continueTimeoutMilliseconds),
      usesNewConnection: options.usesNewConnection)
    self.tls = tls
    httpVersion =
      switch options.httpVersion {
      case .http10, .http11: .http1
      case .http2: .http2
      case .http2Upgrade: .http2Upgrade
      }
  }
}
