import HTTP2
import Testing

/// A client and a server in one place, with bytes under way between them.
private struct Simulation {
  var client: HTTP2Machine
  var server: HTTP2Machine
  var toServer: [UInt8] = []
  var toClient: [UInt8] = []
  var dice: Dice
  /// Bytes that each side has still to send, that came, and that wait for their reader.
  var toSend: [HTTP2Role: [StreamID: Int]] = [.client: [:], .server: [:]]
  var received: [HTTP2Role: [StreamID: Int]] = [.client: [:], .server: [:]]
  var waiting: [HTTP2Role: [StreamID: Int]] = [.client: [:], .server: [:]]
  var ended: [HTTP2Role: Set<StreamID>] = [.client: [], .server: []]
  var answers: Set<StreamID> = []
  let sizes: [StreamID: (up: Int, down: Int)]
  var codes: [HTTP2Diagnostic.Code] = []

  init(seed: Int) throws {
    var dice = Dice(seed)
    func configuration(_ base: HTTP2Configuration, _ dice: inout Dice) -> HTTP2Configuration {
      var configuration = base
      configuration.settings.initialWindowSize = [1, 100, 3_000, 65_535, 200_000][dice.below(5)]
      configuration.settings.maxFrameSize = [16_384, 20_000][dice.below(2)]
      configuration.connectionWindow = [65_535, 70_000, 1 << 20][dice.below(3)]
      configuration.settings.headerTableSize = [0, 100, 4096, 8000][dice.below(4)]
      return configuration
    }
    client = HTTP2Machine(.client, configuration: configuration(.client, &dice))
    server = HTTP2Machine(.server, configuration: configuration(.server, &dice))
    client.start(now: 0)
    server.start(now: 0)
    var sizes: [StreamID: (up: Int, down: Int)] = [:]
    // Some hundred times the smallest window is enough to be stuck in.
    let windows = [client, server].map(\.configuration.settings.initialWindowSize)
    let most = min(90_000, 300 * (windows.min() ?? 1))
    for _ in 0...dice.below(5) {
      let size = (up: dice.below(3) * dice.below(most), down: dice.below(3) * dice.below(most))
      let stream = try client.openStream(Array(postRequest) + [HeaderField("x-n", "\(size.up)")], endStream: false)
      sizes[stream] = size
      toSend[.client]?[stream] = size.up
    }
    self.sizes = sizes
    self.dice = dice
  }

  private mutating func take(_ role: HTTP2Role) {
    let events = role == .client ? client.takeEvents() : server.takeEvents()
    codes += events.codes
    for event in events {
      switch event {
      case .head(let stream, .request, _, _): answers.insert(stream)
      case .content(let stream, let range):
        received[role]?[stream, default: 0] += range.count
        waiting[role]?[stream, default: 0] += range.count
      case .messageEnded(let stream): ended[role]?.insert(stream)
      default: break
      }
    }
  }

  /// One thing happens; false where this one could not.
  mutating func step() {
    switch dice.below(8) {
    case 0: toServer += client.takeOutput()
    case 1: toClient += server.takeOutput()
    case 2:
      let count = min(toServer.count, dice.below(30_000))
      server.receive(Array(toServer.prefix(count)))
      toServer.removeFirst(count)
      take(.server)
    case 3:
      let count = min(toClient.count, dice.below(30_000))
      client.receive(Array(toClient.prefix(count)))
      toClient.removeFirst(count)
      take(.client)
    case 4: send(.client)
    case 5:
      if let stream = answers.sorted().first {
        answers.remove(stream)
        server.sendHead(okResponse, on: stream, endStream: false)
        toSend[.server]?[stream] = sizes[stream]?.down
      }
      send(.server)
    case 6: consume(.client)
    default: consume(.server)
    }
  }

  private mutating func send(_ role: HTTP2Role) {
    guard let stream = toSend[role]?.keys.sorted().randomElement(using: &dice), let left = toSend[role]?[stream] else {
      return
    }
    let piece = [UInt8](repeating: 7, count: min(left, dice.below(40_000)))
    let ends = piece.count == left
    let sent = piece.withUnsafeBytes {
      role == .client
        ? client.send($0, on: stream, endStream: ends) : server.send($0, on: stream, endStream: ends)
    }
    toSend[role]?[stream] = ends && sent == left ? nil : left - sent
  }

  private mutating func consume(_ role: HTTP2Role) {
    guard let stream = waiting[role]?.keys.sorted().randomElement(using: &dice), let count = waiting[role]?[stream]
    else { return }
    let used = dice.below(3) == 0 ? dice.below(count + 1) : count
    waiting[role]?[stream] = count > used ? count - used : nil
    if role == .client { client.consumed(stream, used) } else { server.consumed(stream, used) }
  }

  var isDone: Bool { ended[.client]?.count == sizes.count && ended[.server]?.count == sizes.count }
}

@Suite struct FlowControlTests {
  @Test(
    "all content arrives whatever the windows and the order of things, and no window is exceeded", arguments: 1...40)
  func interleavings(seed: Int) throws {
    var simulation = try Simulation(seed: seed)
    var steps = 0
    while !simulation.isDone, steps < 400_000 {
      simulation.step()
      steps += 1
    }
    let isDone = simulation.isDone
    #expect(isDone, "nothing moves any more")
    #expect(simulation.codes.isEmpty)
    #expect(simulation.client.failure == nil && simulation.server.failure == nil)
    for (stream, size) in simulation.sizes {
      #expect(simulation.received[.server]?[stream] ?? 0 == size.up)
      #expect(simulation.received[.client]?[stream] ?? 0 == size.down)
    }
    #expect(simulation.client.streamCount == 0 && simulation.server.streamCount == 0)
  }

  @Test("nothing is asked for again before the owner has consumed it")
  func backPressure() throws {
    var configuration = HTTP2Configuration.client
    configuration.settings.initialWindowSize = 10_000
    var client = HTTP2Machine.open(.client, configuration)
    _ = try client.openStream(getRequest, endStream: true)
    _ = client.takeOutput()
    client.receive {
      $0.headers(response(), stream: 1)
      $0.data(String(repeating: "x", count: 10_000), stream: 1)
    }
    #expect(!client.hasOutput)
    client.consumed(1, 4_000)
    #expect(client.takeFrames().frames.map(\.content) == [.windowUpdate(increment: 4_000)])
    client.consumed(1, 6_000)
    #expect(client.takeFrames().frames.map(\.content) == [.windowUpdate(increment: 6_000)])
    client.consumed(1, 1)
    #expect(!client.hasOutput)
  }

  @Test("padding is used up at once")
  func padding() throws {
    var configuration = HTTP2Configuration.client
    configuration.settings.initialWindowSize = 300
    var client = HTTP2Machine.open(.client, configuration)
    _ = try client.openStream(getRequest, endStream: true)
    _ = client.takeOutput()
    client.receive { $0.headers(response(), stream: 1) }
    for _ in 0..<50 {
      client.receive { writer in [UInt8(65)].withUnsafeBytes { writer.data($0, stream: 1, padding: 200) } }
      client.consumed(1, 1)
    }
    #expect(client.takeEvents().codes == [])
    #expect(client.failure == nil)
  }
}
