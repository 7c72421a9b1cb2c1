package import HTTPMessages

/// What the parser can find, as a list for people.
package enum DiagnosticTable {
  /// Each code with its severity, its rule, what it means and how it is read, in 80 columns; as bytes with colours or
  /// without.
  package static func text(_ codes: [Diagnostic.Code] = DiagnosticNames.all, hasColors: Bool) -> [UInt8] {
    var text = StyledText(hasColors: hasColors)
    for (index, code) in codes.enumerated() {
      if index > 0 { text.endLine() }
      text.write("\(code.severity.name)[\(code.identifier)]", code.severity.textStyle)
      text.write("  \(code.rule)", .dim)
      if DiagnosticSet.errorsAndLimits.contains(code) { text.write(", refused by --strict", .dim) }
      text.endLine()
      for line in code.message.wrapped(to: 76) {
        text.skip(4)
        text.write(line)
        text.endLine()
      }
      for (index, line) in "= read: \(code.lenientReading ?? "")".wrapped(to: 68).enumerated() {
        text.skip(index == 0 ? 4 : 12)
        text.write(line, .dim)
        text.endLine()
      }
    }
    return text.take()
  }
}
