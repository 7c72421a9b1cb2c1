/// `Accept`, `Accept-Encoding`, `Accept-Language`, `Accept-Charset`, `TE`: what is wanted, with weights (RFC 9110 §12.4.2).
enum PreferenceField {
  private struct Choice {
    var name: String
    /// Thousandths.
    var weight: Int
  }

  static func readMedia(_ reading: inout ReadingBuilder) -> String { read(&reading, isMedia: true) }

  static func readNames(_ reading: inout ReadingBuilder) -> String { read(&reading, isMedia: false) }

  private static func read(_ reading: inout ReadingBuilder, isMedia: Bool) -> String {
    var choices: [Choice] = []
    for member in reading.listMembers() {
      let pieces = reading.pieces(of: member, at: ASCII.semicolon)
      guard let name = pieces.first, !reading.isFull else { break }
      let place = reading.parts.count
      reading.add(isMedia ? "range" : "name", member, text: reading.shown(name))
      var choice = Choice(name: reading.shown(name), weight: 1000)
      reading.inside { reading in
        if isMedia {
          _ = MediaTypeField.readType(name, in: &reading)
          findStar(name, &reading)
        } else if !reading.isToken(name) {
          reading.find(.error, name, .token, "This is not a token: letters, digits and some marks, no spaces.")
        }
        for parameter in reading.parameters(pieces.dropFirst()) {
          reading.add(reading.shown(parameter.name), parameter.place, text: parameter.text)
          if parameter.key == "q" {
            choice.weight = weight(parameter, &reading)
          } else {
            choice.name += ";" + reading.shown(parameter.range)
          }
        }
      }
      if choice.weight < 1000 {
        reading.explain(place, choice.weight == 0 ? "refused" : "weight \(text(choice.weight))")
      }
      choices.append(choice)
    }
    return words(choices)
  }

  private static func findStar(_ name: Range<Int>, _ reading: inout ReadingBuilder) {
    if reading.text(name.prefix(2)) == "*/", reading.text(name) != "*/*" {
      reading.find(.error, name, FieldRule(9110, "12.5.1"), "Only “*/*” stands for every type.")
    }
  }

  /// 0 to 1 with three digits behind the point at most.
  private static func weight(_ parameter: FieldParameter, _ reading: inout ReadingBuilder) -> Int {
    let value = parameter.value ?? []
    let isForm = value.count <= 5 && value.count != 0 && (value.count == 1 || value[1] == ASCII.dot)
    if isForm, let digit = value.first, digit == 0x30 || digit == 0x31,
      value.dropFirst(2).allSatisfy({ digit == 0x30 ? ASCII.isDigit($0) : $0 == 0x30 })
    {
      let fraction = value.dropFirst(2) + Array(repeating: 0x30, count: max(0, 3 - value.dropFirst(2).count))
      return Int(digit - 0x30) * 1000 + (ASCII.number(fraction) ?? 0)
    }
    reading.find(
      .error, parameter.place, FieldRule(9110, "12.4.2"),
      "A weight is a number from 0 to 1 with at most three digits behind the point.")
    return 1000
  }

  private static func words(_ choices: [Choice]) -> String {
    let wanted = choices.filter { $0.weight > 0 }
    let order = wanted.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
    let names = order.map { choice in
      let name = isAny(choice.element.name) ? "anything else" : choice.element.name
      return choice.element.weight == 1000 ? name : "\(name) (\(text(choice.element.weight)))"
    }
    let refused = choices.filter { $0.weight == 0 }.map {
      isAny($0.name) ? "anything else" : $0.name
    }
    if choices.isEmpty { return "nothing is wanted" }
    var words = names.isEmpty ? "takes nothing" : "takes " + Words.list(names, last: ", then")
    if choices.count == 1, let only = choices.first, isAny(only.name), only.weight == 1000 {
      words = "takes anything"
    }
    if !refused.isEmpty { words += "; not " + Words.list(refused, last: " or") }
    return words
  }

  private static func isAny(_ name: String) -> Bool { name == "*" || name == "*/*" }

  static func text(_ weight: Int) -> String {
    if weight >= 1000 { return "1" }
    var digits = String(weight)
    digits = String(repeating: "0", count: 3 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return digits.isEmpty ? "0" : "0." + digits
  }
}
