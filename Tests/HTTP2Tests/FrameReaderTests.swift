import HTTP2
import HTTPMessages
import Testing

@Suite struct FrameReaderTests {
  static let block = plainBlock([(":status", "200"), ("server", "x")])

  /// A frame of each kind, as a server may send it, and what it says.
  static let everything: [(write: @Sendable (inout FrameWriter) -> Void, content: FrameContent)] = [
    (
      { $0.settings([Setting(.maxFrameSize, 20_000), Setting(.init(rawValue: 0xaaaa), 7)]) },
      .settings([Setting(.maxFrameSize, 20_000), Setting(.init(rawValue: 0xaaaa), 7)])
    ),
    ({ $0.settingsAcknowledgement() }, .settings([])),
    (
      {
        $0.headers(
          block, stream: 1, priority: StreamPriority(dependency: 3, isExclusive: true, weight: 256), padding: 3)
      },
      .headers(priority: StreamPriority(dependency: 3, isExclusive: true, weight: 256), fragment: block)
    ),
    ({ $0.headers(block.prefix(1), stream: 3, endHeaders: false) }, .headers(priority: nil, fragment: [block[0]])),
    ({ $0.continuation(block.dropFirst(), stream: 3) }, .continuation(fragment: Array(block.dropFirst()))),
    ({ writer in [UInt8]([1, 2, 3]).withUnsafeBytes { writer.data($0, stream: 1, padding: 0) } }, .data),
    (
      { writer in Array("hello".utf8).withUnsafeBytes { writer.data($0, stream: 1, endStream: true, padding: 9) } },
      .data
    ),
    ({ writer in [UInt8]().withUnsafeBytes { writer.data($0, stream: 3) } }, .data),
    ({ $0.priority(StreamPriority(dependency: 7, weight: 1), stream: 5) }, .priority(.init(dependency: 7, weight: 1))),
    ({ $0.resetStream(3, .cancel) }, .resetStream(.cancel)),
    ({ $0.pushPromise(2, block, stream: 1, padding: 1) }, .pushPromise(promised: 2, fragment: block)),
    ({ $0.ping([1, 2, 3, 4, 5, 6, 7, 8], isAcknowledgement: true) }, .ping([1, 2, 3, 4, 5, 6, 7, 8])),
    ({ $0.windowUpdate(0, increment: 0x7fff_ffff) }, .windowUpdate(increment: 0x7fff_ffff)),
    (
      { $0.alternativeService(origin: Array("https://a".utf8), value: Array("clear".utf8)) },
      .alternativeService(origin: Array("https://a".utf8), value: Array("clear".utf8))
    ),
    ({ $0.origin([Array("https://a".utf8), []]) }, .origin([Array("https://a".utf8), []])),
    ({ $0.priorityUpdate(5, value: Array("u=1".utf8)) }, .priorityUpdate(5, value: Array("u=1".utf8))),
    ({ $0.frame(.init(rawValue: 0x4a), flags: .init(rawValue: 0xff), stream: 9, payload: [1, 2, 3]) }, .unknown),
    (
      { $0.goAway(last: 1, .enhanceYourCalm, debugData: Array("why".utf8)) },
      .goAway(last: 1, code: .enhanceYourCalm, debugData: Array("why".utf8))
    ),
  ]

  static var bytes: [UInt8] { wire { writer in for frame in everything { frame.write(&writer) } } }

  @Test("every kind of frame is read as it was written, and its parts cover it without gaps")
  func everyKind() {
    let bytes = Self.bytes
    let events = read(bytes, with: DirectionReader(from: .server))
    #expect(events.frames.map(\.content) == Self.everything.map(\.content))
    #expect(Set(events.frames.map(\.kind)).isSuperset(of: FrameKind.known))
    var end = 0
    for frame in events.frames {
      for part in frame.parts {
        #expect(part.range.lowerBound == end && !part.range.isEmpty, "\(frame.kind.name) \(part.kind.name)")
        end = part.range.upperBound
      }
      #expect(end == frame.header.end)
    }
    #expect(end == bytes.count)
    let padded = events.frames.filter { $0.padding ?? 0 > 0 }
    #expect(padded.map(\.padding) == [3, 9, 1])
    #expect(padded.allSatisfy { $0.parts.last?.kind == .padding && $0.parts.last?.range.count == $0.padding })
  }

  @Test("frames are the same wherever the stream is cut, and byte by byte")
  func cuts() {
    for (bytes, sender) in [(Self.bytes, HTTP2Role.server), (FrameWriter.preface + Self.bytes, .client)] {
      let whole = read(bytes, with: DirectionReader(from: sender))
      #expect(whole.count > 40)
      for cut in 1..<bytes.count {
        #expect(read(bytes, with: DirectionReader(from: sender), pieces: [cut]) == whole, "cut at \(cut)")
      }
      #expect(read(bytes, with: DirectionReader(from: sender), pieces: Array(1..<bytes.count)) == whole)
    }
  }

  @Test("content is told by its place and nothing of it is kept")
  func content() {
    let content = [UInt8](repeating: 7, count: 16_000)
    let bytes = wire { writer in content.withUnsafeBytes { writer.data($0, stream: 1, padding: 200) } }
    var reader = FrameReader(from: .server)
    var events: [FrameEvent] = []
    bytes[..<5_000].withUnsafeBytes { reader.read($0, into: &events) }
    #expect(reader.keptCount == 0 && reader.current?.length == 16_201)
    bytes[5_000...].withUnsafeBytes { reader.read($0, into: &events) }
    let told = events.compactMap { event -> Range<Int>? in
      if case .data(1, let range) = event { return range }
      return nil
    }
    #expect(told == [10..<5_000, 5_000..<16_010])
  }

  @Test("names of kinds, flags, settings and errors are those of the RFCs")
  func names() {
    #expect(FrameKind.headers.name == "HEADERS" && FrameKind(rawValue: 0x2a).name == "0x2a")
    #expect(FrameFlags(rawValue: 0x25).names(in: .headers) == ["END_STREAM", "END_HEADERS", "PRIORITY"])
    #expect(FrameFlags(rawValue: 0x41).names(in: .ping) == ["ACK", "0x40"])
    #expect(Setting.Identifier.initialWindowSize.name == "INITIAL_WINDOW_SIZE")
    #expect(Setting.Identifier(rawValue: 7).name == "0x7" && !Setting.Identifier(rawValue: 7).isKnown)
    #expect(HTTP2ErrorCode.enhanceYourCalm.name == "ENHANCE_YOUR_CALM")
    #expect(HTTP2ErrorCode(rawValue: 0xdead).name == "0xdead")
    #expect(FrameKind.goAway.rule?.description == "RFC 9113 §6.8" && FrameKind(rawValue: 99).rule == nil)
  }

  @Test("the fields of a block have their places in the stream, over CONTINUATION too")
  func places() throws {
    let block = hex("400a 6375 7374 6f6d 2d6b 6579 0d63 7573 746f 6d2d 6865 6164 6572 82 be")
    let bytes = wire {
      $0.settings([])
      $0.headers(block.prefix(5), stream: 1, endStream: true, endHeaders: false, padding: 2)
      $0.continuation(block.dropFirst(5).prefix(22), stream: 1, endHeaders: false)
      $0.continuation(block.suffix(1), stream: 1)
    }
    let found = try #require(read(bytes, with: DirectionReader(from: .server)).blocks.first)
    #expect(found.range == 9..<bytes.count && found.frameCount == 3 && found.byteCount == 28 && found.endStream)
    let places = found.fields.map(\.range)
    #expect(places.map { bytes[$0.lowerBound] } == [0x40, 0x82, 0xbe])
    #expect(places[0].lowerBound == 9 + 10 && places[0].upperBound == places[1].lowerBound)
    #expect(places[1].count == 1 && places[2] == (bytes.count - 1)..<bytes.count)
    #expect(found.fields.map(\.byteCount) == [26, 1, 1])
    #expect(found.fields[2].nameSource == .dynamicTable(62))
  }

  @Test("a view reads on from any checkpoint and finds the same frames and fields")
  func checkpoints() throws {
    var encoder = HPACKEncoder()
    var writer = FrameWriter()
    writer.settings([])
    for number in 0..<400 {
      var block: [UInt8] = []
      encoder.encode([HeaderField(":status", "200"), HeaderField("x-number", "\(number / 7)")], into: &block)
      writer.headers(block, stream: StreamID(UInt32(number * 2 + 1)))
      [UInt8](repeating: 1, count: 300).withUnsafeBytes {
        writer.data($0, stream: StreamID(UInt32(number * 2 + 1)), endStream: true)
      }
    }
    let bytes = writer.bytes
    let start = DirectionReader(from: .server)
    var reader = start
    var index = FrameIndex(start: start, capacity: 8, stride: 4)
    var events: [FrameEvent] = []
    for piece in stride(from: 0, to: bytes.count, by: 777) {
      bytes[piece..<min(piece + 777, bytes.count)].withUnsafeBytes { reader.read($0, into: &events) }
      index.advance(to: reader)
    }
    #expect(index.checkpoints.count <= 8 && index.stride > 4)
    let all = merged(events).blocks
    #expect(all.count == 400 && reader.frameCount == 801)
    for frame in [0, 1, 100, 401, 800] {
      var view = index.checkpoint(beforeFrame: frame)
      #expect(view.frameCount <= frame && frame - view.frameCount <= 2 * index.stride + 8)
      var found: [FrameEvent] = []
      bytes[view.offset...].withUnsafeBytes { view.read($0, into: &found) }
      #expect(found.blocks == Array(all.suffix(found.blocks.count)) && found.blocks.count >= (800 - frame) / 2)
    }
  }

  @Test("a view can jump over content without reading it")
  func skipping() {
    let bytes = wire { writer in
      writer.settings([])
      [UInt8](repeating: 0x41, count: 9_000).withUnsafeBytes { writer.data($0, stream: 1, padding: 4) }
      writer.ping([0, 0, 0, 0, 0, 0, 0, 1])
    }
    var reader = DirectionReader(from: .server)
    var events: [FrameEvent] = []
    var position = 0
    while position < bytes.count {
      bytes[position..<min(position + 4, bytes.count)].withUnsafeBytes { reader.read($0, into: &events) }
      _ = reader.skipContent(into: &events)
      position = reader.offset
    }
    #expect(events.frames == read(bytes, with: DirectionReader(from: .server)).frames)
    #expect(events.count < 40)
  }
}
