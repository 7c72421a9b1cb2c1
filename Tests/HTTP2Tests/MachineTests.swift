import HTTP2
import Testing

@Suite struct MachineTests {
  /// Hands over all output in both directions until there is none.
  private func exchange(_ client: inout HTTP2Machine, _ server: inout HTTP2Machine) {
    while client.hasOutput || server.hasOutput {
      server.receive(client.takeOutput())
      client.receive(server.takeOutput())
    }
  }

  private func pair() -> (client: HTTP2Machine, server: HTTP2Machine) {
    var client = HTTP2Machine(.client, configuration: .client)
    var server = HTTP2Machine(.server, configuration: .server)
    client.start(now: 0)
    server.start(now: 0)
    exchange(&client, &server)
    _ = client.takeEvents()
    _ = server.takeEvents()
    return (client, server)
  }

  @Test("a client begins with its preface, its settings and the connection's window")
  func beginning() {
    var client = HTTP2Machine(.client, configuration: .client)
    client.start(now: 0)
    let output = client.takeOutput()
    #expect(output.starts(with: FrameWriter.preface))
    let frames = read(output, with: DirectionReader(from: .client)).frames
    #expect(frames.map(\.kind) == [.settings, .windowUpdate])
    guard case .settings(let settings)? = frames.first?.content else {
      Issue.record("no settings")
      return
    }
    #expect(settings.contains(Setting(.enablePush, 0)) && settings.contains(Setting(.initialWindowSize, 8 << 20)))
    #expect(frames.last?.content == .windowUpdate(increment: 16 << 20 - 65_535))
  }

  @Test("settings are acknowledged by both sides, and each knows the other's")
  func settings() {
    let (client, server) = pair()
    #expect(client.peerSettings.maxConcurrentStreams == 100 && server.peerSettings.initialWindowSize == 8 << 20)
    #expect(client.deadline == nil && server.deadline == nil)
    #expect(client.sendWindow == 4 << 20 && server.sendWindow == 16 << 20)
  }

  @Test("a request and its response, with an interim one and trailers, are told in order")
  func wholeExchange() throws {
    var (client, server) = pair()
    let stream = try client.openStream(Array(postRequest), endStream: false)
    #expect(stream == 1 && client.state(of: 1) == .open)
    #expect(client.send("question", on: stream, endStream: true) == 8)
    #expect(client.state(of: 1) == .halfClosedLocal)
    exchange(&client, &server)
    let asked = server.takeEvents().meanings
    #expect(asked.first == .head(1, .request, Array(postRequest), endStream: false))
    #expect(asked.last == .messageEnded(1) && server.state(of: 1) == .halfClosedRemote)
    server.sendHead([HeaderField(":status", "103"), HeaderField("link", "</a>")], on: 1, endStream: false)
    server.sendHead(okResponse, on: 1, endStream: false)
    #expect(server.send("answer", on: 1) == 6)
    server.sendHead([HeaderField("x-sum", "1")], on: 1, endStream: true)
    exchange(&client, &server)
    let answered = client.takeEvents().meanings
    #expect(
      answered.compactMap { event -> HeadKind? in
        if case .head(1, let kind, _, _) = event { return kind }
        return nil
      } == [.interim, .response, .trailers])
    #expect(answered.suffix(2) == [.messageEnded(1), .streamClosed(1)])
    #expect(client.state(of: 1) == .closed && server.state(of: 1) == .closed && server.streamCount == 0)
    #expect(client.state(of: 3) == .idle)
  }

  @Test("content is told by its offsets in the received bytes")
  func contentOffsets() throws {
    var client = HTTP2Machine.open(.client)
    _ = try client.openStream(getRequest, endStream: true)
    let start = client.reader.offset
    let bytes = wire {
      $0.headers(response(), stream: 1)
      $0.data("hello", stream: 1, endStream: true)
    }
    client.receive(bytes)
    let ranges = client.takeEvents().compactMap { event -> Range<Int>? in
      if case .content(1, let range) = event { return range }
      return nil
    }
    #expect(ranges == [(start + bytes.count - 5)..<(start + bytes.count)])
  }

  @Test("a PING is answered with its bytes, and the answer to ours is told")
  func ping() {
    var (client, server) = pair()
    client.ping(0x0102_0304_0506_0708)
    exchange(&client, &server)
    #expect(client.takeEvents().meanings == [.pingAcknowledged([1, 2, 3, 4, 5, 6, 7, 8])])
  }

  @Test("as many streams are opened at once as the server takes")
  func concurrency() throws {
    var client = HTTP2Machine.open(.client, peer: [Setting(.maxConcurrentStreams, 2)])
    _ = try client.openStream(getRequest, endStream: true)
    _ = try client.openStream(getRequest, endStream: true)
    #expect(throws: StreamRefusal.tooManyStreams(limit: 2)) { try client.openStream(getRequest, endStream: true) }
    client.receive { $0.headers(response(), stream: 1, endStream: true) }
    #expect(client.canOpenStream)
    #expect(try client.openStream(getRequest, endStream: true) == 5)
  }

  @Test("after GOAWAY the streams that the server has not seen may be sent again, the others go on")
  func goAway() throws {
    var client = HTTP2Machine.open(.client)
    for _ in 0..<3 { _ = try client.openStream(getRequest, endStream: true) }
    client.receive { $0.goAway(last: 3, .noError, debugData: Array("bye".utf8)) }
    #expect(
      client.takeEvents().meanings == [
        .streamReset(5, .refusedStream, by: .server, mayRetry: true),
        .goAway(last: 3, .noError, debugData: Array("bye".utf8)),
      ])
    #expect(throws: StreamRefusal.connectionEnding) { try client.openStream(getRequest, endStream: true) }
    #expect(!client.isFinished)
    client.receive {
      $0.headers(response(), stream: 1, endStream: true)
      $0.headers(response(), stream: 3, endStream: true)
    }
    #expect(client.isFinished && client.failure == nil)
  }

  @Test("a server leaves in two steps, and each stream that it has seen goes on to its end")
  func gracefulShutdown() throws {
    var (client, server) = pair()
    _ = try client.openStream(getRequest, endStream: true)
    server.goAway(isFinal: false)
    exchange(&client, &server)
    #expect(client.goAwayReceived == .last && client.streamCount == 1)
    server.goAway()
    server.sendHead(okResponse, on: 1, endStream: true)
    exchange(&client, &server)
    #expect(client.goAwayReceived == 1 && client.isFinished && server.isFinished)
    #expect(client.failure == nil && server.failure == nil)
  }

  @Test("a reset ends the stream on both sides, and only a refusal says that it may be sent again")
  func resets() throws {
    var (client, server) = pair()
    for _ in 0..<2 { _ = try client.openStream(getRequest, endStream: true) }
    exchange(&client, &server)
    server.reset(1, .refusedStream)
    client.reset(3)
    exchange(&client, &server)
    #expect(
      client.takeEvents().meanings == [
        .streamReset(3, .cancel, by: .client, mayRetry: false),
        .streamReset(1, .refusedStream, by: .server, mayRetry: true),
      ])
    #expect(server.takeEvents().meanings.last == .streamReset(3, .cancel, by: .client, mayRetry: false))
    #expect(client.streamCount == 0 && server.streamCount == 0)
  }

  @Test("a header block larger than a frame goes on in CONTINUATION")
  func continuation() throws {
    var (client, server) = pair()
    let large = HeaderField(name: Array("x".utf8), value: [UInt8](repeating: 0xfe, count: 40_000))
    _ = try client.openStream(getRequest + [large], endStream: true, priority: StreamPriority(weight: 3))
    exchange(&client, &server)
    let events = server.takeEvents()
    #expect(events.meanings.contains(.head(1, .request, getRequest + [large], endStream: true)))
    let frameCounts = events.compactMap { event -> Int? in
      if case .headerBlock(let block) = event { return block.frameCount }
      return nil
    }
    #expect(frameCounts == [3])
  }

  @Test("what comes after a failure is not read, and the failure says why in words")
  func failure() throws {
    var client = HTTP2Machine.open(.client)
    _ = try client.openStream(getRequest, endStream: true)
    client.receive {
      $0.ping([1])
      $0.headers(response(), stream: 1, endStream: true)
    }
    let failure = try #require(client.failure)
    #expect(client.takeEvents().last == .failed(failure))
    #expect(failure.message == "PING has 8 bytes of payload. (RFC 9113 §6.7)" && failure.code == .frameSizeError)
    #expect(!client.canOpenStream && client.send("x", on: 1) == 0)
  }

  @Test("h2c begins with an upgrade: the response comes on stream 1")
  func upgrade() throws {
    let settings = HTTP2Configuration.client.settings.changes()
    let value = HTTP2SettingsField.value(of: settings)
    #expect(HTTP2SettingsField.settings(of: value) == settings)
    #expect(
      HTTP2SettingsField.settings(of: Array("AAMAAABkAAQAAP__".utf8)) == [
        Setting(.maxConcurrentStreams, 100), Setting(.initialWindowSize, 65_535),
      ])
    for wrong in ["A", "AAMAAABk=", "AAMA", "A A"] {
      #expect(HTTP2SettingsField.settings(of: Array(wrong.utf8)) == nil, "\(wrong)")
    }
    var client = HTTP2Machine(.client, configuration: .client)
    var server = HTTP2Machine(.server, configuration: .server)
    client.startUpgraded(answering: Array("GET".utf8), now: 0)
    server.startUpgraded(getRequest, settings: settings, now: 0)
    #expect(server.takeEvents() == [.head(1, .request, getRequest, endStream: true), .messageEnded(1)])
    server.sendHead(okResponse, on: 1, endStream: true)
    exchange(&client, &server)
    #expect(
      client.takeEvents().meanings.suffix(4) == [
        .head(1, .response, okResponse, endStream: true), .messageEnded(1), .streamClosed(1), .settingsAcknowledged,
      ])
    #expect(try client.openStream(getRequest, endStream: true) == 3)
    #expect(client.failure == nil && server.failure == nil)
  }

  @Test("CONNECT with :protocol is for servers that have enabled it")
  func extendedConnect() throws {
    var configuration = HTTP2Configuration.server
    configuration.settings.enablesConnectProtocol = true
    var server = HTTP2Machine.open(.server, configuration)
    server.receive { $0.headers(request((":protocol", "websocket"), method: "CONNECT"), stream: 1) }
    let events = server.takeEvents()
    // The helper's pseudo-fields are all there, as RFC 8441 wants them.
    #expect(events.codes.isEmpty && !events.meanings.isEmpty)
    #expect(HTTP2Machine.open(.client, peer: [Setting(.enableConnectProtocol, 1)]).peerSettings.enablesConnectProtocol)
  }

  @Test("windows grow and shrink with the settings, below zero too")
  func initialWindow() throws {
    var client = HTTP2Machine.open(.client)
    _ = try client.openStream(Array(postRequest), endStream: false)
    let text = String(repeating: "x", count: 60_000)
    #expect(client.send(text, on: 1) == 60_000)
    client.receive { $0.settings([Setting(.initialWindowSize, 10_000)]) }
    #expect(client.sendCapacity(of: 1) == 0 && client.send(text, on: 1) == 0)
    client.receive { $0.windowUpdate(1, increment: 50_000) }
    #expect(client.sendCapacity(of: 1) == 0)
    client.receive { $0.windowUpdate(1, increment: 7) }
    #expect(client.takeEvents().meanings.last == .sendWindowOpened(1))
    #expect(client.sendCapacity(of: 1) == 7)
    client.receive { $0.settings([Setting(.initialWindowSize, 65_535)]) }
    #expect(client.sendCapacity(of: 1) == 5_535)
  }

  @Test("content under way when a smaller window is announced is taken until it is acknowledged")
  func smallerWindow() throws {
    var client = HTTP2Machine.open(.client)
    var settings = HTTP2Configuration.client.settings
    settings.initialWindowSize = 100
    client.announce(settings)
    _ = try client.openStream(getRequest, endStream: true)
    client.receive {
      $0.headers(response(), stream: 1)
      $0.data(String(repeating: "x", count: 5_000), stream: 1)
      $0.settingsAcknowledgement()
    }
    #expect(client.failure == nil && client.takeEvents().codes.isEmpty)
    client.receive { $0.data("x", stream: 1) }
    #expect(client.takeEvents().codes == [.flowStreamExceeded])
  }

  @Test("what a reset stream left unread opens the connection's window again")
  func unreadContent() throws {
    var configuration = HTTP2Configuration.client
    configuration.connectionWindow = 65_535
    var client = HTTP2Machine.open(.client, configuration)
    for round in 0..<40 {
      let stream = try client.openStream(getRequest, endStream: true)
      client.receive { writer in
        writer.headers(response(), stream: stream)
        writer.data(String(repeating: "x", count: 9_000), stream: stream)
      }
      switch round % 4 {
      case 0: client.reset(stream)
      case 1: client.receive { $0.resetStream(stream, .internalError) }
      case 2:
        client.receive { $0.data("", stream: stream, endStream: true) }
        client.consumed(stream, 4_000)
        client.consumed(stream, 50_000)
      default:
        client.receive { $0.data("", stream: stream, endStream: true) }
        client.reset(stream)
      }
      #expect(client.failure == nil)
    }
  }
}
