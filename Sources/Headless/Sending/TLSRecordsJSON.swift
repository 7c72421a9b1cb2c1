import Exchanges
import Recordings
import Workspaces

/// The TLS records that passed while an exchange ran, for JSON: each beside the plain bytes or messages that it carries.
struct TLSRecordsJSON {
  /// Records of a direction beyond this many are counted, not listed.
  static let limit = 1024

  private let records: TLSRecordMap
  private let wire: RecordingSnapshot
  private let recording: ExchangeRecording

  /// Nil for an exchange without TLS.
  init?(_ recording: ExchangeRecording) {
    guard let records = recording.records, let wire = recording.wire else { return nil }
    self.records = records
    self.wire = wire
    self.recording = recording
  }

  /// Adds the records of both directions to an object that is open.
  func write(to layout: inout JSONLayout) throws {
    layout.open("{", named: "records")
    try write(.sent, named: "sent", to: &layout)
    try write(.received, named: "received", to: &layout)
    layout.close("}")
  }

  private func write(_ direction: Direction, named name: String, to layout: inout JSONLayout) throws {
    let numbers = try numbers(direction)
    layout.open("{", named: name)
    layout.value(.count(numbers.count), named: "count")
    layout.open("[", named: "list")
    for number in numbers.prefix(Self.limit) { layout.value(try json(number, direction)) }
    layout.close("]")
    layout.close("}")
  }

  /// The records that ended between the exchange's begin and end.
  private func numbers(_ direction: Direction) throws -> Range<Int> {
    let timings = recording.summary.timings
    let transfers = wire.transfers
    let start = try transfers.counts(before: transfers.firstIndex(notBefore: timings.started))
    let end = try timings.finished.map { finished in
      try transfers.counts(before: transfers.firstIndex(notBefore: finished.adding(1)))
    }
    let last = end ?? (wire.sent.count, wire.received.count)
    let side = records[direction]
    let first = try side.firstNumber(endingAfter: direction == .sent ? start.sent : start.received)
    return first..<max(first, try side.firstNumber(endingAfter: direction == .sent ? last.sent : last.received))
  }

  private func json(_ number: Int, _ direction: Direction) throws -> OrderedJSON {
    let plain = recording.frames?.connection ?? recording.plain
    let record = try records[direction].record(number, plainEnd: plain[direction].count)
    let time = try wire.transfers.firstIndex(holding: record.wire.upperBound - 1, of: direction).map {
      try wire.transfers.transfer(at: $0).time.milliseconds(since: recording.connectionBegan)
    }
    var members: [(String, OrderedJSON)] = [
      ("number", .count(number + 1)), ("milliseconds", time.map { .milliseconds($0) } ?? .null),
      ("contentType", .string(record.contentType.name)), ("legacyVersion", .string(record.versionName)),
      ("length", .count(record.length)), ("wireRange", .range(record.wire)),
      ("carries", .string(record.type.name)),
    ]
    let messages = direction == .sent ? recording.sentRange : recording.receivedRange
    let start = (recording.frames?[direction].range ?? messages).lowerBound
    if !record.plain.isEmpty { members.append(("plainRange", .range(record.plain, from: start))) }
    if !record.messages.isEmpty { members.append(("messages", .array(record.messages.map { .string($0) }))) }
    return .object(members)
  }
}
