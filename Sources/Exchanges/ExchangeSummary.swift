package import HTTPMessages

/// An exchange as it stands at one moment: what the workbench keeps in its state; small and without bytes.
package struct ExchangeSummary: Sendable, Hashable, Identifiable {
  package var id: ExchangeID
  package var connection: ConnectionSummary?
  /// The exchange whose answer led to this one.
  package var redirectedFrom: ExchangeID?
  /// Whether the request is that exchange's once more, with an answer to its challenge.
  package var answersChallenge = false
  /// The connection that was closed before it answered: the request went out on it first.
  package var sentBeforeOn: ConnectionID?
  package var outcome: ExchangeOutcome
  package var timings: Timings
  package var requestMethod: String
  package var requestTarget: String
  /// The final response's, once its start line is there; text from the network, to be filtered where shown.
  package var statusCode: Int?
  package var reason: String?
  package var version: String?
  /// The stream of HTTP/2 that carries it, once it is open.
  package var stream: Int?
  package var fieldCount: Int
  /// Content bytes received so far, framing and content codings as they came.
  package var contentBytes: Int
  /// The content's announced length.
  package var contentLength: Int?
  package var contentType: String?
  package var contentEncoding: String?
  package var location: String?
  /// The values of the WWW-Authenticate fields; text from the network.
  package var challenges: [String] = []
  /// What the answer offers by Alt-Svc, unread.
  package var alternativeServices: String?
  package var diagnostics: [Diagnostic]
  /// Bytes of this exchange, up and down.
  package var bytesSent: Int
  package var bytesReceived: Int

  /// The server's certificate, where the exchange failed because it could not be verified.
  package var refusedCertificate: ServerIdentity.Certificate? {
    guard case .failed(.handshake) = outcome, let identity = connection?.serverIdentity, identity.trust == .refused
    else { return nil }
    return identity.leaf
  }

  package init(id: ExchangeID, timings: Timings, requestMethod: String, requestTarget: String) {
    self.id = id
    self.outcome = .running
    self.timings = timings
    self.requestMethod = requestMethod
    self.requestTarget = requestTarget
    self.fieldCount = 0
    self.contentBytes = 0
    self.diagnostics = []
    self.bytesSent = 0
    self.bytesReceived = 0
  }
}
