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
