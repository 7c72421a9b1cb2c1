package import ContentCodings

/// How a request is sent, apart from its bytes.
package struct RequestOptions: Sendable, Hashable {
  package enum HTTPVersion: String, Sendable, Hashable, CaseIterable {
    case http10 = "1.0"
    case http11 = "1.1"
    /// Over TLS where the server agrees, otherwise without asking it.
    case http2 = "2"
    /// Over TLS as `http2`; elsewhere it begins in HTTP/1.1 and asks the server to go on in HTTP/2 (RFC 7540 §3.2).
    case http2Upgrade = "2-upgrade"

    /// What stands in the request line.
    ///
    /// HTTP/2 has none: the request is composed as for HTTP/1.1 and then made frames.
    package var inRequestLine: String { self == .http10 ? "HTTP/1.0" : "HTTP/1.1" }
  }

  /// What is done with an answer that leads elsewhere.
  package enum Redirects: String, Sendable, Hashable, CaseIterable {
    /// It is shown; a key follows it.
    case stop
    case follow
    case ask
  }

  /// Which addresses of a host are used.
  package enum Addresses: String, Sendable, Hashable, CaseIterable {
    case any
    case ipv4
    case ipv6
  }

  package var httpVersion: HTTPVersion = .http11
  /// How the body is compressed when it is sent, which Content-Encoding tells.
  package var contentCoding = ContentCoding.identity
  /// Milliseconds that look-up and connect may take together; of all times 0 waits for ever.
  package var connectTimeoutMilliseconds = 10_000
  /// Milliseconds that the TLS handshake may take.
  package var handshakeTimeoutMilliseconds = 10_000
  /// Milliseconds from the request's last byte to the answer's first.
  package var firstByteTimeoutMilliseconds = 0
  /// Milliseconds without a byte in either direction until the exchange is given up.
  package var idleTimeoutMilliseconds = 60_000
  /// Milliseconds that all of the exchange may take.
  package var totalTimeoutMilliseconds = 0
  /// Milliseconds that content waits for 100 (Continue) where the request expects it; 0 does not wait.
  package var continueTimeoutMilliseconds = 1000
  package var redirects: Redirects = .stop
  /// More redirects than this, one after the other, are not followed.
  package var redirectLimit = 20
  /// The path of a Unix-domain socket to connect to instead of the URL's host; empty for none; may have variables.
  package var socketPath = ""
  /// The URL of a proxy, or "direct" for none; empty for what the environment says; may have variables.
  package var proxy = ""
  /// How the line is made worse on purpose, such as "delay=200ms,down=64k,drop=reset@10k"; empty for not at all.
  package var networkCondition = ""
  package var addresses: Addresses = .any
  /// Whether a server's certificate must verify.
  package var verifiesCertificates = true
  /// What else belongs to TLS.
  package var tls = RequestTLS()
  /// Take a new connection even where an open one could be reused.
  package var usesNewConnection = false
  /// Members of the file's JSON object that this version does not know, kept for the next save.
  package var unknownMembers: [String: JSONValue] = [:]

  package init() {}
}
