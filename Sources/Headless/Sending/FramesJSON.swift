import Exchanges
import HTTP2
import Recordings
import Workspaces

/// The frames that passed on a connection while an exchange over HTTP/2 ran, for JSON: what each says, and where its
/// bytes are.
///
/// Offsets count from the first byte of the connection that belongs to the time of the exchange, in each direction. Of
/// frames of other exchanges only the header is told.
struct FramesJSON {
  /// Frames of a direction beyond this many are counted, not listed.
  static let limit = 1024

  private let frames: FrameRecording

  /// Nil for an exchange over HTTP/1.
  init?(_ recording: ExchangeRecording) {
    guard let frames = recording.frames else { return nil }
    self.frames = frames
  }

  /// Adds the frames of both directions to an object that is open.
  func write(to layout: inout JSONLayout) throws {
    layout.open("{", named: "frames")
    for (direction, name) in [(Direction.sent, "sent"), (.received, "received")] {
      let (list, count) = try read(direction)
      layout.open("{", named: name)
      layout.value(.count(count), named: "count")
      layout.open("[", named: "list")
      for frame in list { layout.value(.object(frame)) }
      layout.close("]")
      layout.close("}")
    }
    layout.close("}")
  }

  private typealias Members = [(name: String, value: OrderedJSON)]

  /// Reads a direction again, but for content, of which the length is known.
  private func read(_ direction: Direction) throws -> (list: [Members], count: Int) {
    let side = frames[direction]
    let log = frames.connection[direction]
    let end = min(side.range.upperBound, log.count)
    var reader = side.reader
    var list: [Members] = []
    var count = 0
    // The frame that began the header block under way.
    var blockStart: Int?
    while reader.offset < end {
      var events: [FrameEvent] = []
      if reader.skipContent(into: &events) == 0 {
        let next = reader.current?.end ?? reader.offset + FrameHeader.size
        try log.forEachPiece(in: reader.offset..<min(next, end)) { _, bytes in
          reader.read(bytes, into: &events)
          return true
        }
      }
      for event in events {
        switch event {
        case .frame(let frame) where frame.header.end <= end:
          count += 1
          guard list.count < Self.limit else { continue }
          if frame.kind == .headers || frame.kind == .pushPromise { blockStart = list.count }
          list.append(members(of: frame, from: side.range.lowerBound))
        case .headerBlock(let block):
          if let blockStart, isOwn(block.stream) {
            list[blockStart].append(("fields", .array(block.fields.map { field($0, from: side.range.lowerBound) })))
          }
          blockStart = nil
        default: break
        }
      }
    }
    return (list, count)
  }

  private func isOwn(_ stream: StreamID) -> Bool { stream.isConnection || stream == frames.stream }

  private func members(of frame: Frame, from start: Int) -> Members {
    let header = frame.header
    let members: Members = [
      ("type", .string(frame.kind.name)), ("stream", .count(Int(header.stream.number))),
      ("flags", .array(header.flagNames.map { .string($0) })), ("length", .count(header.length)),
      ("range", .range(header.offset..<header.end, from: start)),
    ]
    guard isOwn(header.stream) else { return members }
    return members + (frame.padding.map { [("padding", .count($0))] } ?? []) + payload(of: frame.content)
  }

  /// What a payload says, but for content and header blocks.
  private func payload(of content: FrameContent) -> Members {
    switch content {
    case .settings(let settings):
      [("settings", .object(settings.map { ($0.identifier.name, .count(Int($0.value))) }))]
    case .resetStream(let code): error(code)
    case .goAway(let last, let code, let debugData):
      [("lastStream", .count(Int(last.number)))] + error(code) + [("debugData", text(debugData))]
    case .windowUpdate(let increment): [("increment", .count(increment))]
    case .headers(let priority?, _), .priority(let priority):
      [
        (
          "priority",
          .object([
            ("dependency", .count(Int(priority.dependency.number))), ("exclusive", .bool(priority.isExclusive)),
            ("weight", .count(priority.weight)),
          ])
        )
      ]
    case .pushPromise(let promised, _): [("promisedStream", .count(Int(promised.number)))]
    case .priorityUpdate(let stream, let value):
      [("prioritizedStream", .count(Int(stream.number))), ("value", text(value))]
    case .alternativeService(let origin, let value): [("origin", text(origin)), ("value", text(value))]
    case .origin(let origins): [("origins", .array(origins.map(text)))]
    case .unreadable: [("readable", .bool(false))]
    case .data, .headers, .ping, .continuation, .unknown: []
    }
  }

  private func error(_ code: HTTP2ErrorCode) -> Members { [("error", .string(code.name))] }

  /// A field with where it came from; of one that lets somebody in, its length stands in place of its value.
  private func field(_ coded: CodedField, from start: Int) -> OrderedJSON {
    let value: (String, OrderedJSON) =
      coded.field.holdsCredentials
      ? ("valueLength", .count(coded.field.value.count)) : ("value", text(coded.field.value))
    return .object(
      [
        ("name", text(coded.field.name)), value, ("source", .string(coded.sourceWords)),
        ("range", .range(coded.range, from: start)),
      ], isInline: true)
  }

  private func text(_ bytes: [UInt8]) -> OrderedJSON { .string(String(decoding: bytes, as: UTF8.self)) }
}
