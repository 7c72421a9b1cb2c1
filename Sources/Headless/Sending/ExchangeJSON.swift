import ContentCodings
import Documents
import Exchanges
import Foundation
import HTTPMessages
import Recordings
import Workspaces

/// Writes exchanges as one JSON object: request, responses, content, timings, connection, diagnostics and outcome.
///
/// Messages have the shape that `barewire inspect` gives them; their offsets count from the exchange's first byte in
/// their direction.
struct ExchangeJSON: ExchangePrinter {
  /// Content beyond this many bytes is left out.
  static let contentLimit = 16 << 20

  private(set) var problems: [String] = []
  private var earlier: [(summary: ExchangeSummary, recording: ExchangeRecording?)] = []

  mutating func update(_ recording: ExchangeRecording, to output: inout Output) {}

  mutating func end(
    _ summary: ExchangeSummary, _ recording: ExchangeRecording?, goesOn: Bool, to output: inout Output
  ) throws {
    if goesOn {
      earlier.append((summary, recording))
      return
    }
    var layout = JSONLayout()
    layout.open("{")
    try write(summary, recording, to: &layout)
    layout.open("[", named: "redirects")
    for (summary, recording) in earlier {
      layout.open("{")
      try write(summary, recording, to: &layout)
      layout.close("}")
    }
    layout.close("]")
    layout.close("}")
    output.truncate()
    try output.write(layout.take())
    try output.flush()
  }

  private mutating func write(
    _ summary: ExchangeSummary, _ recording: ExchangeRecording?, to layout: inout JSONLayout
  ) throws {
    layout.value(.number("\(summary.id.number)"), named: "id")
    if let from = summary.redirectedFrom { layout.value(.number("\(from.number)"), named: "redirectedFrom") }
    if let before = summary.sentBeforeOn { layout.value(.number("\(before.number)"), named: "sentBeforeOn") }
    layout.value(summary.outcome.json, named: "outcome")
    layout.value(.optional(summary.version), named: "version")
    if let stream = summary.stream { layout.value(.count(stream), named: "stream") }
    if let recording {
      let sent = try Self.messages(.request, recording.plain.sent, recording.sentRange)
      if let request = sent.first {
        request.write(to: &layout, named: "request")
      } else {
        layout.value(.null, named: "request")
      }
      var received = try Self.messages(
        .response, recording.plain.received, recording.receivedRange, method: summary.requestMethod,
        isOnStream: recording.frames != nil, trailerStart: recording.responses.last?.trailerStart)
      let leftover = received.last.flatMap { $0.kind == nil ? $0 : nil }
      if leftover != nil { received.removeLast() }
      let final = received.last.flatMap { ($0.statusCode.map { 100..<200 ~= $0 && $0 != 101 } ?? false) ? nil : $0 }
      if final != nil { received.removeLast() }
      if let final { final.write(to: &layout, named: "response") } else { layout.value(.null, named: "response") }
      layout.open("[", named: "interimResponses")
      for message in received { message.write(to: &layout) }
      layout.close("]")
      if let leftover { leftover.write(to: &layout, named: "leftover") }
      layout.value(try content(recording), named: "content")
    } else {
      layout.value(.null, named: "request")
      layout.value(.null, named: "response")
    }
    layout.value(summary.timings.json, named: "timings")
    if let connection = summary.connection {
      connection.write(to: &layout, named: "connection")
    } else {
      layout.value(.null, named: "connection")
    }
    if let recording {
      try FramesJSON(recording)?.write(to: &layout)
      try TLSRecordsJSON(recording)?.write(to: &layout)
    }
    layout.open("[", named: "diagnostics")
    let start = recording?.receivedRange.lowerBound ?? 0
    for diagnostic in summary.diagnostics { layout.value(diagnostic.counted(from: start).json) }
    layout.close("]")
  }

  /// The messages of one direction of an exchange, read again from its recording.
  private static func messages(
    _ kind: MessageKind, _ log: ByteLogSnapshot, _ range: Range<Int>, method: String? = nil, isOnStream: Bool = false,
    trailerStart: Int? = nil
  ) throws(RecordingError) -> [InspectedMessage] {
    var inspection = Inspection(
      kind, requestMethods: method.map { [$0] } ?? [], isOnStream: isOnStream, report: InspectedMessages(kind))
    func read(_ range: Range<Int>) throws(RecordingError) {
      try log.forEachPiece(in: range.clamped(to: 0..<log.count)) { _, bytes in
        inspection.read(bytes)
        return true
      }
    }
    let contentEnd = isOnStream ? trailerStart ?? range.upperBound : range.upperBound
    try read(range.lowerBound..<contentEnd)
    if contentEnd < range.upperBound {
      inspection.endContent()
      try read(contentEnd..<range.upperBound)
    }
    inspection.finish()
    return inspection.report.ended
  }

  /// The final response's content with its codings undone: as text where it is UTF-8, else in base64.
  private mutating func content(_ recording: ExchangeRecording) throws -> OrderedJSON {
    guard let index = try recording.finalResponse, index.headEnd != nil else { return .null }
    let reader = ContentReader(log: recording.plain.received, index: index)
    let coded = try reader.bytes(in: 0..<min(reader.count, Self.contentLimit))
    var bytes: [UInt8] = []
    if let codings = recording.summary.contentEncoding {
      do throws(ContentCodingError) {
        let limits = ContentDecoderLimits(decodedCount: Self.contentLimit)
        let decoder = try ContentDecoder(contentEncoding: codings.utf8, limits: limits)
        try coded.span.bytes.withUnsafeBytes { coded throws(ContentCodingError) in
          try decoder.decode(coded) { bytes.append(contentsOf: $0) }
        }
        if recording.summary.outcome == .complete, coded.count == reader.count { try decoder.finish() }
      } catch {
        problems.append(error.message)
        if bytes.isEmpty { bytes = coded }
      }
    } else {
      bytes = coded
    }
    let text = String(validating: bytes, as: UTF8.self)
    return .object([
      ("receivedBytes", .number("\(reader.count)")), ("bytes", .number("\(bytes.count)")),
      ("isCut", .bool(coded.count < reader.count || bytes.count >= Self.contentLimit)),
      text.map { ("text", .string($0)) } ?? ("base64", .string(Data(bytes).base64EncodedString())),
    ])
  }
}
