import HTTPMessages

/// What is known about a code before any byte is read.
struct HTTP2DiagnosticFacts {
  let identifier: String
  let severity: HTTP2Diagnostic.Severity
  let rule: HTTP2Diagnostic.Rule
  let effect: HTTP2Diagnostic.Effect
  let message: String

  init(
    _ identifier: String, _ severity: HTTP2Diagnostic.Severity, _ rfc: Int, _ section: String,
    _ effect: HTTP2Diagnostic.Effect, _ message: String
  ) {
    self.identifier = identifier
    self.severity = severity
    rule = HTTP2Diagnostic.Rule(rfc: rfc, section: section)
    self.effect = effect
    self.message = message
  }
}

extension HTTP2Diagnostic.Code {
  /// Identifier, severity, rule, effect and sentence of each code; a file for each topic has them.
  var facts: HTTP2DiagnosticFacts {
    prefaceFacts
      ?? framesFacts
      ?? settingsFacts
      ?? headerBlocksFacts
      ?? streamsFacts
      ?? fieldsFacts
      ?? messagesFacts
      ?? limitsFacts
      ?? HTTP2DiagnosticFacts("none", .note, 9113, "1", .none, "Nothing was found.")
  }
}
