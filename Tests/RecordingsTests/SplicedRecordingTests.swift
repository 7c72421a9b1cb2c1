import TestSupport
import Testing

@testable import Recordings

@Suite("A recording with ranges of another one")
struct SplicedRecordingTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test(
    "gives back its own bytes and the other's in their order, wherever memory ends", arguments: [0, 40, 4096, 1 << 20])
  func roundTrip(memoryLimit: Int) throws {
    let spool = SpoolConfiguration(memoryLimit: memoryLimit, directory: directory.path)
    var connection = Recording(spool)
    var text = Recording(spool)
    var expected: [UInt8] = []
    for index in 0..<3000 {
      let frame = Array(pattern(index * 37..<index * 37 + 9 + index % 500))
      let start = connection.receivedCount
      try connection.append(.received, frame, at: Timestamp(nanoseconds: UInt64(index)))
      if index % 7 == 0 {
        try text.append(.received, Array("head \(index)".utf8), at: Timestamp(nanoseconds: UInt64(index)))
        expected += Array("head \(index)".utf8)
      }
      // Now and then the whole of a frame, which then goes on with the next one.
      let content = index % 11 == 0 ? 0..<frame.count : 9..<frame.count
      try text.append(
        .received, of: start + content.lowerBound..<start + content.upperBound,
        at: Timestamp(nanoseconds: UInt64(index)))
      expected += frame[content]
    }
    let snapshot = text.snapshot(of: connection.snapshot).received
    let total = expected.count
    #expect(text.receivedCount == total && snapshot.count == total)
    #expect(try snapshot.bytes(in: 0..<total) == expected)
    for start in stride(from: 0, to: total, by: 1009) {
      for length in [0, 1, 20, 600, 70_000] where start + length <= total {
        let range = start..<start + length
        #expect(try snapshot.bytes(in: range) == Array(expected[range]))
        #expect(try snapshot.read(range) { [UInt8]($0) } == Array(expected[range]))
      }
    }
    var pieces: [UInt8] = []
    try snapshot.forEachPiece(in: 3..<total, size: 50_000) { start, bytes in
      #expect(start == 3 + pieces.count && bytes.count <= 50_000)
      pieces.append(contentsOf: bytes)
      return true
    }
    #expect(pieces == Array(expected[3...]))
    var rest = [UInt8](repeating: 0, count: 100)
    #expect(try rest.withUnsafeMutableBytes { try snapshot.copy(from: total - 30, into: $0) } == 30)
    #expect(try rest.withUnsafeMutableBytes { try snapshot.copy(from: total, into: $0) } == 0)
  }

  @Test("tells the times of both kinds of bytes, and keeps an earlier snapshot as it was")
  func times() throws {
    let spool = SpoolConfiguration(directory: directory.path)
    var connection = Recording(spool)
    var text = Recording(spool)
    try connection.append(.received, Array("..hello".utf8), at: Timestamp(nanoseconds: 7))
    try text.append(.received, Array("head ".utf8), at: Timestamp(nanoseconds: 5))
    try text.append(.received, of: 2..<7, at: Timestamp(nanoseconds: 7))
    try text.append(.received, of: 7..<7, at: Timestamp(nanoseconds: 8))
    let early = text.snapshot(of: connection.snapshot)
    try connection.append(.received, Array("..you".utf8), at: Timestamp(nanoseconds: 9))
    try text.append(.received, of: 9..<12, at: Timestamp(nanoseconds: 9))
    let late = text.snapshot(of: connection.snapshot)
    #expect(try early.received.bytes(in: 0..<early.received.count) == Array("head hello".utf8))
    #expect(try late.received.bytes(in: 0..<late.received.count) == Array("head helloyou".utf8))
    #expect(
      try late.transfers.transfers(in: 0..<late.transfers.count) == [
        Transfer(time: Timestamp(nanoseconds: 5), direction: .received, range: 0..<5),
        Transfer(time: Timestamp(nanoseconds: 7), direction: .received, range: 5..<10),
        Transfer(time: Timestamp(nanoseconds: 9), direction: .received, range: 10..<13),
      ])
  }
}
