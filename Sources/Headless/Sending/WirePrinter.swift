import Documents
import Exchanges
import HTTPMessages
import Recordings

/// Writes the timeline of an exchange as it grows: each write and each read with its bytes and the parts that they
/// begin, between them what happened on the connection, and findings when they are known.
struct WirePrinter: ExchangePrinter {
  private static let rowsAtATime = 512
  let problems: [String] = []

  private let store = DocumentStore()
  private var exchange: ExchangeID?
  private var nextRow = 0
  /// One past the last byte of each direction that was written.
  private var written: [Direction: Int] = [:]
  /// The newest row about the wire under TLS, of each direction.
  private var lastPlace: [Direction: WirePlace] = [:]
  /// What `written` counts.
  private var layer = ByteReference.Layer.messages
  private var eventCount = 0
  private var findingCount = 0

  mutating func update(_ recording: ExchangeRecording, to output: inout Output) async throws {
    let id = recording.summary.id
    if exchange != id { begin(recording) }
    try await store.update(recording)
    let key = DocumentKey(exchange: id, view: .wire)
    while true {
      let window = try await store.window(key, rows: nextRow..<nextRow + Self.rowsAtATime)
      let new = window.rows.dropFirst(max(0, nextRow - window.firstRow))
      if new.isEmpty { break }
      for row in new { try write(row, recording, to: &output) }
      nextRow = window.firstRow + window.rows.count
    }
    try writeFindings(recording, to: &output)
    try output.flush()
  }

  mutating func end(
    _ summary: ExchangeSummary, _ recording: ExchangeRecording?, goesOn: Bool, to output: inout Output
  ) async throws {
    guard let recording else { return }
    try await update(recording, to: &output)
    try writeEvents(recording, until: nil, to: &output)
    try output.flush()
    await store.close(summary.id)
    exchange = nil
  }

  private mutating func begin(_ recording: ExchangeRecording) {
    let isSameConnection = exchange != nil
    exchange = recording.summary.id
    nextRow = 0
    findingCount = 0
    lastPlace = [:]
    if !isSameConnection { eventCount = 0 }
    written = [:]
    layer = .messages
  }

  private mutating func write(_ row: DocumentRow, _ recording: ExchangeRecording, to output: inout Output) throws {
    if let place = row.wirePlace { return try write(row, at: place, recording, to: &output) }
    // Findings are rows too, which may come in between later: they are written when they are known.
    guard let source = row.source, !source.range.isEmpty else { return }
    if source.layer != layer {
      layer = source.layer
      written = [:]
    }
    guard source.range.lowerBound >= written[source.direction] ?? 0 else { return }
    switch row.spans.first?.role {
    case .sentMarker, .receivedMarker:
      let transfers = (source.layer == .frames ? recording.frames?.connection : recording.plain)?.transfers
      if let transfers, let index = try transfers.firstIndex(holding: source.range.lowerBound, of: source.direction) {
        try writeEvents(recording, until: transfers.transfer(at: index).time, to: &output)
      }
    // A frame of another exchange has a row, but no bytes in it.
    case .note where source.layer == .frames: written[source.direction] = source.range.upperBound
    default:
      guard row.cells != nil else { return }
      written[source.direction] = source.range.upperBound
    }
    try output.write(row.text.trimmingTrailingSpaces + "\n")
  }

  /// Writes a row about the wire under TLS, once.
  private mutating func write(
    _ row: DocumentRow, at place: WirePlace, _ recording: ExchangeRecording, to output: inout Output
  ) throws {
    if let last = lastPlace[place.direction], !place.isAfter(last) { return }
    lastPlace[place.direction] = place
    if place.line == 0, let transfers = recording.wire?.transfers,
      let index = try transfers.firstIndex(holding: place.end - 1, of: place.direction)
    {
      try writeEvents(recording, until: transfers.transfer(at: index).time, to: &output)
    }
    try output.write(row.text.trimmingTrailingSpaces + "\n")
  }

  private mutating func writeEvents(
    _ recording: ExchangeRecording, until time: Timestamp?, to output: inout Output
  ) throws(OutputError) {
    guard let connection = recording.summary.connection else { return }
    let events = connection.events.filter { event in
      // What frames say stands behind their bytes.
      if recording.frames != nil, case .frame = event.kind { return false }
      return event.exchange == nil || event.exchange == recording.summary.id
    }
    while eventCount < events.count, time.map({ events[eventCount].time <= $0 }) ?? true {
      let event = events[eventCount]
      let milliseconds = event.time.milliseconds(since: recording.connectionBegan)
      try output.write("· \(DurationWords.milliseconds(milliseconds))  \(event.kind.sentence)\n")
      for line in event.kind.detailLines { try output.write("    \(line)\n") }
      eventCount += 1
    }
  }

  private mutating func writeFindings(
    _ recording: ExchangeRecording, to output: inout Output
  ) throws(OutputError) {
    let findings =
      (recording.request?.diagnostics ?? []).map { ("request", $0.counted(from: recording.sentRange.lowerBound)) }
      + recording.responses.flatMap(\.diagnostics).map {
        ("response", $0.counted(from: recording.receivedRange.lowerBound))
      }
    guard findings.count > findingCount else { return }
    for (message, diagnostic) in findings.dropFirst(findingCount) {
      try output.write("▲ " + DiagnosticWords.sentence(diagnostic, in: message) + "\n")
    }
    findingCount = findings.count
  }
}
