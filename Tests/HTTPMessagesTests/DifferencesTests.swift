import Foundation
import HTTPMessages
import ParserProperties
import Testing

/// Holds the parser to the tables of the article Differences.
@Suite struct DifferencesTests {
  /// A row: an input, and what the article says of Barewire.
  struct Row: CustomTestStringConvertible, Sendable {
    let kind: MessageKind
    let bytes: [UInt8]
    let verdict: String
    let testDescription: String
  }

  /// What stands around the inputs of each table, by its title.
  private static let surroundings: [String: (kind: MessageKind, before: String, after: String)] = [
    "Request lines": (.request, "", "\r\nHost: a\r\n\r\n"),
    "Status lines": (.response, "", "\r\nContent-Length: 0\r\n\r\n"),
    "Requests": (.request, "", ""),
    "Fields of requests": (.request, "POST / HTTP/1.1\r\nHost: a\r\n", ""),
    "Fields of responses": (.response, "HTTP/1.1 200 OK\r\n", ""),
    "Responses": (.response, "", ""),
    "Chunks": (.request, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", ""),
  ]

  static let rows: [Row] = {
    let article = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/HTTPMessages/HTTPMessages.docc/Differences.md")
    guard let text = try? String(contentsOf: article, encoding: .utf8) else { return [] }
    var rows: [Row] = []
    var title = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("### ") { title = String(line.dropFirst(4)) }
      let cells = line.components(separatedBy: " | ")
      guard line.hasPrefix("| `"), cells.count == 4, let around = surroundings[title] else { continue }
      let input = EscapedBytes.bytes(of: cells[0].dropFirst(3).dropLast())
      rows.append(
        Row(
          kind: around.kind, bytes: Array(around.before.utf8) + input + Array(around.after.utf8), verdict: cells[2],
          testDescription: "\(title): \(cells[0])"))
    }
    return rows
  }()

  @Test("each table of differences has rows")
  func tables() {
    for title in Self.surroundings.keys {
      #expect(Self.rows.contains { $0.testDescription.hasPrefix(title + ": ") }, "\(title)")
    }
  }

  @Test("what the tables of differences say of the parser is so", arguments: rows)
  func verdict(_ row: Row) {
    let ends: DiagnosticSet = [.headIncomplete, .contentIncomplete, .chunkedContentIncomplete]
    let strict = ParserConfiguration.strict
    func codes(_ configuration: ParserConfiguration) -> [Diagnostic.Code] {
      Reading(row.bytes, parser: MessageParser(row.kind, configuration: configuration)).codes
        .filter { !ends.contains($0) }
    }
    let isRefused = codes(strict).contains { strict.refused.contains($0) }
    var named: [String] = []
    for code in codes(.lenient) where !named.contains("`\(code.identifier)`") { named.append("`\(code.identifier)`") }
    let list = named.isEmpty ? "" : ": " + named.joined(separator: ", ")
    #expect(row.verdict == (isRefused ? "refused" : "taken") + list)
  }
}
