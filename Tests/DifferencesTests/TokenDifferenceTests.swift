import Testing

@testable import Differences

@Suite("Words and fields that differ")
struct TokenDifferenceTests {
  private func texts(_ ranges: [Range<Int>], in text: String) -> [String] {
    ranges.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }

  @Test("of a changed line only the words that differ are marked")
  func words() {
    let (left, right) = (#"  "price": 12.50, "näme": "a b""#, #"  "price": 13.50, "näme": "a  b""#)
    let difference = TokenDifference(left, right)
    #expect(texts(difference.left, in: left) == ["12", " "])
    #expect(texts(difference.right, in: right) == ["13", "  "])
    #expect(difference.isOneLine)
    #expect(!TokenDifference("alpha beta gamma", "one two three four").isOneLine)
    #expect(TokenDifference("", "").isOneLine)
  }

  @Test("a line of very many words is marked from the first difference to the last")
  func longLine() {
    let words = (0..<5000).map { "w\($0)" }
    var changed = words
    changed[100] = "x"
    changed[4000] = "y"
    let difference = TokenDifference(words.joined(separator: " "), changed.joined(separator: " "))
    #expect(difference.left.count == 1 && difference.right.count == 1)
  }

  private func fields(_ pairs: (String, String)...) -> [FieldDifference.Field] {
    pairs.map { FieldDifference.Field(name: $0.0, value: $0.1) }
  }

  @Test("fields are compared by name in any order; another order and another case of names are told")
  func fieldsByName() {
    let left = fields(("Date", "1"), ("Server", "x"), ("Set-Cookie", "a"), ("Set-Cookie", "b"), ("Age", "3"))
    let right = fields(
      ("server", "x"), ("Date", "2"), ("Set-Cookie", "b"), ("ETag", "q"), ("Set-Cookie", "c"), ("Vary", "*"))
    let difference = FieldDifference(left, right)
    #expect(difference.isReordered)
    let told = difference.pairs.map { pair in
      let name = pair.left.map { left[$0].name } ?? right[pair.right ?? 0].name
      let values = [pair.left.map { left[$0].value } ?? "–", pair.right.map { right[$0].value } ?? "–"]
      return name + " " + values.joined(separator: ">") + (pair.isEqual ? " =" : "")
        + (pair.isNameWrittenOtherwise ? " case" : "")
    }
    #expect(
      told == [
        "Date 1>2", "Server x>x = case", "Set-Cookie a>–", "Set-Cookie b>b =", "ETag –>q", "Set-Cookie –>c",
        "Vary –>*", "Age 3>–",
      ])
    #expect(!FieldDifference(left, left).isReordered)
    #expect(!FieldDifference(left, left).pairs.contains { !$0.isEqual })
  }
}
