package import ContentCodings

/// How a request is sent, apart from its bytes.
package struct RequestOptions: Sendable, Hashable {
  package enum HTTPVersion: String, Sendable, Hashable, CaseIterable {
    case http10 = "1.0"
    case http11 = "1.1"
  }

  package var httpVersion: HTTPVersion = .http11
  /// How the body is compressed when it is sent, which Content-Encoding tells.
  package var contentCoding = ContentCoding.identity
  /// Milliseconds until a connect attempt is given up.
  package var connectTimeoutMilliseconds = 10_000
  /// Milliseconds without a byte from the server until the exchange is given up; 0 waits for ever.
  package var idleTimeoutMilliseconds = 60_000
  package var followsRedirects = false
  /// Whether a server's certificate must verify.
  package var verifiesCertificates = true
  /// Take a new connection even where an open one could be reused.
  package var usesNewConnection = false
  /// Members of the file's JSON object that this version does not know, kept for the next save.
  package var unknownMembers: [String: JSONValue] = [:]

  package init() {}
}
