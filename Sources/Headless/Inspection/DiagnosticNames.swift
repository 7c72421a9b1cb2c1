package import HTTPMessages
import TerminalText

/// Codes of findings by their names on the command line.
package enum DiagnosticNames {
  /// What the parser can find, in the order of the parts of a message; findings about drafts are not among them.
  package static let all = Diagnostic.Code.allCases.filter { $0 != .none && !$0.identifier.hasPrefix("draft.") }

  /// The code with a name.
  package static func code(_ name: String) throws(UnknownDiagnostic) -> Diagnostic.Code {
    if let code = all.first(where: { $0.identifier == name }) { return code }
    let wanted = name.lowercased()
    let near = all.min { EditDistance.between(wanted, $0.identifier) < EditDistance.between(wanted, $1.identifier) }
    throw UnknownDiagnostic(name: name, near: near?.identifier ?? "")
  }

  /// How findings are taken: leniently or strictly, and some of them otherwise.
  package static func configuration(
    isStrict: Bool, forgiven: [String], refused: [String]
  ) throws(UnknownDiagnostic) -> ParserConfiguration {
    var configuration: ParserConfiguration = isStrict ? .strict : .lenient
    for name in refused { configuration.refused.insert(try code(name)) }
    for name in forgiven { configuration.refused.remove(try code(name)) }
    return configuration
  }
}

/// No finding has this name.
package struct UnknownDiagnostic: Error, Equatable, Sendable, CustomStringConvertible {
  package let name: String
  /// The name that is most like it.
  package let near: String

  /// One sentence for a person.
  package var description: String {
    "No finding is called “\(name)”: the nearest is \(near), and --list-codes shows all."
  }
}
