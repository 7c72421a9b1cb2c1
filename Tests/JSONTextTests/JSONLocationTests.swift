import JSONText
import Testing

struct JSONLocationTests {
  @Test("a way is written as a normalized path and as jq writes it")
  func paths() {
    let cases: [([JSONStep], String, String)] = [
      ([], "$", "."),
      ([.index(3)], "$[3]", ".[3]"),
      ([.name("a"), .index(3), .name("x y")], "$['a'][3]['x y']", #".a[3]."x y""#),
      ([.index(0), .name("_1"), .name("1_")], "$[0]['_1']['1_']", #".[0]._1."1_""#),
      ([.name("")], "$['']", #"."""#),
      ([.name("it's \"\\\n\u{1}\u{1F}")], "$['it\\'s \"\\\\\\n\\u0001\\u001f']", #"."it's \"\\\n\u0001\u001f""#),
      ([.name("größe")], "$['größe']", #"."größe""#),
    ]
    for (steps, normalized, jq) in cases {
      #expect(JSONText.normalizedPath(steps) == normalized)
      #expect(JSONText.jqPath(steps) == jq)
    }
  }

  @Test("at each token the way to its value is known, from a copy as from the beginning")
  func locator() throws {
    let text = Array(#"{"a":[1,{"b":2},[]],"c\u0020":{}, "d":null}"#.utf8)
    var tokenizer = JSONTokenizer()
    var locator = JSONLocator()
    var position = 0
    var found: [String] = []
    while true {
      // A copy goes on as well.
      let copy = locator
      let token = try text.withUnsafeBytes { try tokenizer.next($0, at: &position) }
      guard let token else { break }
      locator = copy
      locator.take(token)
      let path = JSONText.jqPath(locator.location.named { Array(text[$0]) })
      found.append("\(String(decoding: text[token.range], as: UTF8.self)) \(path)")
    }
    #expect(
      found == [
        "{ .", #""a" .a"#, ": .a", "[ .a", "1 .a[0]", ", .a", "{ .a[1]", #""b" .a[1].b"#, ": .a[1].b", "2 .a[1].b",
        "} .a[1]", ", .a", "[ .a[2]", "] .a[2]", "] .a", ", .", #""c\u0020" ."c ""#, #": ."c ""#, #"{ ."c ""#,
        #"} ."c ""#, ", .", #""d" .d"#, ": .d", "null .d", "} .",
      ])
  }
}
