/// `Strict-Transport-Security` (RFC 6797 §6.1).
enum StrictTransportField {
  static func read(_ reading: inout ReadingBuilder) -> String {
    let rule = FieldRule(6797, "6.1")
    let directives = reading.parameters(
      reading.pieces(of: reading.whole, at: ASCII.semicolon), .anything, rule: rule, allowsSpaces: true)
    reading.findDuplicates(directives, .error, rule, "then the whole field is ignored")
    var age: Int?
    for directive in directives where !reading.isFull {
      let label = reading.shown(directive.name)
      reading.add(label, directive.range, text: directive.text)
      switch directive.key {
      case "max-age":
        guard let seconds = ASCII.number(directive.value ?? []) else {
          let hint =
            directive.text.utf8.contains(ASCII.comma) ? "directives are divided by semicolons." : "in digits only."
          reading.find(
            .error, directive.place, FieldRule(6797, "6.1.1"), "max-age needs a whole number of seconds; \(hint)")
          continue
        }
        age = seconds
        reading.explain(reading.parts.count - 1, DurationWords.span(seconds))
      case "includesubdomains", "preload":
        if let range = directive.valueRange {
          reading.find(.error, range, FieldRule(6797, "6.1.2"), "\(label) has no value.")
        }
      default: break
      }
    }
    guard let age else {
      if !directives.contains(where: { $0.key == "max-age" }) {
        reading.find(.error, reading.whole, FieldRule(6797, "6.1.1"), "max-age is missing: the field is ignored.")
      }
      return "ignored"
    }
    if age == 0 { return "HTTPS is no longer required" }
    let isForAll = directives.contains { $0.key == "includesubdomains" }
    return "HTTPS only, for \(DurationWords.span(age))\(isForAll ? ", also on all subdomains" : "")"
  }
}
