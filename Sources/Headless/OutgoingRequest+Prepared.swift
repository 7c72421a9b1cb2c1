package import Connections
import Exchanges
package import Workspaces

extension OutgoingRequest {
  /// A prepared request as the connection service takes it, once a file that is to be coded is (``CodedBodyFile``).
  package init(_ prepared: PreparedRequest, trustAnchorsPEM: [String] = []) {
    let options = prepared.options
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
      options: ExchangeOptions(
        connectTimeout: options.connectTimeoutMilliseconds > 0
          ? .milliseconds(options.connectTimeoutMilliseconds) : nil,
        idleTimeout: options.idleTimeoutMilliseconds > 0 ? .milliseconds(options.idleTimeoutMilliseconds) : nil,
        verifiesCertificates: options.verifiesCertificates, usesNewConnection: options.usesNewConnection,
        trustAnchorsPEM: trustAnchorsPEM))
  }
}
