/// What a proxy's refusal to make a tunnel means, and what to do.
enum ConnectRefusal {
  /// After any status but 1xx, 2xx and 407; `line` is the status with its reason.
  static func sentence(status: Int?, line: String, to destination: Destination) -> String {
    "The proxy makes no tunnel to \(destination) (\(line)): " + advice(status ?? 0)
  }

  private static func advice(_ status: Int) -> String {
    switch status {
    case 301, 302, 303, 307, 308: "it sends elsewhere, which is not followed; it may want you to log in by a browser."
    case 400: "it did not understand the request; check that it is a proxy, and not an ordinary server."
    case 401: "it asks who you are as an ordinary server does; check user and password, and that it is a proxy."
    case 403: "its rules do not allow this host or port."
    case 404, 405, 501: "it knows no CONNECT; check that it is a proxy that makes tunnels."
    case 408, 504: "the host did not answer it in time; try again, or without the proxy."
    case 429: "it had too many requests; wait, then try again."
    case 502: "it could not connect to the host; check the host, or try without the proxy."
    case 503: "it cannot at present; try again later."
    case 500...599: "it failed; try again later, or without the proxy."
    default: "only an answer with 2xx opens one; check that it is a proxy."
    }
  }

  /// After 407 (RFC 9110 §15.5.8).
  static func credentials(offered: [String], had: Bool) -> String {
    let list = offered.isEmpty ? "no scheme, against the rules" : offered.joined(separator: ", ")
    let asks = "The proxy asks who you are (407), offering \(list): "
    guard offered.isEmpty || offered.contains(where: { $0.lowercased() == "basic" }) else {
      return asks + "Barewire knows only Basic for proxies, so another proxy is needed."
    }
    return asks
      + (had
        ? "it refused the user and password in its URL; check them."
        : "put user and password into its URL, as in http://user:password@host:port.")
  }
}
