/// Facts about the codes for lines, and fields of any name.
extension Diagnostic.Code {
  var fieldFacts: DiagnosticFacts? {
    switch self {
    case .bareLineFeed:
      DiagnosticFacts(
        "line.bare-lf", .error, 9112, "2.2",
        "The line ends in LF alone; a sender must write CR LF, and readers differ on what LF alone means.")
    case .bareCarriageReturn:
      DiagnosticFacts(
        "line.bare-cr", .error, 9112, "2.2",
        "A CR without its LF stands inside the message; the part that holds it is invalid.")
    case .whitespaceAfterStartLine:
      DiagnosticFacts(
        "head.whitespace-after-start-line", .error, 9112, "2.2",
        "White space stands between the start line and the first field; readers refuse or skip such a line.")
    case .headIncomplete:
      DiagnosticFacts(
        "head.incomplete", .error, 9112, "8",
        "The stream ended before the blank line that ends the head.")
    case .fieldNameEmpty:
      DiagnosticFacts(
        "field.name-empty", .error, 9110, "5.1",
        "The field has no name before its colon.")
    case .fieldNameInvalid:
      DiagnosticFacts(
        "field.name-invalid", .error, 9110, "5.1",
        "The field name is not a token: letters, digits and !#$%&'*+-.^_`|~ only.")
    case .fieldSpaceBeforeColon:
      DiagnosticFacts(
        "field.space-before-colon", .error, 9112, "5.1",
        "White space stands between the field name and its colon; a server must refuse such a request.")
    case .fieldColonMissing:
      DiagnosticFacts(
        "field.colon-missing", .error, 9112, "5",
        "The field line has no colon.")
    case .fieldFolded:
      DiagnosticFacts(
        "field.folded", .error, 9112, "5.2",
        "The field goes on in the next line (obsolete line folding); a sender must not fold lines.")
    case .fieldValueNUL:
      DiagnosticFacts(
        "field.nul", .error, 9110, "5.5",
        "A NUL byte stands in the field value; such a value is invalid and dangerous.")
    case .fieldValueControlByte:
      DiagnosticFacts(
        "field.control-byte", .error, 9110, "5.5",
        "A control byte stands in the field value; such a value is invalid.")
    default: nil
    }
  }
}
