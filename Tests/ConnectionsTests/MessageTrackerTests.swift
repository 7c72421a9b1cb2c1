import Exchanges
import HTTPMessages
import Testing

@testable import Connections

@Suite("Messages of an exchange")
struct MessageTrackerTests {
  /// Feeds `text`, whole or in pieces of `size` bytes, as if it began at offset 1000 of a recording.
  private static func track(_ text: String, method: String = "GET", size: Int = .max, finish: Bool = false)
    -> MessageTracker
  {
    let bytes = Array(text.utf8)
    var tracker = MessageTracker(responsesTo: method, start: 1000)
    let recorded = { (range: Range<Int>) in Array(bytes[(range.lowerBound - 1000)..<(range.upperBound - 1000)]) }
    var offset = 0
    while offset < bytes.count {
      let end = size == .max ? bytes.count : min(bytes.count, offset + size)
      bytes[offset..<end].withUnsafeBytes { tracker.take($0, recorded: recorded) }
      offset = end
    }
    if finish { tracker.finish(recorded: recorded) }
    return tracker
  }

  @Test("interim responses come before the final one, in whatever pieces they arrive", arguments: [Int.max, 1, 7])
  func interim(size: Int) {
    let tracker = Self.track(
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
        + "HTTP/1.1 200 OK\r\nConnection: Keep-Alive, Close\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nhi",
      size: size)
    #expect(tracker.messages.count == 3)
    #expect(tracker.isEnded)
    #expect(tracker.finalStatusCode == 200)
    #expect(!tracker.keepsConnection)
    #expect(tracker.head?.contentEncoding == "gzip")
    #expect(tracker.contentLength == 2)
    #expect(tracker.current?.content.count == 2)
    #expect(tracker.messages.first?.start == 1000)
  }

  @Test("while only interim responses came there is no final status")
  func onlyInterim() {
    let tracker = Self.track("HTTP/1.1 100 Continue\r\n\r\n")
    #expect(tracker.finalStatusCode == nil)
    #expect(!tracker.isEnded)
    #expect(tracker.head == nil)
  }

  @Test("what follows the final response does not belong to it")
  func leftover() {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"
    let tracker = Self.track(head + "hiMORE")
    #expect(tracker.isEnded)
    #expect(tracker.messages.count == 1)
    #expect(tracker.current?.end == 1000 + head.utf8.count + 2)
  }

  @Test("content without a length ends with the connection; the answer to HEAD ends with its head")
  func ends() {
    #expect(!Self.track("HTTP/1.0 200 OK\r\n\r\nsome").isEnded)
    #expect(Self.track("HTTP/1.0 200 OK\r\n\r\nsome", finish: true).isEnded)
    #expect(Self.track("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", method: "HEAD").isEnded)
    let cut = Self.track("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", finish: true)
    #expect(!cut.isEnded || cut.hasErrors)
  }

  @Test("bytes that are no HTTP are kept in one message with diagnostics")
  func garbage() {
    let tracker = Self.track("\u{1}\u{2}garbage\r\n\r\nmore garbage\r\n", finish: true)
    #expect(tracker.finalStatusCode == nil)
    #expect(tracker.hasErrors)
    #expect(tracker.messages.count == 1)
  }
}
