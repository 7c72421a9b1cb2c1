import JSONText
import Recordings
import TestSupport
import Testing

@testable import Documents

@Suite("Names that stand twice")
struct RepeatedNamesTests {
  private func found(
    in json: String, _ form: JSONRows.Form = .text, budget: Int = 1 << 20
  ) throws -> RepeatedNames {
    let names = RepeatedNames(form)
    let source = ContentSource(decoded: ByteLogSnapshot(Array(json.utf8)), isComplete: true)
    while try names.advance(source, budget: budget) {}
    return names
  }

  static let texts: [(String, [[Int]])] = [
    (#"{"a":1,"a":2}"#, [[1, 7]]),
    (#"{"a":1,"b":{"a":2},"a":3}"#, [[1, 19]]),
    (#"{"a":{"x":1,"y":2},"b":{"x":3}}"#, []),
    (#"[{"a":1},{"a":2}]"#, []),
    (#"{"a":"a","b":"a"}"#, []),
    (#"{"ab":1,"\u0061b":2}"#, [[1, 8]]),
    (#"{"a":1,"a":2,"a":3}"#, [[1, 7], [1, 13]]),
    (#"{"a":[{"b":1,"b":2}],"a":3}"#, [[7, 13], [1, 21]]),
    (#"{"":1,"":2}"#, [[1, 6]]),
    // Half of a character reads like any other half.
    (#"{"\ud800":1,"\ud801":2}"#, []),
    // Wrong places between do not matter.
    (#"{"a":1 "a":tru,"b" 1,"b":2}"#, [[1, 7]]),
    (#"{"a":1],"a":2}"#, []),
  ]

  @Test("are found in each object by itself, however the text is cut", arguments: texts)
  func small(json: String, places: [[Int]]) throws {
    // Behind so many bytes whole tokens are looked at.
    for padding in ["", String(repeating: " ", count: 100)] {
      for budget in [1, 3, 1000] {
        let found = try found(in: json + padding, budget: budget).found.map { [$0.first, $0.second] }
        #expect(found == places, "\(json) in pieces of \(budget)")
      }
    }
  }

  @Test("are those that a table of all names tells", arguments: 0..<12)
  func table(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    func value(_ depth: Int) -> String {
      switch random.next() % (depth > 2 ? 2 : 5) {
      case 0: return "\(random.next() % 1000)"
      case 1: return #""text \" \\ }{ ]""#
      case 2: return "[" + (0..<random.next() % 4).map { _ in value(depth + 1) }.joined(separator: ", ") + "]"
      default:
        let count = random.next() % 20 == 0 ? 60 : random.next() % 6
        let members = (0..<count).map { _ in
          let name = random.next() % 4 == 0 ? #"\u006e\#(random.next() % 9)"# : "n\(random.next() % 90)"
          return "\"\(name)\":" + (random.next() % 2 == 0 ? " " : "") + value(depth + 1)
        }
        return "{" + members.joined(separator: ",\n  ") + "}"
      }
    }
    let json = "[" + (0..<12).map { _ in value(0) }.joined(separator: ",") + "]"
    var known: [[String: Int]] = []
    var expected: [[Int]] = []
    var tokenizer = JSONTokenizer()
    try Array(json.utf8).withUnsafeBytes { bytes in
      var position = 0
      while let token = try tokenizer.next(bytes, at: &position) {
        switch token.kind {
        case .objectStart: known.append([:])
        case .objectEnd: known.removeLast()
        case .key:
          let name = JSONText.string(of: token, in: bytes)
          if let first = known[known.count - 1][name] {
            expected.append([first, token.range.lowerBound])
          } else {
            known[known.count - 1][name] = token.range.lowerBound
          }
        default: break
        }
      }
    }
    for budget in [5, 300, 1 << 20] {
      #expect(
        try found(in: json, budget: budget).found.map { [$0.first, $0.second] }
          == Array(expected.prefix(RepeatedNames.limit)))
    }
  }

  @Test("are not told of another text, also where one was cut")
  func cutTexts() throws {
    let lines = #"{"a":1}"# + "\n" + #"{"a":{"b":1"# + "\n" + #"{"a":2,"b":3,"a":4}"# + "\n"
    #expect(try found(in: lines + lines, .lines, budget: 4).found.map(\.second) == [33, 73])
  }

  @Test("are told up to a number, and that an object has too many to compare")
  func limits() throws {
    let repeated = "{" + (0..<RepeatedNames.limit + 50).map { "\"a\":\($0)" }.joined(separator: ",") + "}"
    let names = try found(in: repeated)
    #expect(names.found.count == RepeatedNames.limit)
    #expect(names.note == "▲ 1000 names and more stand twice in their object")
    let many = "{" + (0..<OpenNames.limit + 10).map { "\"\($0)\":0" }.joined(separator: ",") + #","5":1}"#
    let most = try found(in: many)
    #expect(most.found.count == 1)
    #expect(most.note == "▲ 1 name stands twice in its object, not all names were compared")
  }

  @Test("are marked on the row of the second one, with where the first one is")
  func rows() async throws {
    let conversation = try answered(Array(#"{"a":1,"b":[{"a":1}],"a":2}"#.utf8), type: "application/json")
    let store = try await conversation.store()
    let key = conversation.key(.pretty)
    var window = try await store.window(key, rows: 0..<20)
    for await _ in store.changes {
      window = try await store.window(key, rows: 0..<20)
      if window.note != nil { break }
    }
    #expect(window.note == "▲ 1 name stands twice in its object")
    let remarks = window.rows.compactMap { row in row.remark.map { "\(row.text) \($0.text)" } }
    #expect(remarks == [#"  "a": 2 “a” stands twice in this object, first at byte 1 (RFC 8259 §4)"#])
    #expect(window.rows.allSatisfy { $0.remark?.isWarning ?? true })
  }
}
