import Exchanges
import HTTPMessages
import Recordings

/// What the wire view shows: an exchange's bytes of both directions, by their transfers, with what is wrong in them.
struct WireSource: Sendable {
  let recording: RecordingSnapshot
  /// The frames whose bytes they are; nil where they are those of the messages.
  let frames: FrameRecording?
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

  /// Shows the frames where there are any, unless `asText` wants the messages as HTTP/1 writes them.
  init(_ exchange: ExchangeRecording, bytesPerRow: Int, asText: Bool = false) throws(RecordingError) {
    frames = asText ? nil : exchange.frames
    recording = frames?.connection ?? exchange.plain
    cipher = exchange.wire
    records = exchange.records
    showsPlain = frames != nil || exchange.frames == nil
    ended = exchange.summary.timings.finished
    firstCipherTransfer = try exchange.wire?.transfers.firstIndex(notBefore: exchange.summary.timings.started) ?? 0
    sent = frames.map { MessageParts($0, .sent) } ?? MessageParts(sentOf: exchange)
    received = frames.map { MessageParts($0, .received) } ?? MessageParts(receivedOf: exchange)
    began = exchange.connectionBegan
    // The last frames may be on their way to the kernel.
    let isRecorded = (frames?.sent.range.upperBound ?? 0) <= recording.sent.count
    let isAlive = exchange.summary.connection?.state.isAlive ?? false
    isComplete = !exchange.summary.outcome.isRunning && (isRecorded || !isAlive)
    self.bytesPerRow = bytesPerRow
    sentFindings = frames?.sent.findings() ?? sent.findings()
    receivedFindings = frames?.received.findings() ?? received.findings()
    let transfers = recording.transfers
    let first = try sent.range.isEmpty ? nil : transfers.firstIndex(holding: sent.range.lowerBound, of: .sent)
    let other =
      try received.range.isEmpty ? nil : transfers.firstIndex(holding: received.range.lowerBound, of: .received)
    firstTransfer = min(first ?? transfers.count, other ?? transfers.count)
  }

  /// Whether the plain bytes are what TLS records carry: messages over HTTP/2 are made of frames.
  let showsPlain: Bool
  /// Which bytes the rows refer to.
  var layer: ByteReference.Layer { frames == nil ? .messages : .frames }

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
  /// The bytes of one direction of frames, in which there are no messages.
  init(_ frames: FrameRecording, _ direction: Direction) {
    self.init(direction: direction, range: frames[direction].range, messages: [], log: frames.connection[direction])
  }

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
