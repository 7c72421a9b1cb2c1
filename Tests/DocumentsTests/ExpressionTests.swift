import Foundation
import Recordings
import Testing

@testable import Documents

@Suite("A regular expression")
struct ExpressionTests {
  private static func matches(_ expression: String, _ text: String, isCaseSensitive: Bool = true) throws -> [String] {
    let matcher = try ExpressionMatcher(expression, isCaseSensitive: isCaseSensitive)
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBytes { matcher.ranges(in: $0) }.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  static let cases: [(String, String, [String])] = [
    ("a.c", "abc a\nc aüc ac", ["abc", "a\nc", "aüc"]),
    ("[a-c]+", "xabcabx", ["abcab"]), ("[^\\d\\s]+", "a1 ü", ["a", "ü"]),
    ("\\bcat\\b", "cat concat cat", ["cat", "cat"]), ("^a|b$", "ab ab", ["a", "b"]),
    ("(foo|fo)bar", "fobar foobar", ["fobar", "foobar"]), ("a{2,3}", "aaaaa a", ["aaa", "aa"]),
    ("<.+?>", "<a><b>", ["<a>", "<b>"]), ("<.+>", "<a><b>", ["<a><b>"]), ("x*", "axxb", ["xx"]),
    ("\\x41\\u00e9\\x{1F600}", "Aé😀", ["Aé😀"]), ("(?:ab)+", "ababa", ["abab"]), ("[]]", "a]", ["]"]),
    ("a{x", "a{x", ["a{x"]), ("[\\w.]+@[\\w.]+", "mail me@wire.test now", ["me@wire.test"]), ("", "abc", []),
    ("\"id\": \\d+", #"{"id": 17, "id": x}"#, [#""id": 17"#]), ("日本|本", "日本本", ["日本", "本"]),
  ]

  @Test("matches what it says", arguments: cases)
  func matching(expression: String, text: String, found: [String]) throws {
    #expect(try Self.matches(expression, text) == found)
  }

  @Test("takes letters in either case where that does not matter")
  func eitherCase() throws {
    #expect(try Self.matches("grüSSe [a-z]+", "GRÜSSE Alle", isCaseSensitive: false) == ["GRÜSSE Alle"])
  }

  @Test(
    "tells what is wrong with it, and where",
    arguments: [
      ("(a", 3), ("a)", 2), ("*a", 1), ("a\\", 3), ("[a", 1), ("a{3,2}", 6), ("(?=a)", 3), ("\\k", 2), ("[z-a]", 5),
      ("((((a{1000}){1000}){1000}){1000})", 1), (String(repeating: "(", count: 5000), 102),
    ])
  func wrong(expression: String, place: Int) throws {
    let error = #expect(throws: ExpressionError.self) { try Self.matches(expression, "x") }
    #expect(error?.place == place)
  }

  @Test("finds what the system's engine finds, in random texts")
  func peer() throws {
    var state: UInt64 = 11
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let atoms = ["a", "b", "ü", ".", "[ab]", "[^a]", "(a|b)", "(ab|a)", "\\w", "\\b", "x"]
    let ends = ["", "", "", "*", "+", "?", "{2}", "{1,2}", "*?", "+?"]
    for _ in 0..<400 {
      var expression = ""
      for _ in 0..<1 + random(4) {
        let atom = atoms[random(atoms.count)]
        expression += atom + (atom == "\\b" ? "" : ends[random(ends.count)])
      }
      let text = (0..<random(14)).map { _ in ["a", "b", "ü", "x", " "][random(5)] }.joined()
      let peer = try NSRegularExpression(pattern: expression)
      let all = peer.matches(in: text, range: NSRange(text.startIndex..., in: text)).map { $0.range }
      // The peer counts empty matches too, which end what comes before; compared is where it finds none.
      if all.contains(where: { $0.length == 0 }) { continue }
      // To it ü is part of a word.
      if expression.contains("\\"), text.contains("ü") { continue }
      let found = all.compactMap { Range($0, in: text).map { String(text[$0]) } }
      #expect(try Self.matches(expression, text) == found, "\(expression) in \(text)")
    }
  }

  @Test("is never slow: what makes others try all ways takes steps as its length times the text's")
  func linear() throws {
    let text = String(repeating: "a", count: 4096)
    #expect(try Self.matches("(a*)*b", text).isEmpty)
    #expect(try Self.matches("(a|a)*$", text) == [text])
    #expect(try Self.matches("(a?){50}a{50}b", text).isEmpty)
  }

  @Test("counts of counts end at once: of nothing they are nothing, of much they are too long")
  func counts() throws {
    #expect(try Self.matches("a(()" + String(repeating: "{1000}", count: 12) + ")b", "ab") == ["ab"])
    #expect(throws: ExpressionError.self) {
      try Self.matches("a" + String(repeating: "{1000}", count: 12), "a")
    }
  }

  @Test("is found by the store, also where only a part of it is text that can be looked for")
  func store() async throws {
    let lines = (0..<20_000).map { "line \($0) of text" }.joined(separator: "\n")
    let conversation = try answered(Array(lines.utf8), type: "text/plain")
    let store = try await conversation.store()
    let key = conversation.key(.text)
    #expect(ExpressionMatcherRequirement.of("\\bline 1?99\\d of t+ext") == "line ")
    let search = DocumentSearch("LINE 1999\\d of", isExpression: true)
    let match = try #require(try await store.search(search, in: key, from: 0))
    #expect(match == DocumentMatch(row: 19_990, range: 0..<13))
    let count = try await store.countMatches(of: search, in: key, before: DocumentMatch(row: 19_993, range: 0..<1))
    #expect(count == MatchCount(count: 10, before: 3, fraction: 1, isComplete: true))
    let hex = try await store.search(
      DocumentSearch("[0-9a-f]{8}  48 54", isExpression: true), in: conversation.key(.hex), from: 0)
    #expect(hex?.row == 0)
    #expect(try await store.search(DocumentSearch("(", isExpression: true), in: key, from: 0) == nil)
  }
}

private enum ExpressionMatcherRequirement {
  static func of(_ expression: String) -> String? {
    (try? ExpressionMatcher(expression, isCaseSensitive: false))?.requiredText
  }
}
