import Recordings
import Testing

@testable import Documents

@Suite("A walker")
struct RowWalkerTests {
  @Test("shows every byte of a JSON text but its white space, right or wrong")
  func losesNothing() throws {
    for json in [#"{"a" "b",,]1:2 tru "x\y" {{"#, "]]]", #"[1,2,"unfinished"#, "{\"a\":\u{1}\"b\nc\"}"] {
      let source = ContentSource(decoded: ByteLogSnapshot(Array(json.utf8)), isComplete: true)
      let document = ContentDocument(
        source: source, start: JSONRows(acceptsSequence: false), encoding: .utf8, isRelaidOut: true)
      while try document.advance(budget: 100) {}
      let rows = try document.rows(in: 0..<document.rowCount).map(\.text).filter { !$0.hasPrefix("▲") }
      let isShown: (Character) -> Bool = { $0 != " " && $0 != "\n" }
      #expect(rows.joined().filter(isShown) == json.filter(isShown))
    }
  }
}
