import Recordings
import TestSupport
import Testing

@Suite("A recording")
struct RecordingTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test("keeps both directions and the order, time and size of each transfer")
  func transfers() throws {
    var recording = Recording(SpoolConfiguration(directory: directory.path))
    try recording.append(.sent, Array("GET / HTTP/1.1\r\n\r\n".utf8), at: Timestamp(nanoseconds: 5))
    try recording.append(.received, Array("HTTP/1.1 200 OK\r\n".utf8), at: Timestamp(nanoseconds: 9))
    let early = recording.snapshot
    try recording.append(.received, [], at: Timestamp(nanoseconds: 10))
    try recording.append(.received, Array("\r\n".utf8), at: Timestamp(nanoseconds: 11))

    #expect(early.transfers.count == 2 && early.received.count == 17)
    let snapshot = recording.snapshot
    #expect((recording.sentCount, recording.receivedCount) == (18, 19))
    #expect(
      try snapshot.transfers.transfers(in: 0..<snapshot.transfers.count) == [
        Transfer(time: Timestamp(nanoseconds: 5), direction: .sent, range: 0..<18),
        Transfer(time: Timestamp(nanoseconds: 9), direction: .received, range: 0..<17),
        Transfer(time: Timestamp(nanoseconds: 11), direction: .received, range: 17..<19),
      ])
    #expect(try snapshot[.received].bytes(in: 9..<15) == Array("200 OK".utf8))
  }

  @Test("finds the transfer of any byte of either direction among a million tiny ones, in little memory")
  func millionTransfers() async {
    await #expect(processExitsWith: .success) {
      let directory = try TemporaryDirectory()
      var recording = Recording(SpoolConfiguration(memoryLimit: 1 << 20, directory: directory.path))
      let ten = Array("0123456789".utf8)
      for index in 0..<1_000_000 {
        let direction: Direction = index % 5 == 0 ? .sent : .received
        try ten.withUnsafeBytes { bytes in
          try recording.append(direction, bytes, at: Timestamp(nanoseconds: UInt64(index) * 10))
        }
      }
      let snapshot = recording.snapshot
      #expect(snapshot.transfers.count == 1_000_000)
      for offset in [0, 9, 10, 655_359, 1_048_576, 1_999_999] {
        #expect(try snapshot.transfers.firstIndex(holding: offset, of: .sent) == offset / 10 * 5)
      }
      for offset in [0, 9, 10, 39, 40, 4_000_000, 7_999_999] {
        let index = try #require(try snapshot.transfers.firstIndex(holding: offset, of: .received))
        #expect(index == offset / 40 * 5 + 1 + offset % 40 / 10)
        let transfer = try snapshot.transfers.transfer(at: index)
        #expect(transfer.direction == .received && transfer.range.contains(offset))
      }
      #expect(try snapshot.transfers.firstIndex(holding: 2_000_000, of: .sent) == nil)
      #expect(try snapshot.transfers.firstIndex(notBefore: Timestamp(nanoseconds: 12_345)) == 1235)
      #expect(try snapshot.received.bytes(in: 7_999_990..<8_000_000) == ten)
      #expect(try PeakMemory.kilobytes() < 60_000)
    }
  }

  @Test("of 256 MiB, read back to its end, keeps a small part of it in memory")
  func bigRecording() async {
    await #expect(processExitsWith: .success) {
      let directory = try TemporaryDirectory()
      var recording = Recording(SpoolConfiguration(directory: directory.path))
      let chunk = pattern(0..<262_144)
      for index in 0..<1024 {
        try recording.append(.received, chunk, at: Timestamp(nanoseconds: UInt64(index)))
        if index % 10 == 0 { #expect(recording.snapshot.received.count == (index + 1) * chunk.count) }
      }
      let snapshot = recording.snapshot.received
      var isEqual = true
      try snapshot.forEachPiece(in: 0..<snapshot.count) { start, bytes in
        let from = start % chunk.count
        isEqual = isEqual && chunk[from..<from + min(16, bytes.count)].elementsEqual(bytes.prefix(16))
        return true
      }
      #expect(isEqual)
      #expect(try PeakMemory.kilobytes() < 60_000)
    }
  }
}
