import Exchanges
import NIOCore
import Recordings
import Routes
import TLSEngine

/// What is said to a proxy, between the transport's coming up and the endpoint's first byte.
///
/// Its bytes are told of with their sizes and not recorded: they may have a password in them.
extension Connection {
  /// The transport is up: what lies between it and the endpoint comes next.
  func enterRoute() {
    guard case .proxy(let proxy) = options.route else { return secure() }
    clock.begin(.proxy, limit: options.connectTimeout?.nanoseconds, now: .now())
    if proxy.kind == .https { beginProxyTLS(proxy) } else { askProxy() }
  }

  /// Takes the endpoint's bytes, and those of a proxy before them, as they came through the proxy's TLS.
  func arrived(_ bytes: UnsafeRawBufferPointer, now: Timestamp) {
    if proxyHandshake != nil {
      doProxyActions(proxyHandshake?.received(Array(bytes)) ?? [])
    } else {
      endpointBytes(bytes, now: now)
    }
  }

  /// The transport has ended; whether that was the end of what is said to a proxy.
  func endedForProxy() -> Bool {
    if let proxyTLS, proxyTLS.phase == .handshaking {
      failProxy(
        HandshakeFailure("The proxy closed the connection during the TLS handshake: check that it speaks TLS there."))
      return true
    }
    guard proxyHandshake != nil else { return false }
    doProxyActions(proxyHandshake?.closed() ?? [])
    return true
  }

  // MARK: The handshake

  private func askProxy() {
    guard let tunnel = plan.tunnel else { return secure() }
    if tunnel.proxy.kind.resolvesNames || IPAddress.literal(tunnel.destination.host, port: 0) != nil {
      return ask(tunnel.proxy, for: tunnel.destination)
    }
    lookUpDestination(tunnel, [.ipv4] + (tunnel.proxy.kind == .socks5 ? [.ipv6] : []))
  }

  /// Looks the endpoint up here, because the proxy takes addresses only: one family after the other.
  private func lookUpDestination(_ tunnel: RoutePlan.Tunnel, _ families: [AddressFamily]) {
    let usable = families.filter { options.overrides.usable.includes(isIPv6: $0 == .ipv6) }
    let (host, port) = (tunnel.destination.host, tunnel.destination.port)
    guard let family = usable.first else {
      return failProxy(
        HandshakeFailure(
          "\(host) has no address that the proxy can be given: let the proxy look it up, by socks4a or socks5h."))
    }
    let started = Timestamp.now()
    note(.lookupStarted(host: host), at: started)
    let loop = loop
    configuration.resolver.lookUp(host, port: port, family: family) { [weak self] answer in
      guard let self else { return }
      loop.execute {
        self.assumeIsolated { connection in
          guard connection.machine.state.isAlive else { return }
          let taken = Timestamp.now().nanoseconds(since: started)
          switch answer {
          case .success(let addresses):
            connection.note(.familyAnswered(family, addresses: addresses, nanoseconds: taken))
            if let ip = addresses.first?.ip {
              connection.ask(tunnel.proxy, for: Destination(host: ip, port: port))
            } else {
              connection.lookUpDestination(tunnel, Array(usable.dropFirst()))
            }
          case .failure(let failure):
            connection.note(.familyFailed(family, reason: failure.words, nanoseconds: taken))
            connection.lookUpDestination(tunnel, Array(usable.dropFirst()))
          }
        }
      }
    }
  }

  private func ask(_ proxy: Proxy, for destination: Destination) {
    proxyHandshake = proxy.handshake(to: destination, userAgent: nil)
    doProxyActions(proxyHandshake?.start() ?? [])
  }

  private func doProxyActions(_ actions: [HandshakeAction]) {
    for action in actions where machine.state.isAlive {
      switch action {
      case .send(let bytes): write(cipher: ByteBuffer(bytes: bytes), plain: nil)
      case .tell(let step): note(.proxyStep(step.direction, words: step.words, size: step.byteCount))
      case .fail(let failure): failProxy(failure)
      case .done(let leftover):
        proxyHandshake = nil
        note(.proxyPassed(to: "\(endpoint)"))
        secure()
        leftover.withUnsafeBytes { endpointBytes($0, now: .now()) }
      }
    }
  }

  private func failProxy(_ failure: HandshakeFailure) {
    proxyHandshake = nil
    if !failure.head.isEmpty { note(.proxyRefusal(head: Self.shown(failure.head))) }
    note(.proxyFailed(reason: failure.sentence))
    apply(machine.failed(.proxy(failure.sentence)))
  }

  /// The beginning of a refusal on one line, of what can be printed.
  private static func shown(_ head: [UInt8]) -> String {
    let limit = 1024
    let lines = head.prefix(limit).split(separator: UInt8(ascii: "\n")).map { line in
      String(decoding: line.filter { 0x20...0x7E ~= $0 }, as: UTF8.self)
    }
    return lines.filter { !$0.isEmpty }.joined(separator: " | ") + (head.count > limit ? "…" : "")
  }

  // MARK: TLS with the proxy

  private func beginProxyTLS(_ proxy: Proxy) {
    note(.handshakeStarted(serverName: proxy.host))
    do throws(TLSError) {
      var client = TLSClientConfiguration(
        serverName: proxy.host, verification: options.tls.verifiesCertificates ? .systemTrust : .none,
        additionalTrustAnchorsPEM: options.tls.trustAnchorsPEM)
      client.trustsSystem = options.tls.trustsSystem
      client.acceptedCertificates = options.tls.acceptedCertificates
      client.observations = configuration.keyLog == nil ? [] : .keys
      let session = try TLSSession(client: client, context: sessions.context(client)?.get())
      proxyTLS = session
      session.start()
      pumpProxyTLS()
    } catch {
      failProxy(HandshakeFailure(error.message))
    }
  }

  /// Takes bytes of the socket that the proxy encrypted.
  func receive(_ bytes: UnsafeRawBufferPointer, in proxyTLS: TLSSession) {
    proxyTLS.receive(bytes)
    pumpProxyTLS()
  }

  private func pumpProxyTLS() {
    guard let proxyTLS else { return }
    let events = proxyTLS.takeEvents()
    sendProxyCipher()
    for event in events {
      switch event {
      case .established(let facts):
        let summary = TLSSummary(facts, serverName: plan.host, offer: TLSSummary.Offer())
        note(.handshakeFinished(summary))
        askProxy()
      case .alert(let direction, let alert): note(.alert(Direction(direction), AlertFacts(alert)))
      case .keyLogLine(let line): configuration.keyLog?.append(line)
      default: break
      }
    }
    proxyTLS.drainPlain { arrived($0, now: .now()) }
    sendProxyCipher()
    guard case .failed(let error) = proxyTLS.phase, machine.state.isAlive else { return }
    if machine.isUp { apply(machine.broke(.error(error.message))) } else { failProxy(HandshakeFailure(error.message)) }
  }

  /// What goes to the socket for bytes that are the endpoint's: through the proxy's TLS they are others.
  func covered(_ bytes: ByteBuffer) -> ByteBuffer {
    guard let proxyTLS else { return bytes }
    var cipher = ByteBuffer()
    _ = bytes.withUnsafeReadableBytes { bytes in try? proxyTLS.write(bytes) }
    proxyTLS.drainCipher { cipher.writeBytes($0) }
    return cipher
  }

  private func sendProxyCipher() {
    guard let proxyTLS, proxyTLS.hasCipher, let channel else { return }
    var cipher = ByteBuffer()
    proxyTLS.drainCipher { cipher.writeBytes($0) }
    wireSent += cipher.readableBytes
    channel.writeAndFlush(cipher, promise: nil)
  }
}
