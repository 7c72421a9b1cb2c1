import Connections
import Exchanges
import Glibc
import PracticeServer
import Recordings
import TestSupport
import Testing

/// Those that measure memory run in a process of their own, where nothing else takes any.
@Suite("Many and much", .serialized)
struct LoadTests {
  @Test("200 exchanges at once each get their own answer")
  func atOnce() async throws {
    let server = try await PracticeServer.start(tlsPort: nil)
    let fixture = ServiceFixture { $0.surplusIdleTime = .milliseconds(1) }
    let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: server.port)
    await withTaskGroup(of: (UInt64, ExchangeSummary).self) { group in
      for number in 1...200 as ClosedRange<UInt64> {
        group.addTask {
          let request = ServiceFixture.get(endpoint, "/text/\(1000 + number)")
          return (number, await fixture.service.perform(request, as: ExchangeID(number)))
        }
      }
      for await (number, summary) in group {
        #expect(summary.id == ExchangeID(number))
        #expect(summary.outcome == .complete)
        #expect(summary.contentBytes == 1000 + Int(number))
      }
    }
    // Surplus idle connections are closed.
    var open: Set<ConnectionID> = []
    for await _ in fixture.service.changes {
      for connection in await fixture.service.summaries().connections {
        if connection.state.isAlive { open.insert(connection.id) } else { open.remove(connection.id) }
      }
      if open.count <= 8 { break }
    }
    await server.stop()
  }

  @Test("a body of 256 MiB is received within bounded memory")
  func bigBody() async {
    await #expect(processExitsWith: .success) {
      let server = try await PracticeServer.start(tlsPort: nil)
      let fixture = ServiceFixture { $0.spool.directory = "/var/tmp/barewire-tests" }
      let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: server.port)
      let before = try PeakMemory.kilobytes()
      let summary = await fixture.service.perform(ServiceFixture.get(endpoint, "/bytes/256M"), as: ExchangeID(1))
      #expect(summary.outcome == .complete)
      #expect(summary.contentBytes >= 256_000_000)
      #expect(try PeakMemory.kilobytes() - before < 64 << 10)
      await server.stop()
    }
  }

  @Test("a file of 64 MiB is sent within bounded memory, and recorded")
  func bigFile() async {
    await #expect(processExitsWith: .success) {
      let path = "/var/tmp/barewire-test-\(getpid()).body"
      let descriptor = Glibc.open(path, O_CREAT | O_RDWR | O_TRUNC, 0o600)
      ftruncate(descriptor, 64 << 20)
      Glibc.close(descriptor)
      defer { unlink(path) }
      let server = try await PracticeServer.start(tlsPort: nil)
      let fixture = ServiceFixture { $0.spool.directory = "/var/tmp/barewire-tests" }
      let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: server.port)
      let before = try PeakMemory.kilobytes()
      let request = ServiceFixture.get(
        endpoint, "/sink", method: "POST", fields: "Content-Length: \(64 << 20)\r\n",
        body: [.file(path: path, length: 64 << 20)])
      let summary = await fixture.service.perform(request, as: ExchangeID(1))
      #expect(summary.outcome == .complete)
      #expect(try await fixture.content(of: ExchangeID(1)).contains("\(64 << 20)"))
      #expect(summary.bytesSent > 64 << 20)
      #expect(try PeakMemory.kilobytes() - before < 64 << 10)
      let short = ServiceFixture.get(
        endpoint, "/sink", method: "POST", fields: "Content-Length: \(65 << 20)\r\n",
        body: [.file(path: path, length: 65 << 20)])
      guard case .failed(.request(let words)) = await fixture.service.perform(short, as: ExchangeID(2)).outcome else {
        Issue.record("a file that is too short fails its exchange")
        return
      }
      #expect(words.contains("shorter"))
      await server.stop()
    }
  }
}
