import Exchanges
import HTTPMessages
import Recordings
import Testing

@Suite("Map of content")
struct ContentMapTests {
  /// An index fed with `count` chunks of `size` bytes, as the parser would tell of them.
  private static func chunked(count: Int, size: Int) -> (map: ContentMap, line: (Int) -> Int) {
    var index = MessageIndex(kind: .response, start: 0)
    index.take(.headEnd(at: 100, framing: .chunked))
    let digits = String(size, radix: 16).utf8.count
    let stride = digits + 2 + size + 2
    for chunk in 0..<count {
      let start = 100 + chunk * stride
      index.take(.part(.chunkSize, start..<(start + digits)))
      index.take(.part(.content, (start + digits + 2)..<(start + digits + 2 + size)))
    }
    return (index.content, { 100 + $0 * stride })
  }

  @Test("a checkpoint is the start of a chunk line at or before the position, and near it")
  func checkpoints() throws {
    let (map, line) = Self.chunked(count: 1000, size: 1000)
    #expect(map.count == 1_000_000)
    for position in [0, 1, 999, 1000, 500_000, 999_999] {
      let checkpoint = try #require(map.chunkLines.last(atCount: position))
      #expect(checkpoint.count <= position)
      #expect(checkpoint.offset == line(checkpoint.count / 1000))
      #expect(position - checkpoint.count < 128 << 10)
    }
  }

  @Test("content of many GiB keeps the map small and its checkpoints right")
  func bounded() throws {
    let (map, line) = Self.chunked(count: 200_000, size: 40_000)
    #expect(map.chunkLines.checkpoints.count < CheckpointList.limit)
    #expect(map.chunkLines.checkpoints.first?.count == 0)
    for position in [0, 123_456_789, 7_999_999_999] {
      let checkpoint = try #require(map.chunkLines.last(atCount: position))
      #expect(checkpoint.count <= position)
      #expect(checkpoint.offset == line(checkpoint.count / 40_000))
    }
  }

  @Test("content that is not chunked needs no checkpoints")
  func plain() {
    var index = MessageIndex(kind: .response, start: 0)
    index.take(.headEnd(at: 50, framing: .untilClose))
    index.take(.part(.content, 50..<60))
    index.take(.part(.content, 60..<1_000_060))
    #expect(index.content.start == 50)
    #expect(index.content.count == 1_000_010)
    #expect(index.content.chunkLines.last(atCount: 5000) == nil)
  }

  @Test("a phase takes the time between its begin and its end, and none when the end came first")
  func timings() {
    var timings = Timings(started: .init(nanoseconds: 0))
    #expect(timings.milliseconds(of: .connect) == nil)
    timings.requestStarted = .init(nanoseconds: 5_000_000)
    timings.firstByte = .init(nanoseconds: 7_500_000)
    #expect(timings.milliseconds(of: .wait) == 2.5)
    timings.requestSent = .init(nanoseconds: 9_000_000)
    #expect(timings.milliseconds(of: .wait) == 0)
  }
}
