import HTTPMessages
import Testing

@Suite("Messages on streams of HTTP/2")
struct StreamContentTests {
  private static let head = Array("HTTP/1.1 200 \r\nContent-Length: 5\r\n\r\n".utf8)
  private static let trailers = Array("x-sum: 1\r\nx-end: y\r\n\r\n".utf8)

  /// Events but for pieces of content, and how much content came.
  private struct Reading {
    var parser: MessageParser
    var kinds: [String] = []
    var contentCount = 0
    var trailers: [Range<Int>] = []
    var framing: Framing?
    var announced: Int?
    private var events = ParseEvents(capacity: 8)

    init(toMethod method: String = "GET") {
      parser = MessageParser(.response, isOnStream: true)
      parser.expectResponse(toMethod: method)
    }

    mutating func take(_ bytes: [UInt8], by size: Int) {
      for start in stride(from: 0, to: bytes.count, by: size) {
        bytes[start..<min(bytes.count, start + size)].withUnsafeBytes { piece in
          var read = 0
          while read < piece.count {
            read += parser.parse(UnsafeRawBufferPointer(rebasing: piece[read...]), into: &events)
            drain()
          }
        }
      }
    }

    mutating func endContent() -> Bool {
      defer { drain() }
      return parser.endContent(into: &events)
    }

    mutating func finish() {
      parser.finish(into: &events)
      drain()
    }

    private mutating func drain() {
      for index in 0..<events.count {
        let event = events[index]
        switch event.kind {
        case .messageStart: kinds.append("start")
        case .headEnd:
          kinds.append("headEnd")
          framing = event.framing
          announced = event.contentLength
        case .messageEnd: kinds.append("end")
        case .part where event.part == .content: contentCount += event.length
        case .part where event.part == .leftover: kinds.append("leftover")
        case .field where event.isTrailer: trailers.append(event.range)
        case .diagnostic: kinds.append("\(event.code.identifier)")
        case .part, .field: break
        }
      }
      events.removeAll()
    }
  }

  @Test("content ends where it is told, and trailers follow it, however it is cut", arguments: [1, 2, 7, 1000])
  func trailers(size: Int) {
    var reading = Reading()
    reading.take(Self.head, by: size)
    // More than was announced: the frames tell of that.
    reading.take(Array("content".utf8), by: size)
    #expect(reading.kinds == ["start", "headEnd"])
    #expect(reading.framing == .contentLength && reading.announced == 5)
    let hasEnded = reading.endContent()
    #expect(hasEnded)
    reading.take(Self.trailers, by: size)
    reading.finish()
    let start = Self.head.count + 7
    #expect(reading.contentCount == 7 && reading.trailers == [start..<start + 10, start + 10..<start + 20])
    #expect(reading.kinds == ["start", "headEnd", "trailer.unannounced", "end"])
  }

  @Test("without trailers it ends with the bytes, and nothing says that a connection had to end for it")
  func plain() {
    var reading = Reading()
    reading.take(Array("HTTP/1.1 103 \r\nlink: a\r\n\r\nHTTP/1.1 200 \r\nserver: b\r\n\r\ncontent".utf8), by: 5)
    reading.finish()
    #expect(reading.framing == .stream && reading.contentCount == 7)
    #expect(reading.kinds == ["start", "headEnd", "end", "start", "headEnd", "end"])
  }

  @Test("a response that can have no content has ended with its head: no trailers belong to it")
  func noContent() {
    var reading = Reading(toMethod: "HEAD")
    let early = reading.endContent()
    reading.take(Self.head, by: 1000)
    let late = reading.endContent()
    #expect(!early && !late)
    #expect(reading.kinds == ["start", "headEnd", "end"])
  }
}
