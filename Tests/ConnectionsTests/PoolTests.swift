import Exchanges
import PracticeServer
import Testing

@testable import Connections

@Suite("Who gets which connection")
struct PoolTests {
  @Test("whether a connection may be opened is decided by what may be closed and how many are open")
  func admission() {
    let (one, two) = (ConnectionID(1), ConnectionID(2))
    func admit(closable: [ConnectionID], open: Int) -> Admission {
      Admission(closable: closable, open: open, limit: 2)
    }
    #expect(admit(closable: [], open: 1) == .open(closing: nil))
    #expect(admit(closable: [], open: 2) == .wait)
    #expect(admit(closable: [one, two], open: 2) == .open(closing: one))
    #expect(admit(closable: [one], open: 1) == .open(closing: nil))
  }

  @Test("an exchange takes the connection that was used last, and idle ones that are too many are closed in a moment")
  func surplus() async throws {
    let server = try await PracticeServer.start(tlsPort: nil)
    let fixture = ServiceFixture {
      $0.idleConnectionsPerEndpoint = 1
      $0.surplusIdleTime = .milliseconds(200)
    }
    let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: server.port)
    let request = ServiceFixture.get(endpoint, "/text/100")
    await withTaskGroup(of: Void.self) { group in
      for number in 1...4 as ClosedRange<UInt64> {
        let new = ServiceFixture.get(endpoint, "/text/100") { $0.usesNewConnection = true }
        group.addTask { _ = await fixture.service.perform(new, as: ExchangeID(number)) }
      }
    }
    let first = await fixture.service.perform(request, as: ExchangeID(5)).connection?.id
    let second = await fixture.service.perform(request, as: ExchangeID(6)).connection?.id
    #expect(first == second)
    var connections: [ConnectionID: ConnectionState] = [:]
    for await _ in fixture.service.changes {
      for connection in await fixture.service.summaries().connections { connections[connection.id] = connection.state }
      if connections.values.count(where: { $0 == .closed(.idle) }) == 3 { break }
    }
    #expect(connections.filter { $0.value == .open }.map(\.key) == [second])
    await server.stop()
  }

  @Test("those who wait go in the order in which they came, and may leave")
  func line() {
    var line = WaitingLine<String>()
    for number in 1...4 as ClosedRange<UInt64> { line.join("\(number)", as: ExchangeID(number)) }
    #expect(line.leave(ExchangeID(2)) == "2")
    #expect(line.leave(ExchangeID(2)) == nil)
    #expect(line.first == "1")
    #expect([line.next(), line.next(), line.next(), line.next()] == ["1", "3", "4", nil])
    #expect(line.isEmpty)
  }

  @Test("exchanges wait in the order in which they came, and it is told how long")
  func order() async throws {
    let server = try ScriptedServer(scripts: [
      [.readHead, .hold], [.readHead, .send(KeepAliveTests.hello), .readHead, .send(KeepAliveTests.hello), .hold],
    ])
    let fixture = ServiceFixture { $0.openConnectionsPerEndpoint = 1 }
    let request = ServiceFixture.get(server.endpoint())
    var tasks: [Task<ExchangeSummary, Never>] = []
    for number in 1...3 as ClosedRange<UInt64> {
      tasks.append(Task { await fixture.service.perform(request, as: ExchangeID(number)) })
      while await fixture.service.begunAndWaiting < Int(number) { await Task.yield() }
    }
    tasks[0].cancel()
    let (second, third) = (await tasks[1].value, await tasks[2].value)
    #expect(second.outcome == .complete && third.outcome == .complete)
    #expect(second.connection?.id == third.connection?.id)
    let connection = try #require(third.connection)
    let waited = connection.events.filter { if case .waited(let length) = $0.kind { length > 0 } else { false } }
    #expect(waited.map(\.exchange) == [ExchangeID(2), ExchangeID(3)])
    #expect(third.connection?.kinds.contains(.reused(exchangeNumber: 2)) == true)
  }

  @Test("no more connections than allowed are open at any moment")
  func limit() async throws {
    let server = try await PracticeServer.start(tlsPort: nil)
    let fixture = ServiceFixture { $0.openConnectionsPerEndpoint = 3 }
    let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: server.port)
    let summaries = await withTaskGroup(of: ExchangeSummary.self) { group in
      for number in 1...30 as ClosedRange<UInt64> {
        group.addTask {
          // Every third one wants a connection of its own, and closes an idle one for it.
          let request = ServiceFixture.get(endpoint, "/text/100") { $0.usesNewConnection = number.isMultiple(of: 3) }
          return await fixture.service.perform(request, as: ExchangeID(number))
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(summaries.allSatisfy { $0.outcome == .complete })
    let connections = await fixture.service.summaries().connections
    // At no moment are more than three alive.
    for connection in connections {
      let others = connections.filter { $0.began <= connection.began && $0.ended.map { $0 > connection.began } ?? true }
      #expect(others.count <= 3)
    }
    await server.stop()
  }

  @Test("who waits can be cancelled, runs out of time, and is sent away when the service ends")
  func leaving() async throws {
    let server = try ScriptedServer(scripts: [[.readHead, .hold]])
    let fixture = ServiceFixture { $0.openConnectionsPerEndpoint = 1 }
    let request = ServiceFixture.get(server.endpoint())
    let first = Task { await fixture.service.perform(request, as: ExchangeID(1)) }
    for await _ in fixture.service.changes {
      if await fixture.service.summaries().connections.first?.state == .open { break }
    }
    let limited = ServiceFixture.get(server.endpoint()) { $0.totalTimeout = .milliseconds(20) }
    let tooLong = await fixture.service.perform(limited, as: ExchangeID(2))
    guard case .failed(.timedOut(let words)) = tooLong.outcome else {
      Issue.record("\(tooLong.outcome)")
      return
    }
    #expect(words.hasPrefix("The exchange was not over within 20 ms"))
    #expect(tooLong.connection == nil)
    let cancelled = Task { await fixture.service.perform(request, as: ExchangeID(3)) }
    cancelled.cancel()
    #expect(await cancelled.value.outcome == .cancelled)
    let last = Task { await fixture.service.perform(request, as: ExchangeID(4)) }
    while await fixture.service.begunAndWaiting < 2 { await Task.yield() }
    await fixture.service.shutDown()
    guard case .failed(.connect) = await last.value.outcome else {
      Issue.record("the service has ended")
      return
    }
    #expect(await first.value.outcome == .cancelled)
  }

  @Test("a request that goes out again says so on both connections and in its summary")
  func sentAgain() async throws {
    let server = try ScriptedServer(scripts: [
      [.readHead, .send(KeepAliveTests.hello), .readHead, .reset], [.readHead, .send(KeepAliveTests.hello), .hold],
    ])
    let fixture = ServiceFixture()
    let first = await fixture.service.perform(ServiceFixture.get(server.endpoint()), as: ExchangeID(1))
    let second = await fixture.service.perform(ServiceFixture.get(server.endpoint()), as: ExchangeID(2))
    let old = try #require(first.connection?.id)
    let new = try #require(second.connection)
    #expect(second.sentBeforeOn == old)
    #expect(new.kinds.first == .sentBefore(on: old))
    let told = await fixture.service.summaries().connections.first { $0.id == old }
    #expect(told?.events.contains { $0.exchange == ExchangeID(2) && $0.kind == .sentAgain(on: new.id) } == true)
    #expect(told?.kinds.contains(.peerReset) == true)
  }

  @Test("closing with unread bytes is told, because the system then sends a reset")
  func unread() async throws {
    let server = try ScriptedServer(scripts: [
      [
        .readHead, .send("HTTP/1.1 200 OK\r\nContent-Length: 100000000000\r\n\r\n"), .sendBytes(count: 100_000_000_000),
      ]
    ])
    let fixture = ServiceFixture()
    let request = ServiceFixture.get(server.endpoint())
    let task = Task { await fixture.service.perform(request, as: ExchangeID(1)) }
    for await _ in fixture.service.changes {
      if await fixture.service.summaries().exchanges.first?.statusCode == 200 { break }
    }
    await fixture.service.closeOverUnread()
    let kinds = await task.value.connection?.kinds ?? []
    #expect(kinds.contains { if case .unreadDiscarded(let bytes) = $0 { bytes > 0 } else { false } })
  }
}

extension ConnectionService {
  /// Closes the connections once bytes wait in the kernel, which the loop, busy with this, does not read.
  fileprivate func closeOverUnread() {
    for connection in pools.values.flatMap(\.connections) {
      connection.assumeIsolated { connection in
        while let channel = connection.channel, SocketFacts.unreadCount(of: channel) == 0 {}
        connection.close()
      }
    }
  }

  /// How many exchanges have a connection or wait for one.
  fileprivate var begunAndWaiting: Int {
    pools.values.reduce(0) { $0 + $1.connections.count + $1.line.count }
  }
}
