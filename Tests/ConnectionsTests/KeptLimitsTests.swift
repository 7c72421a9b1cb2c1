import Exchanges
import HTTPMessages
import Recordings
import Testing

@testable import Connections
@testable import TLSEngine

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
    // So many go at once that dropping costs little.
    #expect(ConnectionEventLog.limit * 7 / 8...ConnectionEventLog.limit ~= log.events.count)
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

  @Test("of sessions that can be resumed the newest are kept, one for each way to an endpoint")
  func resumptions() {
    func key(_ number: Int) -> PoolKey {
      PoolKey(Endpoint(scheme: .https, host: "h\(number)", port: 443), ExchangeOptions())
    }
    func entry(_ number: Int) -> ResumptionCache.Entry {
      let scope = TLSResumption.Scope(TLSClientConfiguration(serverName: "h\(number)"))
      return ResumptionCache.Entry(
        resumption: TLSResumption(
          version: "TLS 1.3", lifetimeSeconds: 1, maximumEarlyData: 0, scope: scope, der: [], peer: TLSPeer()),
        connection: ConnectionID(UInt64(number)))
    }
    var cache = ResumptionCache()
    for number in 0..<ResumptionCache.limit { cache.keep(entry(number), for: key(number)) }
    cache.keep(entry(1000), for: key(0))
    #expect(cache.count == ResumptionCache.limit)
    for number in 1001...1003 { cache.keep(entry(number), for: key(number)) }
    #expect(cache.count == ResumptionCache.limit)
    #expect([1, 2, 3].allSatisfy { cache.take(key($0)) == nil })
    #expect(cache.take(key(0))?.connection == ConnectionID(1000), "the newer session renewed its place")
    #expect(cache.take(key(0)) == nil && cache.take(key(4)) != nil)
  }

  @Test("what messages of a handshake say is kept up to the limit, their names and sizes always")
  func handshake() {
    var message = TLSHandshakeMessage(name: "new session ticket", size: 10_000)
    for _ in 0..<10 { message.add("ticket", String(repeating: "t", count: 1000)) }
    var progress = HandshakeProgress()
    let kept = (0..<100).map { _ in progress.keep(message) }
    let count = kept.count { !$0.details.isEmpty }
    #expect(count > 1 && count <= HandshakeProgress.keptLimit / 10_000 + 1)
    #expect(kept[..<count].allSatisfy { $0.details.count == 10 } && kept[count...].allSatisfy { $0.details.isEmpty })
    #expect(kept.allSatisfy { $0.name == "new session ticket" && $0.size == 10_000 })
  }
}
