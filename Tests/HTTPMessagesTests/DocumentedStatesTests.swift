import Foundation
import Testing

/// Holds the drawn state machine to the states of the parser.
@Suite struct DocumentedStatesTests {
  @Test("the table of states names each state of the parser in its order, and each is drawn")
  func states() throws {
    let source = try String(
      contentsOfFile: "\(DocumentedArticle.folder)/../ParserState.swift", encoding: .utf8)
    let cases = source.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .prefix { !$0.hasPrefix("var ") }.filter { $0.hasPrefix("case ") }
    let states = cases.flatMap { $0.dropFirst(5).components(separatedBy: ", ") }
    #expect(states.count > 20)
    #expect(try DocumentedTable("All states", in: "StateMachine").rows.map { $0[0] } == states.map { "`\($0)`" })
    // The drawings are what stands between fences.
    let article = try DocumentedArticle.text("StateMachine").components(separatedBy: "```")
    let drawn = Set(
      stride(from: 1, to: article.count, by: 2).flatMap { article[$0].split { !$0.isLetter }.map(String.init) })
    #expect(Set(states).isSubset(of: drawn))
  }
}
