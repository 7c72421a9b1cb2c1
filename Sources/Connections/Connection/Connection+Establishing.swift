import Exchanges
import NIOCore
import Recordings
import Routes

/// From a host name to an open connection.
extension Connection {
  /// Begins to establish the connection.
  func establish() {
    clock.begin(.connect, limit: options.connectTimeout?.nanoseconds, now: began)
    plan.notes.forEach { note($0, at: began) }
    if let problem = plan.problem { return apply(machine.failed(.connect(problem))) }
    if !plan.given.isEmpty { machine.progressed(to: .connecting) }
    race(racer.start(given: plan.given, now: began))
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
  func establishingTimedOut() {
    let words =
      switch clock.phase {
      case .connect:
        ConnectWords.timeout(
          host: plan.host, port: plan.port, nanoseconds: options.connectTimeout?.nanoseconds ?? 0,
          attempts: racer.attemptsInWords)
      case .proxy:
        ConnectWords.proxyTimeout(
          "\(options.route)", to: endpoint, nanoseconds: options.connectTimeout?.nanoseconds ?? 0)
      case .handshake:
        ConnectWords.handshakeTimeout(
          host: endpoint.host, port: endpoint.port, nanoseconds: options.handshakeTimeout?.nanoseconds ?? 0)
      }
    note(.timedOut(words))
    apply(machine.failed(.timedOut(words)))
  }

  private func lookUp(_ family: AddressFamily) {
    let loop = loop
    configuration.resolver.lookUp(plan.host, port: plan.port, family: family) { [weak self] answer in
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
    ConnectAttempt.begin(to: address, from: plan.binding, on: loop) { [self] channel in
      assumeIsolated { $0.attempts[address] = channel }
    }
    .whenComplete { [self] result in assumeIsolated { $0.attemptEnded(address, result) } }
  }

  private func attemptEnded(_ address: NetworkAddress, _ result: Result<any Channel, any Error>) {
    switch result {
    case .success:
      race(racer.attemptSucceeded(address))
    case .failure(let error):
      attempts[address] = nil
      let reason = SystemError.attemptReason(error, at: address, from: plan.binding)
      race(racer.attemptFailed(address, reason: reason, now: .now()))
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
    socketSettings = SocketFacts.settings(of: channel)
    if let socketSettings { note(.socketSet(socketSettings)) }
    sampleTCP(now: .now())
    enterRoute()
    channel.read()
  }

  /// The bytes of the endpoint can be exchanged from here on: what is to be secured is, and the rest is up.
  func secure() {
    if endpoint.scheme == .https { beginHandshake() } else { transportIsUp() }
  }

  /// TCP, and TLS where there is to be TLS, are up.
  func transportIsUp() {
    let now = Timestamp.now()
    clock.stop()
    opened = now
    machine.established(now: now)
    chooseVersion()
    changed()
    schedule()
    wake()
  }
}
