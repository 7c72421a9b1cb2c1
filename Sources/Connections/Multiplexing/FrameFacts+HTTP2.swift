import Exchanges
import HTTP2

extension FrameFacts {
  /// A frame in words; of a header block's frames tell the block instead.
  init(_ frame: Frame) {
    self.init(
      name: frame.kind.name, stream: Int(frame.stream.number), flags: frame.header.flagNames,
      length: frame.header.length, details: Self.details(frame.content))
  }

  /// A header block with where each field came from (RFC 7541 §6).
  init(_ block: HeaderBlock) {
    var flags = block.endStream ? ["END_STREAM"] : []
    if block.frameCount > 1 { flags.append("\(block.frameCount - 1) CONTINUATION") }
    self.init(
      name: block.promised == nil ? "HEADERS" : "PUSH_PROMISE", stream: Int(block.stream.number), flags: flags,
      length: block.byteCount, details: block.fields.map(Self.detail))
  }

  private static func details(_ content: FrameContent) -> [String] {
    switch content {
    case .settings(let settings): settings.map { "\($0.identifier.name) \($0.value)" }
    case .resetStream(let code): ["\(code.name): \(code.sentence)"]
    case .goAway(let last, let code, let debugData):
      ["last stream \(last.number)", "\(code.name): \(code.sentence)"]
        + (debugData.isEmpty ? [] : ["“\(String(decoding: debugData, as: UTF8.self))”"])
    case .windowUpdate(let increment): ["\(increment) bytes more"]
    case .priority(let priority):
      ["depends on stream \(priority.dependency.number), weight \(priority.weight)"]
    case .priorityUpdate(let stream, let value):
      ["stream \(stream.number): \(String(decoding: value, as: UTF8.self))"]
    case .alternativeService(let origin, let value):
      [String(decoding: origin, as: UTF8.self), String(decoding: value, as: UTF8.self)].filter { !$0.isEmpty }
    case .origin(let origins): origins.map { String(decoding: $0, as: UTF8.self) }
    case .unreadable: ["its payload cannot be read"]
    case .data, .headers, .pushPromise, .ping, .continuation, .unknown: []
    }
  }

  private static func detail(_ coded: CodedField) -> String {
    let name = String(decoding: coded.field.name, as: UTF8.self)
    let value =
      coded.field.holdsCredentials
      ? "(\(coded.field.value.count) bytes)" : String(decoding: coded.field.value, as: UTF8.self)
    return "\(name): \(value) [\(source(coded))]"
  }

  private static func source(_ coded: CodedField) -> String {
    switch coded.representation {
    case .indexed: coded.nameSource.words
    case .literalIndexed, .literalNotIndexed, .literalNeverIndexed:
      "name \(coded.nameSource.words), \(coded.representation.name), \(coded.byteCount) bytes"
    }
  }
}
