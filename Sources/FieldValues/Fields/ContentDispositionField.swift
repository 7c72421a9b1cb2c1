/// `Content-Disposition` (RFC 6266).
enum ContentDispositionField {
  static func read(_ reading: inout ReadingBuilder) -> String {
    let pieces = reading.pieces(of: reading.whole, at: ASCII.semicolon)
    guard let type = pieces.first else { return "empty" }
    reading.add("type", type)
    if !reading.isToken(type) {
      reading.find(.error, type, FieldRule(6266, "4.1"), "First comes how to treat it: inline or attachment.")
    }
    let parameters = reading.parameters(pieces.dropFirst(), rule: FieldRule(6266, "4.1"), allowsSpaces: true)
    reading.findDuplicates(parameters, .error, FieldRule(6266, "4.1"), "a parameter can be given once")
    var plain: String?
    var extended: String?
    for parameter in parameters where !reading.isFull {
      let label = reading.shown(parameter.name)
      if parameter.key.hasSuffix("*") {
        let text = ExtendedValue.read(parameter, in: &reading)
        reading.add(label, parameter.place, text: text)
        if parameter.key == "filename*" { extended = extended ?? text }
        findPath(text, parameter, &reading)
      } else {
        reading.add(label, parameter.place, text: parameter.text)
        if parameter.key == "filename" {
          plain = plain ?? parameter.text
          findPath(parameter.text, parameter, &reading)
          if parameter.text.utf8.contains(where: { $0 >= 0x80 }) {
            reading.find(
              .warning, parameter.place, FieldRule(6266, "4.3"),
              "A name beyond ASCII belongs into filename*; recipients guess here.")
          }
        }
      }
    }
    let kind = reading.lowered(type)
    let name = extended ?? plain
    let asName = name.map { " as \(Words.quoted($0))" } ?? ""
    switch kind {
    case "inline": return "to be shown" + (name == nil ? "" : "; saved" + asName)
    case "form-data": return "a field of a form" + asName
    // Unknown kinds are treated as attachments.
    default: return "to be saved" + asName
    }
  }

  private static func findPath(_ text: String?, _ parameter: FieldParameter, _ reading: inout ReadingBuilder) {
    guard let text, text.utf8.contains(where: { $0 == ASCII.slash || $0 == ASCII.backslash }) else { return }
    reading.find(
      .warning, parameter.place, FieldRule(6266, "4.3"),
      "The name has a path in it: recipients keep only what follows the last slash.")
  }
}
