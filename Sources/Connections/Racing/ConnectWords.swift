import Exchanges

/// Sentences for connections that did not come about.
enum ConnectWords {
  /// All attempts failed.
  static func failure(host: String, port: Int, attempts: [(address: NetworkAddress, reason: String)]) -> String {
    if case .socket(let path)? = attempts.first?.address {
      let reason = attempts.map(\.reason).joined(separator: "; ")
      return
        "No connection to the socket \(path) (\(reason)): check the path, and that the server runs and lets you in."
    }
    let isRefused = attempts.allSatisfy { $0.reason == "connection refused" }
    let advice =
      isRefused
      ? "nothing listens on port \(port) there; check the port, or start the server"
      : "check the host, the port and the network"
    let list = attempts.map { "\($0.address): \($0.reason)" }.joined(separator: "; ")
    return "No connection to \(host): \(advice) (\(list))."
  }

  /// There are addresses, but none that may be used.
  static func noneOf(_ families: [AddressFamily], host: String) -> String {
    let names = families.map(\.name).joined(separator: " and ")
    return families.isEmpty
      ? "No connection to \(host): the address to connect from is not of the family that is asked for."
      : "No connection to \(host): it has only addresses of another kind, and only \(names) is used."
  }

  /// The time for the TLS handshake ran out.
  static func handshakeTimeout(host: String, port: Int, nanoseconds: UInt64) -> String {
    "No TLS with \(host) port \(port) within \(Length.words(nanoseconds: nanoseconds)): check that it speaks TLS there, "
      + "or allow more time for the handshake."
  }

  /// The time for what is said to a proxy ran out.
  static func proxyTimeout(_ route: String, to endpoint: Endpoint, nanoseconds: UInt64) -> String {
    "No connection to \(endpoint.host) port \(endpoint.port) \(route) within \(Length.words(nanoseconds: nanoseconds)): "
      + "the proxy did not finish its answer; check its kind and port, or allow more time."
  }

  /// The time for look-up and connect ran out.
  static func timeout(host: String, port: Int, nanoseconds: UInt64, attempts: String) -> String {
    let tried = attempts.isEmpty ? "" : " Tried: \(attempts)."
    return "No connection to \(host) port \(port) within \(Length.words(nanoseconds: nanoseconds)): "
      + "check the host and the network, or allow more time.\(tried)"
  }
}
