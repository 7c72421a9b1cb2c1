import Recordings

/// SOCKS4, and SOCKS4a, by which the proxy looks the name up ("SOCKS: A protocol for TCP proxy across firewalls" by
/// Ying-Da Lee, and "SOCKS 4A").
package struct SOCKS4Handshake: ProxyHandshake {
  private let destination: Destination
  private let user: [UInt8]
  private let sendsNames: Bool
  private var buffer: [UInt8] = []
  private var isOver = false

  /// A handshake that has not begun; with `sendsNames` it is SOCKS4a.
  ///
  /// A password has no place in either.
  package init(to destination: Destination, credentials: ProxyCredentials?, sendsNames: Bool) {
    self.destination = destination
    user = credentials?.user.value ?? []
    self.sendsNames = sendsNames
  }

  package mutating func start() -> [HandshakeAction] {
    if let problem = destination.problem { return fail(HandshakeFailure(problem)) }
    if user.contains(0) { return fail(HandshakeFailure("\(RouteError.proxyCredentialsInvalid)")) }
    var message: [UInt8] = [4, 1] + destination.portBytes
    let words: String
    if let address = destination.address {
      if address.isIPv6 {
        return fail(
          HandshakeFailure(
            "\(version) cannot connect to the IPv6 address \(destination.host): use socks5h, or only IPv4 addresses."))
      }
      message += address.bytes + user + [0]
      words = "asked for \(destination)"
    } else {
      guard sendsNames else {
        return fail(
          HandshakeFailure("SOCKS4 needs an address, not the name \(destination.host): use socks4a or socks5h."))
      }
      // An impossible address says that the name follows.
      message += [0, 0, 0, 1] + user + [0] + destination.host.utf8 + [0]
      words = "asked for \(destination), which the proxy looks up"
    }
    return [.send(message), .tell(HandshakeStep(.sent, words, byteCount: message.count))]
  }

  package mutating func received(_ bytes: some Collection<UInt8>) -> [HandshakeAction] {
    if isOver { return [] }
    buffer += bytes
    guard let first = buffer.first else { return [] }
    // The version of a reply is 0; a few proxies say 4.
    if first != 0, first != 4 { return fail(SOCKSFailure.foreignAnswer(first, version: version)) }
    guard buffer.count >= 8 else { return [] }
    let words = Self.words(for: buffer[1])
    let step = HandshakeAction.tell(HandshakeStep(.received, words, byteCount: 8))
    guard buffer[1] == 90 else {
      return [step] + fail(HandshakeFailure("The proxy makes no connection to \(destination): \(words)."))
    }
    isOver = true
    return [step, .done(leftover: Array(buffer.dropFirst(8)))]
  }

  package mutating func closed() -> [HandshakeAction] {
    isOver ? [] : fail(SOCKSFailure.closed(before: "it answered"))
  }

  private var version: String { sendsNames ? "SOCKS4a" : "SOCKS4" }

  private mutating func fail(_ failure: HandshakeFailure) -> [HandshakeAction] {
    isOver = true
    return [.fail(failure)]
  }

  private static func words(for code: UInt8) -> String {
    switch code {
    case 90: "request granted"
    case 91: "request rejected or failed"
    case 92: "it cannot reach an identd on this machine"
    case 93: "the identd on this machine names another user"
    default: "it answered with the unknown code \(code)"
    }
  }
}
