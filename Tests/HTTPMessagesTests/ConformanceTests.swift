import Foundation
import HTTPMessages
import ParserProperties
import Testing

/// Holds the table of requirements in the documentation to the code and to the cases.
@Suite struct ConformanceTests {
  /// One requirement on a recipient.
  struct Requirement: CustomTestStringConvertible, Sendable {
    /// RFC, section and number in it, such as 9112-5.1-2.
    var id: String
    var level: String
    var statement: String
    /// Codes with the rule that each is reported by.
    var codes: [(identifier: String, rule: String)] = []
    /// A careful recipient takes what the cases show.
    var isAccepted = false
    /// Who decides, where bytes do not.
    var decider = ""
    var cases: [String]

    var testDescription: String { id }

    init(cells: [String]) throws {
      try #require(cells.count == 5)
      (id, level, statement) = (cells[0], cells[1], cells[2])
      cases = cells[4].isEmpty ? [] : cells[4].components(separatedBy: "; ")
      let parts = id.split(separator: "-")
      try #require(parts.count == 3)
      if cells[3] == "accepted" {
        isAccepted = true
      } else if cells[3].hasPrefix("decided by the ") {
        decider = cells[3]
      } else {
        // `identifier`, or `identifier` (RFC 9110 §5.5) where the rule that the code names is another one.
        for part in cells[3].components(separatedBy: ", ") {
          let words = part.split(separator: "`").map(String.init)
          let rule =
            words.count > 1 ? words[1].trimmingCharacters(in: [" ", "(", ")"]) : "RFC \(parts[0]) §\(parts[1])"
          codes.append((words.first ?? "", rule))
        }
      }
    }
  }

  static let requirements: [Requirement] = {
    do {
      return try ["RFC 9112", "RFC 9110", "RFC 9113"].flatMap {
        try DocumentedTable($0, in: "Conformance").rows.map(Requirement.init)
      }
    } catch {
      preconditionFailure("the table of requirements cannot be read: \(error)")
    }
  }()

  static let cases = Dictionary(ParseCase.all.map { ($0.name, $0) }) { first, _ in first }
  static let codes = Dictionary(Diagnostic.Code.allCases.map { ($0.identifier, $0) }) { first, _ in first }

  @Test("each requirement's codes exist, name the rule, and are produced by its cases", arguments: requirements)
  func codes(_ requirement: Requirement) throws {
    #expect(Self.levels.contains(requirement.level))
    #expect(requirement.statement.hasSuffix("."))
    var produced: Set<Diagnostic.Code> = []
    for name in requirement.cases {
      let parseCase = try #require(Self.cases[name], "no case is named \(name)")
      let found = Set(Reading(parseCase.bytes, parser: parseCase.parser(.lenient)).codes)
      produced.formUnion(found)
      if !requirement.codes.isEmpty {
        #expect(found.contains { code in requirement.codes.contains { $0.identifier == code.identifier } }, "\(name)")
      }
    }
    for (identifier, rule) in requirement.codes {
      let code = try #require(Self.codes[identifier], "no code is named \(identifier)")
      #expect(code.rule.description == rule, "\(identifier)")
      #expect(produced.contains(code), "no case produces \(identifier)")
    }
  }

  @Test("what is to be accepted is, by a strict parser too", arguments: requirements.filter(\.isAccepted))
  func accepted(_ requirement: Requirement) throws {
    #expect(!requirement.cases.isEmpty)
    for name in requirement.cases {
      let parseCase = try #require(Self.cases[name], "no case is named \(name)")
      let reading = Reading(parseCase.bytes, parser: parseCase.parser(.strict))
      #expect(reading.codes.allSatisfy { $0.severity < .error && !$0.isLimit }, "\(name)")
      #expect(!reading.parts.contains { $0.part == .leftover }, "\(name)")
    }
  }

  @Test("each requirement is answered by codes, by accepting, or by somebody else")
  func answers() {
    for requirement in Self.requirements {
      let isDecidedElsewhere = !requirement.decider.isEmpty
      #expect(isDecidedElsewhere == (requirement.codes.isEmpty && !requirement.isAccepted), "\(requirement.id)")
      #expect(isDecidedElsewhere == requirement.cases.isEmpty, "\(requirement.id)")
    }
  }

  @Test("the requirements of a section are numbered without gaps")
  func numbers() {
    var counts: [String: Int] = [:]
    for requirement in Self.requirements {
      let section = requirement.id.split(separator: "-").dropLast().joined(separator: "-")
      counts[section, default: 0] += 1
      #expect(requirement.id == "\(section)-\(counts[section, default: 0])")
    }
    #expect(Self.requirements.count > 150)
  }

  @Test("each code answers a requirement, or tells of a draft")
  func coverage() throws {
    let answered = Set(Self.requirements.flatMap { $0.codes.map(\.identifier) })
    let drafts = try DocumentedTable("Drafts", in: "Conformance").rows.map { $0[0].trimmingCharacters(in: ["`"]) }
    let produced = Set(
      DraftCheckTests.cases.flatMap { DraftCheck.diagnostics(of: Array($0.0.utf8)).map(\.code.identifier) })
    for code in Diagnostic.Code.allCases where code != .none {
      #expect(answered.contains(code.identifier) != drafts.contains(code.identifier), "\(code.identifier)")
    }
    #expect(drafts.allSatisfy(produced.contains))
  }

  private static let levels: Set = [
    "MUST", "MUST NOT", "SHOULD", "SHOULD NOT", "MAY", "RECOMMENDED", "ought", "can", "grammar",
  ]
}
