/// `Link` (RFC 8288 §3).
enum LinkField {
  private static let rule = FieldRule(8288, "3")

  static func read(_ reading: inout ReadingBuilder) -> String {
    var links: [String] = []
    for member in reading.listMembers(angles: true) where !reading.isFull {
      guard reading.bytes[member].first == ASCII.less, let end = reading.first(ASCII.greater, in: member) else {
        reading.add("link", member)
        reading.find(.error, member, rule, "A link begins with its address in angle brackets: <…>.")
        continue
      }
      let address = member.lowerBound + 1..<end
      let place = reading.parts.count
      reading.add("link", member, text: reading.shown(address))
      let rest = reading.trimmed(end + 1..<member.upperBound)
      if let first = rest.first, reading.bytes[first] != ASCII.semicolon {
        reading.find(.error, rest, rule, "After the address come parameters, each after a semicolon.")
      }
      var relation = ""
      reading.inside { relation = readParameters(rest, member, &$0) }
      if !relation.isEmpty { reading.explain(place, relation) }
      links.append((relation.isEmpty ? "a link" : relation) + " " + Words.cut(reading.shown(address), to: 60))
    }
    return links.isEmpty ? "no link" : Words.list(links, last: " and", limit: 4)
  }

  /// The relation, in words.
  private static func readParameters(_ range: Range<Int>, _ member: Range<Int>, _ reading: inout ReadingBuilder)
    -> String
  {
    let parameters = reading.parameters(
      reading.pieces(of: range, at: ASCII.semicolon), .anything, rule: rule)
    for parameter in parameters where !reading.isFull {
      let text = parameter.key.hasSuffix("*") ? ExtendedValue.read(parameter, in: &reading) : nil
      reading.add(reading.shown(parameter.name), parameter.place, text: text ?? parameter.text)
    }
    let single = parameters.filter { ["media", "title", "title*", "type"].contains($0.key) }
    reading.findDuplicates(single, .warning, FieldRule(8288, "3.4.1"), "only the first one counts")
    reading.findDuplicates(
      parameters.filter { $0.key == "rel" }, .warning, FieldRule(8288, "3.3"), "only the first one counts")
    guard let relation = parameters.first(where: { $0.key == "rel" }), !relation.text.isEmpty else {
      reading.find(.error, member, FieldRule(8288, "3.3"), "A link must say its relation: rel=\"next\".")
      return ""
    }
    if relation.text.utf8.contains(ASCII.space), !relation.isQuoted {
      reading.find(.error, relation.place, rule, "Several relations must stand in quotes.")
    }
    let kind = parameters.first { $0.key == "as" }.map { " (\(Words.cut($0.text, to: 20)))" } ?? ""
    return Words.cut(relation.text, to: 60) + kind
  }
}
