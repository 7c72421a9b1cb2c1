package import Connections
import Exchanges
package import Workspaces

extension OutgoingRequest {
  /// A prepared request as the connection service takes it, once a file that is to be coded is (``CodedBodyFile``).
  package init(_ prepared: PreparedRequest, trustAnchorsPEM: [String] = []) {
    self.init(
      endpoint: Endpoint(
        scheme: prepared.scheme == "https" ? .https : .http, host: prepared.host, port: prepared.port),
      method: prepared.method, target: prepared.target,
      parts: prepared.parts.map { part in
        switch part {
        case .bytes(let bytes): .bytes(bytes)
        case .file(let path, let length): .file(path: path, length: length)
        case .codedFile(let path, let length, coding: _, isChunked: _): .file(path: path, length: length)
        }
      },
      options: ExchangeOptions(prepared.options, trustAnchorsPEM: trustAnchorsPEM))
  }
}

extension ExchangeOptions {
  /// The options of a saved request.
  fileprivate init(_ options: RequestOptions, trustAnchorsPEM: [String]) {
    func limit(_ milliseconds: Int) -> Duration? { milliseconds > 0 ? .milliseconds(milliseconds) : nil }
    self.init(
      connectTimeout: limit(options.connectTimeoutMilliseconds),
      handshakeTimeout: limit(options.handshakeTimeoutMilliseconds),
      firstByteTimeout: limit(options.firstByteTimeoutMilliseconds),
      idleTimeout: limit(options.idleTimeoutMilliseconds), totalTimeout: limit(options.totalTimeoutMilliseconds),
      continueTimeout: limit(options.continueTimeoutMilliseconds),
      verifiesCertificates: options.verifiesCertificates, usesNewConnection: options.usesNewConnection,
      trustAnchorsPEM: trustAnchorsPEM)
    usesHTTP2 = options.httpVersion == .http2
    reach.socketPath = options.socketPath.isEmpty ? nil : options.socketPath
    reach.addressFamily =
      switch options.addresses {
      case .any: nil
      case .ipv4: .ipv4
      case .ipv6: .ipv6
      }
  }
}
