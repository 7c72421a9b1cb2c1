import Testing

@testable import Differences

@Suite("JSON compared by structure")
struct JSONDifferenceTests {
  private func told(_ left: String, _ right: String) throws -> [String] {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    let difference = JSONDifference(try JSONTree(left), try JSONTree(right))
    return difference.entries.map { entry in
      func text(_ range: Range<Int>?, _ bytes: [UInt8]) -> String {
        range.map { String(decoding: bytes[$0], as: UTF8.self) } ?? "–"
      }
      return "\(entry.kind) \(entry.path) \(text(entry.left, left)) \(text(entry.right, right))"
    }
  }

  @Test("members are compared by name; their order is told but no difference of values")
  func members() throws {
    #expect(try told(#"{"a":1,"b":{"c":true}}"#, #"{ "a" : 1, "b": {"c" :true} }"#).isEmpty)
    #expect(
      try told(#"{"a":1,"b":2,"c":3}"#, #"{"c":3,"a":1,"d":4}"#) == [
        "removed $.b 2 –", "added $.d – 4", #"reordered $ {"a":1,"b":2,"c":3} {"c":3,"a":1,"d":4}"#,
      ])
    #expect(try told(#"{"a b":{"x":1}}"#, #"{"a b":{"x":null}}"#) == [#"changed $["a b"].x 1 null"#])
    #expect(try told(#"{"a":1,"a":2}"#, #"{"a":1,"a":3}"#) == ["changed $.a 2 3"])
    #expect(try told(#"{"\u0061":1}"#, #"{"a":1}"#).isEmpty)
  }

  @Test("elements are compared by the shortest way, and those that changed by what is in them")
  func elements() throws {
    #expect(try told("[1,2,3]", "[2,3,4]") == ["removed $[0] 1 –", "added $[2] – 4"])
    #expect(
      try told(#"[{"id":1,"n":"a"},{"id":2}]"#, #"[{"id":1,"n":"b"},{"id":2}]"#) == [#"changed $[0].n "a" "b""#])
    let reordered = try told(#"[{"a":1,"b":2},3]"#, #"[0,{"b":2,"a":1},3]"#)
    #expect(reordered == ["added $[0] – 0", #"reordered $[1] {"a":1,"b":2} {"b":2,"a":1}"#])
    #expect(try told("[]", "{}") == ["changed $ [] {}"])
  }

  @Test("numbers and texts are compared as they were sent; the same one written otherwise is told as that")
  func rewritten() throws {
    for (left, right) in [("1.0", "1"), ("1e2", "100"), ("-0", "0"), ("12.50E-1", "1.25"), ("\"\\u00e9\"", "\"é\"")] {
      #expect(try told(left, right) == ["rewritten $ \(left) \(right)"])
    }
    for (left, right) in [("9007199254740993", "9007199254740992"), ("0.1", "0.10000000000000001"), ("1", "-1")] {
      #expect(try told(left, right) == ["changed $ \(left) \(right)"])
    }
    let immense = try told("1e99999999999999999999", "1e99999999999999999998")
    #expect(immense.count == 1 && immense[0].hasPrefix("changed"))
  }

  @Test("several texts in a row count as an array")
  func sequence() throws {
    #expect(try told("{\"a\":1}\n{\"a\":2}\n", "{\"a\":1}\n{\"a\":3}\n") == ["changed $[1].a 2 3"])
  }

  @Test("what is no JSON, nothing or too much has no tree and says why")
  func problems() {
    #expect(throws: JSONTree.Problem.empty) { _ = try JSONTree([0x20]) }
    #expect(throws: JSONTree.Problem.tooLarge(bytes: 9 << 20)) {
      try JSONTree([UInt8](repeating: 0x20, count: 9 << 20))
    }
    #expect(throws: JSONTree.Problem.self) { _ = try JSONTree(Array("{\"a\" 1}".utf8)) }
    let many = "[" + [String](repeating: "1", count: JSONTree.valueLimit).joined(separator: ",") + "]"
    #expect(throws: JSONTree.Problem.tooManyValues) { _ = try JSONTree(Array(many.utf8)) }
  }

  @Test("more differences than anybody reads are cut, and that is told")
  func cut() throws {
    let left = "[" + (0..<20_000).map { "{\"a\":\($0)}" }.joined(separator: ",") + "]"
    let right = "[" + (0..<20_000).map { "{\"a\":-\($0 + 1)}" }.joined(separator: ",") + "]"
    let difference = JSONDifference(try JSONTree(Array(left.utf8)), try JSONTree(Array(right.utf8)))
    #expect(difference.entries.count == JSONDifference.limit && difference.isCut)
  }
}
