import HTTPMessages
import Testing

@Suite struct ParseCaseTests {
  @Test("each case gives its events", arguments: ParseCase.all)
  func whole(_ parseCase: ParseCase) {
    let bytes = parseCase.bytes
    #expect(Reading(bytes, parser: parseCase.parser).lines(of: bytes) == parseCase.expected)
  }

  @Test(
    "each case gives the same events byte by byte, at every cut and through a full event buffer",
    arguments: ParseCase.all)
  func cut(_ parseCase: ParseCase) {
    let bytes = parseCase.bytes
    let whole = Reading(bytes, parser: parseCase.parser)
    #expect(Reading(bytes, parser: parseCase.parser, cuts: bytes.indices) == whole)
    #expect(Reading(bytes, parser: parseCase.parser, capacity: 1) == whole)
    // Long cases have few places where a cut matters; every byte of the short ones is tried.
    for cut in bytes.count < 2_000 ? Array(bytes.indices) : [] {
      #expect(Reading(bytes, parser: parseCase.parser, cuts: [cut]) == whole, "cut at \(cut)")
    }
  }

  @Test("the parts of each case follow each other without overlap", arguments: ParseCase.all)
  func order(_ parseCase: ParseCase) {
    var end = 0
    for event in Reading(parseCase.bytes, parser: parseCase.parser).events where event.kind != .diagnostic {
      #expect(event.start >= end)
      end = event.range.upperBound
    }
    #expect(end <= parseCase.bytes.count)
  }
}
