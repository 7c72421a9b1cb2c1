import HTTPMessages
import ParserProperties
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
  func cut(_ parseCase: ParseCase, _ mode: ParseCase.Mode) throws {
    let properties = ParserProperties(of: parseCase, mode)
    let places = parseCase.bytes.indices
    try properties.holdCuts(at: places)
    try properties.holdCuts(at: [], capacity: 1)
    // Long cases have few places where a cut matters; every byte of the short ones is tried.
    for cut in places.count < 2_000 ? places : 0..<0 { try properties.holdCuts(at: [cut]) }
  }

  @Test(
    "each byte of each case is in one part, messages follow each other, and findings are inside",
    arguments: ParseCase.all, ParseCase.Mode.allCases)
  func cover(_ parseCase: ParseCase, _ mode: ParseCase.Mode) throws {
    let properties = ParserProperties(of: parseCase, mode)
    try properties.holdParts()
    try properties.holdMessages()
    try properties.holdFindings()
  }

  @Test("each case is read strictly as it is read leniently, up to what is refused", arguments: ParseCase.all)
  func stop(_ parseCase: ParseCase) throws {
    try ParserProperties(of: parseCase, .strict).holdStopping(ParserProperties(of: parseCase, .lenient))
  }
}
