/// Fields whose value is one of a few words.
enum KeywordField {
  /// Values beside the words: what they are called, and what one means, nil for one that cannot be.
  typealias Other = (name: String, meaning: @Sendable (String) -> String?)

  /// Reads one word, or the last one that is known of a list.
  private static func read(
    _ reading: inout ReadingBuilder, _ rule: FieldRule, _ words: [String: String], isList: Bool, isExact: Bool,
    _ other: Other?
  ) -> String {
    var meaning: String?
    for member in isList ? reading.listMembers() : [reading.whole] where !reading.isFull {
      let word = isExact ? reading.text(member) : reading.lowered(member)
      let known = words[word] ?? other?.meaning(reading.text(member.prefix(200)))
      reading.add("value", member, isList ? known : nil)
      if let known {
        meaning = known
      } else {
        let choices = Words.list(words.keys.sorted() + (other.map { [$0.name] } ?? []), last: " or", limit: 10)
        reading.find(
          isList ? .note : .warning, member, rule, "Recipients ignore this value: it can be \(choices).")
      }
    }
    return meaning ?? "ignored"
  }

  /// An origin, such as https://example.com: a scheme, a host and no path.
  private static func origin(_ text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: ASCII.colon), text[colon...].hasPrefix("://") else { return nil }
    let host = text[colon...].dropFirst(3)
    let isOrigin = !host.isEmpty && !host.utf8.contains { [ASCII.slash, ASCII.comma, ASCII.space].contains($0) }
    return isOrigin ? "pages of \(Words.cut(text, to: 80)) may read the answer" : nil
  }

  static let fields: [String: FieldGrammar] = [
    "access-control-allow-credentials": grammar(
      FieldRule("WHATWG Fetch"), ["true": "pages of other origins may send cookies and the like"], isExact: true),
    "access-control-allow-origin": grammar(
      FieldRule("WHATWG Fetch"),
      ["*": "pages of any origin may read the answer", "null": "pages without an origin may read the answer"],
      other: ("an origin such as https://example.com", origin)),
    "cross-origin-resource-policy": grammar(
      FieldRule("WHATWG Fetch"),
      [
        "same-origin": "only pages of the same origin may use it",
        "same-site": "only pages of the same site may use it",
        "cross-origin": "pages of any site may use it",
      ], isExact: true),
    "expect": grammar(
      FieldRule(9110, "10.1.1"), ["100-continue": "the content waits until the server says that it wants it"]),
    "referrer-policy": grammar(
      FieldRule("W3C Referrer Policy"),
      [
        "no-referrer": "links tell nobody where they were",
        "no-referrer-when-downgrade": "links tell the whole address, but not to plain HTTP",
        "origin": "links tell the origin alone",
        "origin-when-cross-origin": "links tell other origins the origin alone",
        "same-origin": "links tell the same origin alone",
        "strict-origin": "links tell the origin alone, and nothing to plain HTTP",
        "strict-origin-when-cross-origin": "links tell other origins the origin alone, and nothing to plain HTTP",
        "unsafe-url": "links tell everybody the whole address",
      ], isList: true),
    "upgrade-insecure-requests": grammar(
      FieldRule("W3C Upgrade Insecure Requests"), ["1": "HTTPS is preferred to plain HTTP"]),
    "x-content-type-options": grammar(
      FieldRule("WHATWG Fetch"), ["nosniff": "browsers must believe the Content-Type"]),
    "x-frame-options": grammar(
      FieldRule(7034, "2.1"),
      ["deny": "no page may show it in a frame", "sameorigin": "only pages of the same origin may show it in a frame"]),
  ]

  private static func grammar(
    _ rule: FieldRule, _ words: [String: String], isList: Bool = false, isExact: Bool = false, other: Other? = nil
  ) -> FieldGrammar {
    FieldGrammar(rule) { read(&$0, rule, words, isList: isList, isExact: isExact, other) }
  }
}
