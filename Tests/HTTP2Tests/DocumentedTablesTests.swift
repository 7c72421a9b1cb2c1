import Foundation
import HTTP2
import HTTPMessages
import Testing

/// Holds the documentation's tables of frames, diagnostics and limits to the code.
@Suite struct DocumentedTablesTests {
  /// Rows of the table below a heading, their cells without the white space around them.
  private func rows(_ heading: String) throws -> [[String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/HTTP2/HTTP2.docc/Diagnostics.md").standardizedFileURL
    let text = try String(contentsOf: file, encoding: .utf8)
    let section = text.components(separatedBy: "\n## ").first { $0.hasPrefix(heading + "\n") } ?? ""
    return section.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2).map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  private func escaped(_ text: String) -> String {
    String(text.flatMap { "\\`*_~<>[]".contains($0) ? ["\\", $0] : [$0] })
  }

  private func words(_ effect: HTTP2Diagnostic.Effect) -> String {
    switch effect {
    case .none: "nothing"
    case .stream(let code): "stream: \(code.name)"
    case .connection(let code): "connection: \(code.name)"
    }
  }

  @Test("the table of kinds has a row for each kind, with its flags and rule")
  func kinds() throws {
    let rows = try rows("Kinds of frames")
    #expect(
      rows.map { Array($0[..<4]) }
        == FrameKind.known.map { kind in
          [
            "\(kind.rawValue)", escaped(kind.name), escaped(kind.definedFlags.map(\.name).joined(separator: ", ")),
            kind.rule?.description ?? "",
          ]
        })
    #expect(rows.allSatisfy { $0.count == 5 && !$0[4].isEmpty })
  }

  @Test("the table of diagnostics has a row for each code, in the code's order, and says the same")
  func diagnostics() throws {
    // A bar inside of a cell is written "\|".
    let rows = try rows("All diagnostics").map { row in
      row.count == 5 ? row : Array(row[..<4]) + [row[4...].joined(separator: "|").replacing("\\|", with: "|")]
    }
    let codes = HTTP2Diagnostic.Code.allCases
    #expect(rows.count == codes.count)
    for (row, code) in zip(rows, codes) {
      #expect(
        row == [
          "`\(code.identifier)`", code.severity.name, code.rule.description, escaped(words(code.effect)),
          escaped(code.message),
        ])
    }
  }

  @Test("the table of limits has a row for each limit, with its value and diagnostic")
  func limits() throws {
    let rows = try rows("Limits")
    let values = Mirror(reflecting: HTTP2Limits()).children.map { ("`\($0.label ?? "")`", "\($0.value)") }
    #expect(rows.map { $0[0] } == values.map(\.0))
    #expect(rows.map { $0[1].replacing(",", with: "") } == values.map(\.1))
    let identifiers = HTTP2Diagnostic.Code.allCases.filter(\.isLimit).map { "`\($0.identifier)`" }
    #expect(rows.allSatisfy { identifiers.contains($0[2]) })
  }
}
