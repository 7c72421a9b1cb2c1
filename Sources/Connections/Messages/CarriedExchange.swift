import Exchanges
import HTTP2
import HTTPMessages
import Recordings

/// One exchange on its connection: its part of the recording, its messages, its times.
///
/// A class because it is large, with two parsers in it, and changes all the time: a value would be moved out of its
/// dictionary and back for each change. It belongs to its connection's actor.
final class CarriedExchange {
  let id: ExchangeID
  /// Where it begins in each direction of the connection's plain recording.
  private(set) var sentStart: Int
  private(set) var receivedStart: Int
  /// Where it ends; nil while more may come.
  var sentEnd: Int?
  var receivedEnd: Int?
  var outcome = ExchangeOutcome.running
  /// The exchange whose answer led to this one.
  var redirectedFrom: ExchangeID?
  var answersChallenge = false
  /// The connection on which it went out before in vain.
  var sentBeforeOn: ConnectionID?
  /// The version that carried it, where its bytes do not tell.
  var version: String?
  /// Over HTTP/2 the frames that carry it.
  var frames: CarriedFrames?
  var timings: Timings
  /// Whether anything changed since the last look.
  var isChanged = true

  /// What was sent, as it reads.
  private(set) var request: MessageIndex?
  /// Interim responses first, the final one last.
  private(set) var responses: [MessageIndex] = []
  private(set) var requestTracker: MessageTracker?
  private(set) var responseTracker: MessageTracker?
  let method: String
  private var target: String
  private var head: HeadFacts?
  private var statusCode: Int?
  private var contentLength: Int?

  /// An exchange that begins; `method` decides how its responses are framed.
  init(id: ExchangeID, method: String, target: String, started: Timestamp, sentStart: Int, receivedStart: Int) {
    self.id = id
    self.method = method
    self.target = target
    self.sentStart = sentStart
    self.receivedStart = receivedStart
    timings = Timings(started: started)
    requestTracker = MessageTracker(request: sentStart)
    responseTracker = MessageTracker(responsesTo: method, start: receivedStart)
  }

  /// Takes bytes that were sent.
  func sent(_ bytes: UnsafeRawBufferPointer, recorded: (Range<Int>) -> [UInt8]) {
    requestTracker?.take(bytes, recorded: recorded)
    isChanged = true
  }

  /// Takes bytes that came.
  func received(_ bytes: UnsafeRawBufferPointer, recorded: (Range<Int>) -> [UInt8]) {
    responseTracker?.take(bytes, recorded: recorded)
    isChanged = true
  }

  /// From its first byte on it is read as what was said on a stream, apart from the connection's bytes.
  func beginStream() {
    sentStart = 0
    receivedStart = 0
    requestTracker = MessageTracker(request: 0)
    responseTracker = MessageTracker(responsesTo: method, start: 0, isOnStream: true)
  }

  /// Takes the end of content that trailers follow; false where they belong to none.
  func contentEnded(recorded: (Range<Int>) -> [UInt8]) -> Bool {
    responseTracker?.endContent(recorded: recorded) ?? false
  }

  /// Takes the end of what comes.
  func receivedEnd(recorded: (Range<Int>) -> [UInt8]) {
    responseTracker?.finish(recorded: recorded)
    isChanged = true
  }

  /// Lets go of the parsers: no more bytes will be parsed for this exchange.
  func freeze() {
    copyMessages()
    requestTracker = nil
    responseTracker = nil
  }

  /// What there is to tell now.
  func summary(sentCount: Int, receivedCount: Int, connection: ConnectionSummary?) -> ExchangeSummary {
    copyMessages()
    var summary = ExchangeSummary(id: id, timings: timings, requestMethod: method, requestTarget: target)
    summary.connection = connection
    summary.outcome = outcome
    summary.redirectedFrom = redirectedFrom
    summary.sentBeforeOn = sentBeforeOn
    summary.statusCode = statusCode
    summary.reason = head?.reason
    summary.version = head == nil ? nil : version ?? head?.version
    summary.stream = frames?.stream.map { Int($0.number) }
    summary.contentType = head?.contentType
    summary.contentEncoding = head?.contentEncoding
    summary.location = head?.location
    summary.challenges = head?.challenges ?? []
    summary.answersChallenge = answersChallenge
    summary.alternativeServices = head?.alternativeServices
    summary.contentLength = contentLength
    if let response = responses.last {
      summary.fieldCount = response.fieldCount
      summary.contentBytes = response.content.count
    }
    summary.diagnostics = responses.flatMap(\.diagnostics)
    summary.bytesSent = (sentEnd ?? sentCount) - sentStart
    summary.bytesReceived = (receivedEnd ?? receivedCount) - receivedStart
    return summary
  }

  /// All there is to read now.
  func recording(
    plain: RecordingSnapshot, wire: RecordingSnapshot?, records: TLSRecordMap?, connectionBytes: RecordingSnapshot,
    connection: ConnectionSummary
  ) -> ExchangeRecording {
    let summary = summary(
      sentCount: plain.sent.count, receivedCount: plain.received.count, connection: connection)
    return ExchangeRecording(
      summary: summary, plain: plain, wire: wire, records: records, frames: frames?.recording(in: connectionBytes),
      sentRange: sentStart..<(sentEnd ?? plain.sent.count),
      receivedRange: receivedStart..<(receivedEnd ?? plain.received.count), request: request, responses: responses,
      connectionBegan: connection.began)
  }

  private func copyMessages() {
    if let requestTracker {
      request = requestTracker.current
      // The bytes of an exchange by hand tell it later than its begin.
      if target.isEmpty { target = requestTracker.head?.target ?? "" }
    }
    guard let tracker = responseTracker else { return }
    responses = tracker.messages
    statusCode = tracker.finalStatusCode
    contentLength = tracker.contentLength
    head = tracker.head
  }
}
