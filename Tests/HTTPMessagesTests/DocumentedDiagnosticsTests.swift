import Foundation
import HTTPMessages
import Testing

/// Holds the documentation's tables of diagnostics, leniencies and limits to the code.
@Suite struct DocumentedDiagnosticsTests {
  @Test("the table of diagnostics has a row for each code, in the code's order, and says the same")
  func diagnostics() throws {
    let rows = try DocumentedTable("All diagnostics", in: "Diagnostics").rows
    let codes = Diagnostic.Code.allCases.filter { $0 != .none }
    #expect(rows.map { $0[0] } == codes.map { "`\($0.identifier)`" })
    for (row, code) in zip(rows, codes) {
      try #require(row.count == 5)
      let reading = try #require(code.lenientReading, "\(code.identifier) does not say how reading goes on")
      let facts = [code.severity.name, code.rule.description, code.message, reading]
      #expect(Array(row[1...]) == facts.map(DocumentedArticle.escaped))
    }
  }

  @Test("the table of leniencies has a row for each code that strict reading refuses, with its name in Swift")
  func leniencies() throws {
    let rows = try DocumentedTable("All leniencies", in: "Leniencies").rows
    let codes = Diagnostic.Code.allCases.filter(ParserConfiguration.strict.refused.contains)
    #expect(rows.map { $0[0] } == codes.map { "`\($0.identifier)`" })
    #expect(rows.map { $0[1] } == codes.map { "`.\($0)`" })
    #expect(rows.allSatisfy { $0.count == 3 && !$0[2].isEmpty })
    #expect(!Diagnostic.Code.allCases.contains(where: ParserConfiguration.lenient.refused.contains))
  }

  @Test("the table of limits has a row for each limit, with its values")
  func limits() throws {
    let rows = try DocumentedTable("Limits", in: "Leniencies").rows
    func values(_ configuration: ParserConfiguration) -> [String: Int] {
      Mirror(reflecting: configuration).children.reduce(into: [:]) { values, child in
        if let label = child.label, let value = child.value as? Int { values[label] = value }
      }
    }
    let (lenient, strict) = (values(.lenient), values(.strict))
    #expect(Set(rows.map { $0[0] }) == Set(lenient.keys.map { "`\($0)`" }))
    for row in rows {
      let name = row[0].trimmingCharacters(in: ["`"])
      #expect(row[1].replacing(",", with: "") == "\(lenient[name] ?? 0)")
      #expect(row[2].replacing(",", with: "") == "\(strict[name] ?? 0)")
      let found = row[3].split(separator: ", ").map { $0.trimmingCharacters(in: ["`"]) }
      #expect(!found.isEmpty)
      for code in found {
        #expect(Diagnostic.Code.allCases.contains { $0.identifier == code && $0.isLimit }, "\(name)")
      }
    }
  }
}
