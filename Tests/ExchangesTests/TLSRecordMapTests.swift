import Recordings
import Testing

@testable import Exchanges

@Suite("The records of a connection")
struct TLSRecordMapTests {
  private static func log(memoryLimit: Int = 2 << 20) -> TLSRecordLog {
    TLSRecordLog(SpoolConfiguration(memoryLimit: memoryLimit, directory: "/var/tmp/barewire-exchanges-tests"))
  }

  @Test("any of many is read and found by its place on the wire, from the file as well", arguments: [2 << 20, 0])
  func many(memoryLimit: Int) throws {
    var log = Self.log(memoryLimit: memoryLimit)
    let count = 100_000
    for number in 0..<count {
      log.append(
        TLSRecordEntry(
          contentType: 23, innerType: 23, length: 95, wireOffset: number * 100, plainOffset: number * 78), .received)
    }
    let side = log.map.received
    #expect(side.count == count)
    for number in [0, 1, 4_999, 77_777, count - 1] {
      let record = try side.record(number, plainEnd: count * 78)
      #expect(record.wire == number * 100..<number * 100 + 100)
      #expect(record.plain == number * 78..<number * 78 + 78)
      #expect(record.length == 95)
      #expect(try side.firstNumber(endingAfter: number * 100) == number)
      #expect(try side.firstNumber(endingAfter: number * 100 + 100) == number + 1)
      for known in [0, number / 2, max(0, number - 31), number, count] where known <= number {
        #expect(try side.firstNumber(endingAfter: number * 100 + 99, from: known) == number)
      }
    }
    #expect(log.map.sent.count == 0)
  }

  @Test("messages stand with the record that they end in, and those without one tell what goes on")
  func messages() throws {
    var log = Self.log()
    for (number, inner) in [UInt8(22), 22, 21, 23].enumerated() {
      log.append(
        TLSRecordEntry(contentType: 23, innerType: inner, length: 50, wireOffset: number * 55, plainOffset: 0), .sent)
      if number == 1 {
        log.name("certificate", .sent)
        log.name("finished", .sent)
      }
      if number == 2 { log.name("close notify", .sent) }
    }
    let side = log.map.sent
    let records = try (0..<4).map { try side.record($0, plainEnd: 33) }
    #expect(records.map(\.messages) == [[], ["certificate", "finished"], ["close notify"], []])
    #expect(records.map(\.unfinishedMessage) == ["certificate", nil, nil, nil])
    #expect(records.map(\.type.name) == ["handshake", "handshake", "alert", "application data"])
    #expect(records.map(\.plain) == [0..<0, 0..<0, 0..<0, 0..<33])
    #expect(records[0].contentType == .applicationData)
  }

  @Test("messages beyond the limit have no names, and their records are there all the same")
  func messageLimit() throws {
    var log = Self.log()
    for number in 0...TLSRecordLog.messageLimit {
      log.append(
        TLSRecordEntry(contentType: 23, innerType: 22, length: 22, wireOffset: number * 27, plainOffset: 0), .received)
      log.name("key update", .received)
    }
    let side = log.map.received
    #expect(try side.record(TLSRecordLog.messageLimit - 1, plainEnd: 0).messages == ["key update"])
    #expect(try side.record(TLSRecordLog.messageLimit, plainEnd: 0).messages == [])
  }
}
