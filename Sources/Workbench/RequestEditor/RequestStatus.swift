package import HTTPMessages

/// The line under the raw bytes: how they will be read.
package struct RequestStatus: Sendable, Hashable {
  package var text: String
  /// nil when all is well.
  package var severity: Diagnostic.Severity?
  /// The bytes that it is about.
  package var range: Range<Int>?

  /// Tells the worst of the findings, the first of those that are equally bad; notes leave the bytes well formed.
  init(byteCount: Int, diagnostics: [Diagnostic]) {
    let worst = diagnostics.filter { $0.severity > .note }.max { $0.severity < $1.severity }
    let sign =
      switch worst?.severity {
      case .error: "✗"
      case .warning: "!"
      case .note, nil: "✓"
      }
    text = "\(sign) \(DraftCheck.summary(of: diagnostics, byteCount: byteCount))"
    severity = worst?.severity
    range = diagnostics.first { $0.severity == worst?.severity }?.range
  }

  init(problem: String) {
    text = "✗ \(problem)"
    severity = .error
  }
}
