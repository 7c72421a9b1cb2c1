import HTTPMessages

/// Findings as sentences on one line.
enum DiagnosticWords {
  /// How bad it is, what, by which rule and where.
  static func sentence(_ diagnostic: Diagnostic, in message: String) -> String {
    let range = diagnostic.range
    let place = range.isEmpty ? "at byte \(range.lowerBound)" : "bytes \(range.lowerBound)..<\(range.upperBound)"
    return "\(diagnostic.severity.name): \(diagnostic.message) (\(diagnostic.rule), \(place) of the \(message))"
  }
}

extension Diagnostic {
  /// The finding with offsets that count from `start`: an exchange's own, where its connection carried others before.
  func counted(from start: Int) -> Diagnostic {
    Diagnostic(code: code, range: range.lowerBound - start..<range.upperBound - start)
  }
}
