import Testing

@testable import JSONPath

struct IRegexpTests {
  private func fits(_ pattern: String, _ text: String, isWhole: Bool = true) throws -> Bool {
    try #require(IRegexp(Array(pattern.utf8))).matches(Array(text.utf8), isWhole: isWhole) {}
  }

  @Test(
    "a pattern that other engines take very long for takes as long as any",
    arguments: ["(a*)*b", "(a|a)*b", "(a+)+b", "(a|aa)+b", "a{0,50}a{50}b", "((a?){30}){3}b"])
  func noBlowUp(_ pattern: String) throws {
    let text = String(repeating: "a", count: 4000)
    #expect(try !fits(pattern, text, isWhole: false))
    #expect(try fits(pattern, text + "b", isWhole: false))
  }

  @Test(
    "what is no I-Regexp is refused",
    arguments: [
      "(", ")", "a**", "*", "a{2", "a{,2}", "a{3,2}", "[", "[]", "[^]", "[b-a]", "[a-c-e]", "\\", "\\d", "\\1", "(?:a)",
      "a]", "{", "}", "\\p{Cs}", "\\p{Greek}", "\\p{}", "\\pL", "[[a]]", "\\p{L", "a{1001}",
    ])
  func refused(_ pattern: String) {
    #expect(IRegexp(Array(pattern.utf8)) == nil)
  }

  @Test("repetitions that would make a pattern huge are refused, and at once")
  func huge() {
    #expect(IRegexp(Array("((a{1000}){1000}){1000}".utf8)) == nil)
    #expect(IRegexp(Array("((((){1000}){1000}){1000}){1000}".utf8)) == nil)
    #expect(IRegexp(Array((String(repeating: "(", count: 500) + String(repeating: ")", count: 500)).utf8)) == nil)
  }

  @Test(
    "every category of Unicode is known",
    arguments: [
      ("L", "ж"), ("Ll", "ж"), ("Lu", "Ж"), ("Lt", "ǅ"), ("Lm", "ʰ"), ("Lo", "語"), ("M", "\u{301}"), ("Mn", "\u{301}"),
      ("Mc", "\u{903}"), ("Me", "\u{20DD}"), ("N", "7"), ("Nd", "٣"), ("Nl", "Ⅷ"), ("No", "½"), ("P", "!"), ("Pc", "_"),
      ("Pd", "-"), ("Ps", "("), ("Pe", ")"), ("Pi", "«"), ("Pf", "»"), ("Po", "!"), ("S", "+"), ("Sm", "+"),
      ("Sc", "€"),
      ("Sk", "^"), ("So", "©"), ("Z", " "), ("Zs", "\u{A0}"), ("Zl", "\u{2028}"), ("Zp", "\u{2029}"), ("C", "\u{7}"),
      ("Cc", "\u{7}"), ("Cf", "\u{200B}"), ("Co", "\u{E000}"), ("Cn", "\u{378}"),
    ])
  func categories(_ name: String, _ character: String) throws {
    #expect(try fits("\\p{\(name)}", character))
    #expect(try !fits("\\P{\(name)}", character))
    #expect(try !fits("[^\\p{\(name)}]", character))
  }

  @Test("a search can be stopped")
  func stopped() throws {
    struct Stop: Error {}
    let pattern = try #require(IRegexp(Array("(a|b)*c".utf8)))
    #expect(throws: Stop.self) {
      try pattern.matches(Array(repeating: UInt8(ascii: "a"), count: 1 << 20), isWhole: false) { throw Stop() }
    }
  }
}
