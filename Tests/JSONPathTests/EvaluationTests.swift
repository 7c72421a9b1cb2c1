import JSONText
import Synchronization
import TestSupport
import Testing

@testable import JSONPath

struct EvaluationTests {
  /// Texts of members `a` to `c` and short arrays, some deep.
  private func text(_ random: inout SplitMix, depth: Int = 0) -> String {
    switch random.next() % (depth > 5 ? 3 : 8) {
    case 0: return "\(random.next() % 3)"
    case 1: return #""x\" ]}""#
    case 2: return ["null", "true", "-0.5e1"][Int(random.next() % 3)]
    case 3, 4, 5:
      let members = (0..<random.next() % 4).map { _ in
        let name = ["a", "b", "c", #"\u0061"#][Int(random.next() % 4)]
        return "\"\(name)\": \(text(&random, depth: depth + 1))"
      }
      return "{" + members.joined(separator: ",") + "}"
    default:
      return "[" + (0..<random.next() % 5).map { _ in text(&random, depth: depth + 1) }.joined(separator: ", ") + "]"
    }
  }

  private func query(_ random: inout SplitMix) -> String {
    let selectors = [
      "'a'", "'b'", "'c'", "*", "0", "1", "-1", "-2", ":", "1:", ":2", "::2", "::-1", "-2:", "2:0:-1", "?@.a", "?@[0]",
      "?@..b", "?@[?@.a]", "?@[-1]", "?@['a','b']",
    ]
    return (0..<random.next() % 4).reduce("$") { query, _ in
      let count = random.next() % 4 == 0 ? 2 : 1
      let chosen = (0..<count).map { _ in selectors[Int(random.next() % UInt64(selectors.count))] }
      return query + (random.next() % 3 == 0 ? ".." : "") + "[\(chosen.joined(separator: ","))]"
    }
  }

  @Test("by streams, however little is kept at once, the same is found as in a tree", arguments: 0..<40)
  func tree(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    for _ in 0..<60 {
      let document = text(&random)
      let query = try JSONPathQuery(query(&random))
      let bytes = Array(document.utf8)
      let expected = try JSONTree(bytes).nodes(query.root.segments)
      for (heldLimit, blockSize) in [(1 << 16, 1 << 16), (1, 7), (2, 64), (5, 3)] {
        var configuration = JSONPathQuery.Configuration()
        configuration.heldLimit = heldLimit
        configuration.blockSize = blockSize
        var found: [JSONPathMatch] = []
        try query.forEachMatch(in: JSONBytesInMemory(bytes), configuration) { match, _ in
          found.append(match)
          return true
        }
        let values = found.map { String(decoding: bytes[$0.range], as: UTF8.self) }
        try #require(
          values == expected.map(\.value.text), "\(query.text) on \(document), held \(heldLimit), blocks \(blockSize)")
        #expect(found.map { $0.location.named { Array(bytes[$0]) } } == expected.map(\.path))
      }
    }
  }

  @Test("the texts of a sequence are queried one after the other")
  func sequence() throws {
    let found = try nodes(
      of: JSONPathQuery("$[?@ == $[0]]"), in: "\u{1E}[1, 1]\n\u{1E}[2]\n[]\n[3, 2, 3]\n", sequences: true)
    #expect(found.values == ["1", "1", "2", "3", "3"])
  }

  @Test("a second text where there should be one is an error at its place")
  func trailing() throws {
    let error = #expect(throws: JSONPathFailure.self) { try nodes(of: JSONPathQuery("$.a"), in: "{} {}") }
    guard case .notJSON(let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.offset == 3)
  }

  @Test("what was found before an error stands, and the error has its place")
  func broken() throws {
    var found: [Int] = []
    let query = try JSONPathQuery("$[*].a")
    let text = #"[{"a": 1}, {"a": 22}, {"a": tru}]"#
    do throws(JSONPathFailure) {
      try query.forEachMatch(in: JSONBytesInMemory(Array(text.utf8))) { match, _ in
        found.append(match.range.lowerBound)
        return true
      }
      Issue.record("the error was not told")
    } catch {
      guard case .notJSON(let error) = error else { throw error }
      #expect(error.offset == 31)
    }
    #expect(found == [7, 17])
  }

  @Test("reading ends where nothing more can be found")
  func enough() throws {
    let found = try nodes(of: JSONPathQuery("$[:2][0]"), in: "[[1], [2], [3], here it is no longer read")
    #expect(found.values == ["1", "2"])
  }

  @Test("a query ends at the next block when it is cancelled, and at the match after which no more is wanted")
  func cancelled() throws {
    let bytes = JSONBytesInMemory(Array(("[" + String(repeating: "1,", count: 1 << 20) + "1]").utf8))
    let asked = Mutex(0)
    let query = try JSONPathQuery("$[*]")
    #expect(throws: JSONPathFailure.cancelled) {
      try query.forEachMatch(
        in: bytes,
        isCancelled: {
          asked.withLock { count in
            count += 1
            return count > 3
          }
        }
      ) { _, _ in true }
    }
    var count = 0
    try query.forEachMatch(in: bytes) { _, _ in
      count += 1
      return count < 10
    }
    #expect(count == 10)
  }

  @Test(
    "a query says what it needs beyond one reading",
    arguments: [
      ("$", []), ("$.a[*][0][1:5:2]", []), ("$.a[?@.b > 1 && @.c]", []), ("$.a[-1]", [.wholeContainers]),
      ("$['a','b']", [.wholeContainers]), ("$..a", [.ownChildrenFirst]),
      ("$.a[::-1].b", [.wholeContainers, .foundAgain]),
      ("$[?@.a == $.b || @.c == $.d]", [.wholeText(queries: 2)]),
      ("$..[-1]", [.wholeContainers, .ownChildrenFirst]),
    ] as [(String, [JSONPathNeed])])
  func needs(_ text: String, _ needs: [JSONPathNeed]) throws {
    #expect(try JSONPathQuery(text).needs == needs)
    for need in needs { #expect(need.sentence(bytes: 12345).contains("12345 bytes")) }
  }

  @Test("a value that is too large to compare is an error with its place; one that need not be compared is found")
  func comparedSize() throws {
    let large = #"["a","\#(String(repeating: "x", count: JSONPathReading.limit))","a"]"#
    #expect(throws: JSONPathFailure.tooLarge(offset: 5, limit: JSONPathReading.limit)) {
      try nodes(of: JSONPathQuery(#"$[?@ == "a"]"#), in: large)
    }
    let found = try nodes(of: JSONPathQuery("$[1]"), in: large)
    #expect(found.values.map(\.utf8.count) == [JSONPathReading.limit + 2])
  }

  @Test("queries larger or deeper than can be read are refused")
  func querySize() {
    let long = "$" + String(repeating: ".a", count: JSONPathParser.sizeLimit + 1)
    let deep =
      "$[?" + String(repeating: "(", count: JSONPathParser.depthLimit + 1) + "@"
      + String(repeating: ")", count: JSONPathParser.depthLimit + 1) + "]"
    for text in [long, deep] {
      #expect(throws: JSONPathError.self) { _ = try JSONPathQuery(text) }
    }
  }

  @Test("nesting beyond what can be followed is an error with its place")
  func depth() throws {
    let query = try JSONPathQuery("$..*")
    let deep = String(repeating: "[", count: 2000) + String(repeating: "]", count: 2000)
    #expect(throws: JSONPathFailure.self) { try nodes(of: query, in: deep) }
    let fine = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
    #expect(try nodes(of: query, in: fine).values.count == 999)
  }
}
