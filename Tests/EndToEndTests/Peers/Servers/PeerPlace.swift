/// Where a peer listens.
enum PeerPlace: String, Sendable, CaseIterable {
  case practice, practiceTLS
  case nginx, nginxTLS, nginxHTTP2, nginxWantingCertificate
  case apache, apacheTLS
  case caddy, caddyTLS
  case h2o, h2oTLS
  case nghttpd
  case opensslGood, opensslOld, opensslWantingCertificate
  case tinyproxy, dante, microsocks
  /// They ask who it is: `wire` with the password `secret`; this tinyproxy makes tunnels to no port but 1.
  case tinyproxyWithPassword, microsocksWithPassword
  /// TLS in front of tinyproxy.
  case haproxyTLS
  /// Nothing listens here.
  case nobody
  /// Answers that were written by hand.
  case scripted
  /// Between a client and the practice server.
  case delayed, throttled, cut, reset, stalled, resetAtOnce

  var program: PeerProgram? {
    switch self {
    case .nginx, .nginxTLS, .nginxHTTP2, .nginxWantingCertificate: .nginx
    case .apache, .apacheTLS: .apache
    case .caddy, .caddyTLS: .caddy
    case .h2o, .h2oTLS: .h2o
    case .nghttpd: .nghttpd
    case .opensslGood, .opensslOld, .opensslWantingCertificate: .openssl
    case .tinyproxy, .tinyproxyWithPassword: .tinyproxy
    case .dante: .dante
    case .microsocks, .microsocksWithPassword: .microsocks
    case .haproxyTLS: .haproxy
    default: nil
    }
  }

  var scheme: String {
    switch self {
    case .practiceTLS, .nginxTLS, .nginxHTTP2, .nginxWantingCertificate, .apacheTLS, .caddyTLS, .h2oTLS, .opensslGood,
      .opensslOld, .opensslWantingCertificate:
      "https"
    default: "http"
    }
  }
}
