import Exchanges
import NIOCore
import NIOPosix
import Recordings
import TLSEngine

/// From a host name to an open connection.
extension Connection {
  /// What one read takes at most, bytes.
  static let receiveBufferSize = 256 << 10

  /// Begins to establish the connection.
  func establish() {
    connectDeadline = options.connectTimeout.map { began.adding($0.nanoseconds) }
    let literal = IPAddress.literal(endpoint.host, port: endpoint.port)
    if literal != nil { machine.progressed(to: .connecting) }
    race(racer.start(literal: literal, now: began))
    schedule()
  }

  /// Does what the racer decided, in its order.
  func race(_ actions: [ConnectionRacer.Action]) {
    for action in actions {
      switch action {
      case .note(let kind): note(kind)
      case .lookUp(let family): lookUp(family)
      case .attempt(let address): attempt(address)
      case .cancel(let address): attempts.removeValue(forKey: address)?.close(promise: nil)
      case .won(let address): adopt(address)
      case .failed(let failure): apply(machine.failed(failure))
      }
    }
    schedule()
  }

  /// Establishing took too long.
  func connectTimedOut() {
    connectDeadline = nil
    let milliseconds = options.connectTimeout?.milliseconds ?? 0
    let words = ConnectWords.timeout(
      host: endpoint.host, port: endpoint.port, milliseconds: milliseconds, attempts: racer.attemptsInWords)
    note(.timedOut(words))
    race(racer.giveUp())
    apply(machine.failed(.timedOut(words)))
  }

  private func lookUp(_ family: AddressFamily) {
    let loop = loop
    configuration.resolver.lookUp(endpoint.host, port: endpoint.port, family: family) { [weak self] answer in
      guard let self else { return }
      loop.execute { self.assumeIsolated { $0.lookedUp(family, answer) } }
    }
  }

  private func lookedUp(_ family: AddressFamily, _ answer: Result<[NetworkAddress], LookupFailure>) {
    guard machine.state.isAlive else { return }
    race(racer.answered(family, answer, now: .now()))
  }

  private func attempt(_ address: NetworkAddress) {
    machine.progressed(to: .connecting)
    guard let target = IPAddress.socketAddress(address) else {
      return race(racer.attemptFailed(address, reason: "not an address", now: .now()))
    }
    ClientBootstrap(group: loop)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .channelOption(.autoRead, value: false)
      .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: Self.receiveBufferSize))
      // Our own deadline is the one that counts; NIO's own would be ten seconds.
      .connectTimeout(.hours(24))
      .channelInitializer { [self] channel in
        assumeIsolated { $0.attempts[address] = channel }
        return channel.eventLoop.makeSucceededVoidFuture()
      }
      .connect(to: target)
      .whenComplete { [self] result in assumeIsolated { $0.attemptEnded(address, result) } }
  }

  private func attemptEnded(_ address: NetworkAddress, _ result: Result<any Channel, any Error>) {
    switch result {
    case .success:
      race(racer.attemptSucceeded(address))
    case .failure(let error):
      attempts[address] = nil
      race(racer.attemptFailed(address, reason: SystemError.attemptReason(error), now: .now()))
    }
  }

  private func adopt(_ address: NetworkAddress) {
    guard let channel = attempts.removeValue(forKey: address) else { return }
    do {
      try channel.pipeline.syncOperations.addHandler(SocketHandler(self))
    } catch {
      channel.close(promise: nil)
      return apply(machine.failed(.connect(SystemError.connectionReason(error))))
    }
    self.channel = channel
    local = SocketFacts.networkAddress(channel.localAddress)
    remote = SocketFacts.networkAddress(channel.remoteAddress) ?? address
    note(.connected(local: local ?? address, remote: remote ?? address))
    sampleTCP(now: .now())
    if endpoint.scheme == .https { beginHandshake() } else { transportIsUp() }
    channel.read()
  }

  private func beginHandshake() {
    machine.progressed(to: .securing)
    note(.handshakeStarted(serverName: endpoint.host))
    let configuration = TLSClientConfiguration(
      serverName: endpoint.host, verification: options.verifiesCertificates ? .systemTrust : .none,
      additionalTrustAnchorsPEM: options.trustAnchorsPEM)
    do throws(TLSError) {
      let session = try TLSSession(client: configuration)
      tls = session
      session.start()
      pumpTLS()
    } catch {
      note(.handshakeFailed(reason: error.message))
      apply(machine.failed(.handshake(error.message)))
    }
  }

  /// TCP, and TLS where there is to be TLS, are up.
  func transportIsUp() {
    let now = Timestamp.now()
    connectDeadline = nil
    opened = now
    machine.established(now: now)
    changed()
    schedule()
    wake()
  }
}
