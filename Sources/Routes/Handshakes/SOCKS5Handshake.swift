import Recordings

/// SOCKS5 (RFC 1928) without authentication or with a user and a password (RFC 1929).
package struct SOCKS5Handshake: ProxyHandshake {
  private enum Stage {
    case method, authentication, reply, over
  }

  private static let noAuthentication: UInt8 = 0
  private static let password: UInt8 = 2

  private let destination: Destination
  private let credentials: ProxyCredentials?
  private var buffer: [UInt8] = []
  private var stage = Stage.method

  /// A handshake that has not begun.
  package init(to destination: Destination, credentials: ProxyCredentials?) {
    self.destination = destination
    self.credentials = credentials
  }

  package mutating func start() -> [HandshakeAction] {
    if let problem = destination.problem { return fail(problem) }
    if destination.address == nil, destination.host.utf8.count > 255 {
      return fail("The name of the host has more than 255 bytes, which SOCKS5 cannot send: correct the URL.")
    }
    if credentials == nil {
      return say([5, 1, Self.noAuthentication], "offered to come without authentication")
    }
    return say(
      [5, 2, Self.noAuthentication, Self.password], "offered to come without authentication, or with a password")
  }

  package mutating func received(_ bytes: some Collection<UInt8>) -> [HandshakeAction] {
    if stage == .over { return [] }
    buffer += bytes
    var actions: [HandshakeAction] = []
    while let next = step() { actions += next }
    return actions
  }

  package mutating func closed() -> [HandshakeAction] {
    switch stage {
    case .method: fail(SOCKSFailure.closed(before: "it answered"))
    case .authentication: fail(SOCKSFailure.closed(before: "it let the user in"))
    case .reply: fail(SOCKSFailure.closed(before: "it said whether it connects to \(destination)"))
    case .over: []
    }
  }

  /// Reads one message of the proxy's; nil where there is none, or not all of it.
  private mutating func step() -> [HandshakeAction]? {
    guard stage != .over, let first = buffer.first else { return nil }
    let version: UInt8 = stage == .authentication ? 1 : 5
    if first != version { return fail(SOCKSFailure.foreignAnswer(first, version: "SOCKS5")) }
    guard buffer.count >= 2 else { return nil }
    switch stage {
    case .method: return methodChosen(buffer[1])
    case .authentication: return authenticated(buffer[1])
    case .reply: return replied()
    case .over: return nil
    }
  }

  private mutating func methodChosen(_ method: UInt8) -> [HandshakeAction] {
    switch method {
    case Self.noAuthentication:
      return take(2, "no authentication is wanted") + request()
    case Self.password where credentials != nil:
      let asked = take(2, "user and password are wanted")
      stage = .authentication
      return asked + authenticate()
    case 0xFF where credentials == nil:
      return take(2, "none of this will do")
        + fail(
          "The proxy wants authentication: put user and password into its URL, as in socks5h://user:password@host.")
    case 0xFF:
      return take(2, "none of this will do")
        + fail("The proxy takes neither a user and password nor nobody: Barewire knows no other way to log in.")
    default:
      return take(2, "authentication method \(method) is wanted")
        + fail("The proxy wants authentication method \(method), which was not offered to it: use another proxy.")
    }
  }

  private mutating func authenticate() -> [HandshakeAction] {
    let user = credentials?.user.value ?? []
    let password = credentials?.password.value ?? []
    guard let userCount = UInt8(exactly: user.count), let passwordCount = UInt8(exactly: password.count) else {
      return fail("\(RouteError.proxyCredentialsTooLong)")
    }
    return say([1, userCount] + user + [passwordCount] + password, "user and password")
  }

  private mutating func authenticated(_ status: UInt8) -> [HandshakeAction] {
    guard status == 0 else {
      return take(2, "refused with status \(status)")
        + fail("The proxy refused the user and password: check them in the proxy's URL.")
    }
    return take(2, "accepted") + request()
  }

  /// RFC 1928 §4: CONNECT.
  private mutating func request() -> [HandshakeAction] {
    stage = .reply
    let head: [UInt8] = [5, 1, 0]
    if let address = destination.address {
      let kind: UInt8 = address.isIPv6 ? 4 : 1
      return say(head + [kind] + address.bytes + destination.portBytes, "asked for \(destination)")
    }
    let name = Array(destination.host.utf8)
    return say(
      head + [3, UInt8(truncatingIfNeeded: name.count)] + name + destination.portBytes,
      "asked for \(destination), which the proxy looks up")
  }

  private mutating func replied() -> [HandshakeAction]? {
    if SOCKS5Reply.hasUnknownAddress(buffer) {
      return fail("The proxy's answer has an address of the unknown kind \(buffer[3]): check the proxy.")
    }
    guard let reply = SOCKS5Reply(buffer) else { return nil }
    let told = take(reply.byteCount, reply.words)
    guard reply.code == 0 else {
      return told + fail("The proxy makes no connection to \(destination): \(reply.words).")
    }
    stage = .over
    return told + [.done(leftover: buffer)]
  }

  private func say(_ message: [UInt8], _ words: String) -> [HandshakeAction] {
    [.send(message), .tell(HandshakeStep(.sent, words, byteCount: message.count))]
  }

  private mutating func take(_ count: Int, _ words: String) -> [HandshakeAction] {
    buffer.removeFirst(count)
    return [.tell(HandshakeStep(.received, words, byteCount: count))]
  }

  private mutating func fail(_ sentence: String) -> [HandshakeAction] { fail(HandshakeFailure(sentence)) }

  private mutating func fail(_ failure: HandshakeFailure) -> [HandshakeAction] {
    stage = .over
    return [.fail(failure)]
  }
}
