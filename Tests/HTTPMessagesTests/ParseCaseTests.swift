import HTTPMessages
import Testing

@Suite struct ParseCaseTests {
  @Test("each case says what is expected in both modes")
  func recorded() throws {
    let recorded = try CaseFile.recordMissing()
    #expect(recorded.isEmpty, "written now, to be read and run again")
    #expect(Set(ParseCase.all.map(\.name)).count == ParseCase.all.count, "names of cases must differ")
  }

  @Test("each case gives its events", arguments: ParseCase.all, ParseCase.Mode.allCases)
  func whole(_ parseCase: ParseCase, _ mode: ParseCase.Mode) throws {
    let expected = try #require(parseCase.expected[mode])
    let bytes = parseCase.bytes
    #expect(Reading(bytes, parser: parseCase.parser(mode)).lines(of: bytes) == expected)
  }

  @Test(
    "each case gives the same events byte by byte, at every cut and through a full event buffer",
    arguments: ParseCase.all, ParseCase.Mode.allCases)
  func cut(_ parseCase: ParseCase, _ mode: ParseCase.Mode) {
    let bytes = parseCase.bytes
    let parser = parseCase.parser(mode)
    let whole = Reading(bytes, parser: parser)
    #expect(Reading(bytes, parser: parser, cuts: bytes.indices) == whole)
    #expect(Reading(bytes, parser: parser, capacity: 1) == whole)
    // Long cases have few places where a cut matters; every byte of the short ones is tried.
    for cut in bytes.count < 2_000 ? Array(bytes.indices) : [] {
      #expect(Reading(bytes, parser: parser, cuts: [cut]) == whole, "cut at \(cut)")
    }
  }

  @Test("each byte of each case is in one part", arguments: ParseCase.all, ParseCase.Mode.allCases)
  func cover(_ parseCase: ParseCase, _ mode: ParseCase.Mode) {
    let reading = Reading(parseCase.bytes, parser: parseCase.parser(mode))
    var end = 0
    for (part, range) in reading.parts {
      #expect(range.lowerBound == end, "\(part) at \(range)")
      #expect(!range.isEmpty)
      end = range.upperBound
    }
    #expect(end == parseCase.bytes.count)
  }
}
