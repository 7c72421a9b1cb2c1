import Exchanges

/// Sentences for connections that did not come about.
enum ConnectWords {
  /// All attempts failed.
  static func failure(host: String, port: Int, attempts: [(address: NetworkAddress, reason: String)]) -> String {
    let isRefused = attempts.allSatisfy { $0.reason == "connection refused" }
    let advice =
      isRefused
      ? "nothing listens on port \(port) there; check the port, or start the server"
      : "check the host, the port and the network"
    let list = attempts.map { "\($0.address): \($0.reason)" }.joined(separator: "; ")
    return "No connection to \(host): \(advice) (\(list))."
  }

  /// The time for look-up, connect and handshake ran out.
  static func timeout(host: String, port: Int, milliseconds: Int, attempts: String) -> String {
    let tried = attempts.isEmpty ? "" : " Tried: \(attempts)."
    return "No connection to \(host) port \(port) within \(Length.words(milliseconds: milliseconds)): "
      + "check the host and the network, or allow more time.\(tried)"
  }
}
