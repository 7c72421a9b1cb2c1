import FieldValues
import Testing

@Suite struct FieldReadingTests {
  @Test("a value is read as its case says: meaning, parts with their bytes, findings", arguments: ReadingCase.all)
  func readings(_ reading: ReadingCase) {
    #expect(reading.actual == reading.expected)
  }

  @Test("the files of cases are found")
  func cases() {
    #expect(ReadingCase.all.count > 200)
  }

  @Test("names are compared without regard to case, and an unknown field is not read")
  func names() {
    #expect(FieldReading.canRead("CACHE-control".utf8))
    #expect(FieldReading(name: "X-Request-Id".utf8, value: Array("7".utf8), now: 0) == nil)
    #expect(!FieldReading.canRead(String(repeating: "date", count: 10_000).utf8))
  }

  @Test("a value beyond the limit is read up to it, and a note says so")
  func limits() throws {
    let long = Array("GET, ".utf8.cycled(times: 20_000))
    let reading = try #require(FieldReading(name: "Allow".utf8, value: long, now: 0))
    #expect(reading.parts.count == FieldReading.partLimit)
    let note = try #require(reading.findings.last)
    #expect(note.severity == .note)
    #expect(note.range == FieldReading.byteLimit..<long.count)
    #expect(reading.meaning == "GET, GET, GET, GET, GET, GET and 394 more may be used here")
  }
}

extension Sequence {
  func cycled(times: Int) -> [Element] { (0..<times).flatMap { _ in self } }
}
