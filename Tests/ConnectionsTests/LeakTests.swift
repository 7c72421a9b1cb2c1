import Exchanges
import NIOCore
import TestSupport
import Testing

@testable import Connections

/// In a process of its own, where nothing else has descriptors and threads.
@Suite("What is left", .serialized)
struct LeakTests {
  /// A connection and its channel, which may be gone.
  struct Trace {
    weak var connection: Connection?
    weak var channel: (any Channel)?

    var isLeft: Bool { connection != nil || channel != nil }
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

  private static let laneCount = 20
  private static let connectionsPerLane = 500

  @Test("ten thousand connections are opened and closed, and no descriptor, thread, channel or object is left")
  func tenThousand() async {
    await #expect(processExitsWith: .success) {
      // Threads of tasks come with the first ones, and stay.
      _ = try await LeakTests.run(connectionsPerLane: 4)
      let before = try Holdings()
      let traces = try await LeakTests.run(connectionsPerLane: LeakTests.connectionsPerLane)
      #expect(traces.count == LeakTests.laneCount * LeakTests.connectionsPerLane)
      #expect(traces.count { $0.isLeft } == 0)
      // Threads end a moment after what they were for.
      var after = try Holdings()
      for _ in 0..<10_000 {
        if after.threads <= before.threads, after.descriptors <= before.descriptors { break }
        await Task.yield()
        after = try Holdings()
      }
      #expect(after.descriptors <= before.descriptors)
      #expect(after.threads <= before.threads)
    }
  }

  /// Opens and ends connections of a service of its own, on several lanes at once; what was traced of them is all that
  /// may be left.
  private static func run(connectionsPerLane: Int) async throws -> [Trace] {
    let head = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    let server = try ScriptedServer(scripts: [
      [.read(head.utf8.count), .send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"), .readToEnd]
    ])
    var request = ServiceFixture.get(server.endpoint()) { $0.usesNewConnection = true }
    request.parts = [.bytes(Array(head.utf8))]
    let fixture = ServiceFixture()
    let traces = await withTaskGroup(of: [Trace].self) { group in
      for lane in 0..<laneCount {
        group.addTask { [request] in await run(lane, connectionsPerLane, request, fixture.service) }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    await fixture.service.shutDown()
    // Sockets and connections go a few steps of their loop later.
    for _ in 0..<100_000 {
      guard traces.contains(where: { $0.isLeft }) else { break }
      _ = await fixture.service.summaries()
      await Task.yield()
    }
    #expect(await fixture.service.hasNoPools)
    return traces
  }

  /// Opens and ends connections in each of the ways that there are.
  private static func run(
    _ lane: Int, _ count: Int, _ request: OutgoingRequest, _ service: ConnectionService
  ) async -> [Trace] {
    var traces: [Trace] = []
    for index in 0..<count {
      let number = UInt64(lane * count + index + 1)
      // Of its own kind of numbers, so that those of the service are never met.
      let connection = ConnectionID(number + 1 << 32)
      switch index % 4 {
      case 0:
        #expect(await service.open(request.endpoint, as: connection).state == .open)
        traces.append(await service.trace(connection))
        await service.close(connection)
      case 1:
        #expect(await service.open(request.endpoint, as: connection).state == .open)
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
    let connection = pools.values.flatMap(\.connections).first { $0.id == id }
    return LeakTests.Trace(
      connection: connection, channel: connection?.assumeIsolated { $0.channel })
  }
}
