/// How a request gets to the server.
enum Carriage: String {
  /// HTTP/1.1 over TCP.
  case tcp
  /// HTTP/1.1 over TLS.
  case tls
  /// HTTP/2 over TLS, agreed on by ALPN.
  case http2

  var isSecured: Bool { self != .tcp }

  /// What chooses it in curl.
  var curlOption: String { self == .http2 ? "--http2" : "--http1.1" }
}
