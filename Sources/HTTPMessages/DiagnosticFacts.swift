/// What is known about a code before any byte is read.
struct DiagnosticFacts {
  let identifier: String
  let severity: Diagnostic.Severity
  let rfc: Int
  let section: String
  let message: String

  init(_ identifier: String, _ severity: Diagnostic.Severity, _ rfc: Int, _ section: String, _ message: String) {
    self.identifier = identifier
    self.severity = severity
    self.rfc = rfc
    self.section = section
    self.message = message
  }
}

extension Diagnostic.Code {
  /// Identifier, severity, rule and sentence of each code; a file for each topic has them.
  var facts: DiagnosticFacts {
    startLineFacts
      ?? targetFacts
      ?? fieldFacts
      ?? framingFacts
      ?? connectionFacts
      ?? chunkFacts
      ?? messageFacts
      ?? limitFacts
      ?? draftFacts
      ?? DiagnosticFacts("none", .note, 9112, "1", "Nothing was found.")
  }
}
