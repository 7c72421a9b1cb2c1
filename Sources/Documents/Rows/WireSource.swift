import Exchanges
import HTTPMessages
import Recordings

/// What the wire view shows: an exchange's bytes of both directions, by their transfers, with what is wrong in them.
struct WireSource: Sendable {
  let recording: RecordingSnapshot
  /// Under TLS, what went over the wire, and when the exchange ended.
  let cipher: RecordingSnapshot?
  let records: TLSRecordMap?
  let ended: Timestamp?
  let firstCipherTransfer: Int
  let sent: MessageParts
  let received: MessageParts
  let began: Timestamp
  let firstTransfer: Int
  let isComplete: Bool
  let bytesPerRow: Int
  /// In the order of their offsets.
  let sentFindings: [Finding]
  let receivedFindings: [Finding]

  init(_ exchange: ExchangeRecording, bytesPerRow: Int) throws(RecordingError) {
    recording = exchange.plain
    cipher = exchange.wire
    records = exchange.records
    ended = exchange.summary.timings.finished
    firstCipherTransfer = try exchange.wire?.transfers.firstIndex(notBefore: exchange.summary.timings.started) ?? 0
    sent = MessageParts(sentOf: exchange)
    received = MessageParts(receivedOf: exchange)
    began = exchange.connectionBegan
    isComplete = !exchange.summary.outcome.isRunning
    self.bytesPerRow = bytesPerRow
    sentFindings = sent.findings()
    receivedFindings = received.findings()
    let transfers = exchange.plain.transfers
    let first = try sent.range.isEmpty ? nil : transfers.firstIndex(holding: sent.range.lowerBound, of: .sent)
    let other =
      try received.range.isEmpty ? nil : transfers.firstIndex(holding: received.range.lowerBound, of: .received)
    firstTransfer = min(first ?? transfers.count, other ?? transfers.count)
  }

  func parts(_ direction: Direction) -> MessageParts { direction == .sent ? sent : received }

  func findings(_ direction: Direction) -> [Finding] {
    direction == .sent ? sentFindings : receivedFindings
  }

  /// The first byte of a direction from which two sources differ in their findings.
  func firstDifference(from other: WireSource, _ direction: Direction) -> Int? {
    let (mine, theirs) = (findings(direction), other.findings(direction))
    let same = zip(mine, theirs).prefix { $0 == $1 }.count
    let offsets = [mine, theirs].compactMap { same < $0.count ? $0[same].offset : nil }
    return offsets.min()
  }
}

extension MessageParts {
  /// The parts of what an exchange sent.
  init(sentOf exchange: ExchangeRecording) {
    self.init(
      direction: .sent, range: exchange.sentRange, messages: exchange.request.map { [$0] } ?? [],
      log: exchange.plain.sent)
  }

  /// The parts of what an exchange received.
  init(receivedOf exchange: ExchangeRecording) {
    self.init(
      direction: .received, range: exchange.receivedRange, messages: exchange.responses, log: exchange.plain.received)
  }
}
