import ContentCodings
import Documents
import Exchanges
import HTTPMessages
import Recordings
import Workspaces

extension ExchangeRecording {
  /// The bytes of a response's head; over HTTP/2 with the version that it came in.
  fileprivate func head(of message: MessageIndex, endingAt end: Int) throws(RecordingError) -> [UInt8] {
    let log = plain.received
    guard frames != nil, let version = message.range(of: .version) else {
      return try log.bytes(in: message.start..<end)
    }
    return try log.bytes(in: message.start..<version.lowerBound) + Array("HTTP/2".utf8)
      + log.bytes(in: version.upperBound..<end)
  }
}

/// Writes the final response's content as it arrives, and the heads before it where they are asked for.
struct ContentPrinter: ExchangePrinter {
  /// Bytes that are in memory at a time.
  private static let pieceSize = 1 << 20

  let includesHeads: Bool
  let decodes: Bool
  /// Whether a response is passed over because the order goes on where it redirects to, or would (where the way ends
  /// early, nothing is written, as with curl), or because its challenge is answered.
  let isPassedOver: @Sendable (ExchangeSummary, SavedRequest) -> Bool
  private(set) var problems: [String] = []

  private var request: SavedRequest?
  private var printedHeads = 0
  private var position = 0
  private var hasBegun = false
  private var decoder: ContentDecoder?

  init(
    includesHeads: Bool, decodes: Bool,
    isPassedOver: @escaping @Sendable (ExchangeSummary, SavedRequest) -> Bool = { _, _ in false }
  ) {
    self.includesHeads = includesHeads
    self.decodes = decodes
    self.isPassedOver = isPassedOver
  }

  mutating func begin(_ request: SavedRequest) {
    self.request = request
  }

  mutating func update(_ recording: ExchangeRecording, to output: inout Output) throws {
    for index in recording.responses.dropFirst(printedHeads) {
      guard let headEnd = index.headEnd else { break }
      printedHeads += 1
      if includesHeads { try output.write(recording.head(of: index, endingAt: headEnd)) }
    }
    let summary = recording.summary
    guard let index = try recording.finalResponse, index.headEnd != nil else { return try output.flush() }
    if let request, isPassedOver(summary, request) { return }
    if !hasBegun {
      hasBegun = true
      output.truncate()
      makeDecoder(summary.contentEncoding)
    }
    let reader = ContentReader(log: recording.plain.received, index: index)
    while position < reader.count {
      let piece = try reader.bytes(in: position..<min(reader.count, position + Self.pieceSize))
      if piece.isEmpty { break }
      position += piece.count
      try write(piece, to: &output)
    }
    try output.flush()
  }

  mutating func end(
    _ summary: ExchangeSummary, _ recording: ExchangeRecording?, goesOn: Bool, to output: inout Output
  ) throws {
    if let recording {
      try update(recording, to: &output)
      if includesHeads, hasBegun { try writeTrailers(recording, to: &output) }
      if recording.hasUnreadableAnswer {
        // No head could be read: what came is shown as it is, rather than nothing.
        output.truncate()
        let range = recording.receivedRange.clamped(to: 0..<recording.plain.received.count)
        try recording.plain.received.forEachPiece(in: range) { _, bytes in
          do throws(OutputError) { try output.write(bytes) } catch { return false }
          return true
        }
      }
    }
    if hasBegun, problems.isEmpty, summary.outcome == .complete {
      do throws(ContentCodingError) { try decoder?.finish() } catch { problems.append(error.message) }
    }
    let printer = ContentPrinter(includesHeads: includesHeads, decodes: decodes, isPassedOver: isPassedOver)
    let problems = problems
    self = printer
    self.problems = problems
  }

  /// The trailers follow the content, as they came.
  private func writeTrailers(_ recording: ExchangeRecording, to output: inout Output) throws {
    guard let index = try recording.finalResponse, let start = index.trailerStart else { return }
    let end = index.fields.last.map(\.line.upperBound) ?? start
    try output.write(recording.plain.received.bytes(in: start..<max(start, end)))
    try output.flush()
  }

  private mutating func makeDecoder(_ codings: String?) {
    guard decodes, let codings else { return }
    do throws(ContentCodingError) {
      decoder = try ContentDecoder(contentEncoding: codings.utf8)
    } catch {
      problems.append(error.message)
    }
  }

  private mutating func write(_ piece: [UInt8], to output: inout Output) throws {
    guard let decoder else { return try output.write(piece) }
    guard problems.isEmpty else { return }
    var failure: OutputError?
    do throws(ContentCodingError) {
      try piece.span.bytes.withUnsafeBytes { bytes throws(ContentCodingError) in
        try decoder.decode(bytes) { decoded in
          do throws(OutputError) {
            try output.write(decoded)
          } catch {
            failure = error
            throw error
          }
        }
      }
    } catch {
      if let failure { throw failure }
      problems.append(error.message)
    }
  }
}
