import Exchanges
import HTTPMessages
import Recordings
import TLSEngine
import Testing

@testable import Connections

/// Each limit on what a connection keeps, passed.
@Suite("Limits on what is kept")
struct KeptLimitsTests {
  private static func track(_ text: String) -> MessageTracker {
    let bytes = Array(text.utf8)
    var tracker = MessageTracker(responsesTo: "GET", start: 0)
    bytes.withUnsafeBytes { tracker.take($0) { Array(bytes[$0]) } }
    return tracker
  }

  @Test("interim responses beyond the limit are read, and the final one is kept behind the first of them")
  func interim() {
    let count = MessageTracker.interimLimit
    let tracker = Self.track(
      String(repeating: "HTTP/1.1 102 Processing\r\n\r\n", count: count + 20)
        + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    #expect(tracker.messages.count == count + 1)
    #expect(tracker.finalStatusCode == 200 && tracker.isEnded)
  }

  @Test("values are cut for the summary, and what stands too far behind in a head is not looked for")
  func head() {
    let long = String(repeating: "x", count: HeadFacts.valueLimit + 10)
    let cut = Self.track("HTTP/1.1 302 Found\r\nLocation: \(long)\r\nAlt-Svc: h3=\":1\"\r\nAlt-Svc: h2=\":2\"\r\n\r\n")
    #expect(cut.head?.location?.utf8.count == HeadFacts.valueLimit)
    #expect(cut.head?.alternativeServices == #"h3=":1", h2=":2""#)
    let filler = (0..<300).map { "X-\($0): \(String(repeating: "y", count: 4000))\r\n" }.joined()
    let far = Self.track("HTTP/1.1 302 Found\r\n\(filler)Location: /\r\n\r\n")
    #expect(far.head != nil && far.head?.location?.isEmpty != false)
  }

  @Test("of a connection's events the newest are kept")
  func events() {
    var log = ConnectionEventLog()
    let id = ConnectionID(1)
    let count = ConnectionEventLog.limit + 100
    for number in 0..<count {
      log.append(
        ConnectionEvent(
          time: Timestamp(nanoseconds: UInt64(number)), connection: id, exchange: nil, kind: .firstByte))
    }
    #expect(log.events.count <= ConnectionEventLog.limit && log.events.count > ConnectionEventLog.limit / 2)
    #expect(log.events.map(\.time.nanoseconds) == (count - log.events.count..<count).map(UInt64.init))
  }

  @Test("a frame's details are counted beyond the limit, and a long one is cut")
  func frames() {
    let detail = String(repeating: "d", count: FrameFacts.detailLength + 1)
    let facts = FrameFacts(
      name: "HEADERS", stream: 1, flags: [], length: 9,
      details: Array(repeating: detail, count: FrameFacts.detailLimit + 3))
    #expect(facts.details.count == FrameFacts.detailLimit + 1)
    #expect(facts.details.last == "and 3 more")
    #expect(facts.details.first?.utf8.count ?? 0 <= FrameFacts.detailLength + 3)
  }
}
