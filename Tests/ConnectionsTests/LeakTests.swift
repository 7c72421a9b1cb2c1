import Exchanges
import PracticeServer
import TestSupport
import Testing

@testable import Connections

@Suite("What is left", .serialized)
struct LeakTests {
  /// A connection that may be gone.
  struct Trace {
    weak var connection: Connection?
  }

  /// Descriptors and threads of the process.
  private struct Holdings {
    let descriptors: Int
    let threads: Int

    init() throws {
      descriptors = try TemporaryDirectory.names(in: "/proc/self/fd").count
      threads = try TemporaryDirectory.names(in: "/proc/self/task").count
    }
  }

  private static let laneCount = 10
  /// Without optimization a connection takes some milliseconds on both sides.
  #if DEBUG
    private static let connectionsPerLane = 100
  #else
    private static let connectionsPerLane = 1000
  #endif

  @Test("thousands of connections are opened and closed, and no descriptor, thread or object is left")
  func tenThousand() async throws {
    let server = try await PracticeServer.start(tlsPort: nil)
    let endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: server.port)
    let fixture = ServiceFixture()
    let before = try Holdings()
    let traces = await withTaskGroup(of: [Trace].self) { group in
      for lane in 0..<Self.laneCount {
        group.addTask { await Self.run(lane, endpoint, fixture.service) }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(traces.count == Self.laneCount * Self.connectionsPerLane)
    await fixture.service.shutDown()
    // Sockets and connections go a few steps of their loop later.
    for _ in 0..<100_000 where traces.contains(where: { $0.connection != nil }) {
      _ = await fixture.service.summaries()
      await Task.yield()
    }
    #expect(traces.count { $0.connection != nil } == 0)
    #expect(await fixture.service.hasNoPools)
    await server.stop()
    let after = try Holdings()
    // Other tests have their own at the same time, but not thousands.
    #expect(after.descriptors < before.descriptors + 200)
    #expect(after.threads < before.threads + 100)
  }

  /// Opens and ends connections in each of the ways that there are.
  private static func run(_ lane: Int, _ endpoint: Endpoint, _ service: ConnectionService) async -> [Trace] {
    var traces: [Trace] = []
    let request = ServiceFixture.get(endpoint, "/text/10") { $0.usesNewConnection = true }
    for index in 0..<connectionsPerLane {
      let number = UInt64(lane * connectionsPerLane + index + 1)
      // Of its own kind of numbers, so that those of the service are never met.
      let connection = ConnectionID(number + 1 << 32)
      switch index % 4 {
      case 0:
        #expect(await service.open(endpoint, as: connection).state == .open)
        traces.append(await service.trace(connection))
        await service.close(connection)
      case 1:
        #expect(await service.open(endpoint, as: connection).state == .open)
        traces.append(await service.trace(connection))
        await service.abort(connection)
      default:
        let summary = await service.perform(request, as: ExchangeID(number))
        #expect(summary.outcome == .complete)
        if let id = summary.connection?.id { traces.append(await service.trace(id)) }
        await service.forget(ExchangeID(number))
      }
      _ = await service.summaries()
    }
    return traces
  }
}

extension ConnectionService {
  fileprivate var hasNoPools: Bool { pools.isEmpty }

  fileprivate func trace(_ id: ConnectionID) -> LeakTests.Trace {
    LeakTests.Trace(connection: pools.values.flatMap(\.connections).first { $0.id == id })
  }
}
