/// Lists of names: methods, field names, connection options, codings, languages, protocols.
enum NameListField {
  /// A field's sentence, made of its members in words.
  static func reader(_ label: String, _ words: @escaping @Sendable ([String]) -> String) -> FieldGrammar.Read {
    { reading in
      let names = names(label, &reading)
      return names.isEmpty ? "a list without members" : words(names)
    }
  }

  static func readVary(_ reading: inout ReadingBuilder) -> String {
    let names = names("field", &reading)
    if names.isEmpty { return "a list without members" }
    if names.contains("*") { return "depends on more than the request's fields: a cache cannot reuse it" }
    return "depends on the request's \(Words.list(names))"
  }

  static func readConnection(_ reading: inout ReadingBuilder) -> String {
    let names = names("option", &reading).map { ASCII.lowered($0.utf8) }
    let others = names.filter { !["close", "keep-alive", "upgrade"].contains($0) }
    var sentences: [String] = []
    if names.contains("close") { sentences.append("the connection closes after this message") }
    if names.contains("keep-alive") {
      let isContradicted = names.contains("close")
      sentences.append(
        isContradicted ? "keep-alive contradicts that" : "the connection is kept open after this message")
    }
    if names.contains("upgrade") { sentences.append("the fields of an upgrade are for the next hop only") }
    if !others.isEmpty {
      sentences.append("\(Words.list(others)) \(others.count == 1 ? "is" : "are") for the next hop only")
    }
    return sentences.joined(separator: "; ")
  }

  static func readTransferEncoding(_ reading: inout ReadingBuilder) -> String {
    let names = names("coding", &reading).map { ASCII.lowered($0.utf8) }
    if let place = names.firstIndex(of: "chunked"), place != names.count - 1 {
      reading.find(.error, reading.whole, FieldRule(9112, "6.1"), "chunked must be the last coding, and stand once.")
    }
    return names == ["chunked"]
      ? "the content comes in chunks" : "the message is coded with \(Words.list(names, last: ", then"))"
  }

  static func readPragma(_ reading: inout ReadingBuilder) -> String {
    let names = names("directive", &reading)
    return names.contains { ASCII.lowered($0.utf8) == "no-cache" }
      ? "must be checked before it is reused, for caches of HTTP/1.0" : "nothing that HTTP defines"
  }

  /// Reads tokens with parameters, a part for each; what stands twice is noted.
  private static func names(_ label: String, _ reading: inout ReadingBuilder) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for member in reading.listMembers() where !reading.isFull {
      let pieces = reading.pieces(of: member, at: ASCII.semicolon)
      guard let name = pieces.first else { continue }
      reading.add(label, name)
      // A protocol can have a version: HTTP/2.0.
      let parts = reading.pieces(of: name, at: ASCII.slash)
      if !(parts.count <= 2 && parts.allSatisfy { reading.isToken($0) }) {
        reading.find(.error, name, .token, "This is not a token: letters, digits and some marks, no spaces.")
      }
      reading.inside { reading in
        for parameter in reading.parameters(pieces.dropFirst()) {
          reading.add(reading.shown(parameter.name), parameter.place, text: parameter.text)
        }
      }
      if !seen.insert(reading.lowered(member)).inserted {
        reading.find(.note, member, .list, "\(Words.quoted(reading.shown(name))) stands more than once.")
      }
      names.append(reading.shown(name))
    }
    return names
  }
}
