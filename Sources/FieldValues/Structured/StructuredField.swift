import RawStructuredFieldValues

/// A field that is registered as structured: its shape and what it is for.
struct StructuredField: Sendable {
  /// What stands at the top (RFC 9651 §3).
  enum Shape: Sendable {
    case item, list, dictionary
  }

  /// Which items are taken, where the field says so.
  enum Kind: String, Sendable {
    case boolean, integer, decimal, string, token, date, bytes
  }

  typealias WordsMaker = @Sendable ([StructuredMember], inout ReadingBuilder) -> String?

  var shape: Shape
  /// Where the field is written up.
  var rule: FieldRule
  /// What its items, or the values of its members, must be.
  var kind: Kind?
  var words: WordsMaker?

  init(_ shape: Shape, _ rule: FieldRule, of kind: Kind? = nil, words: WordsMaker? = nil) {
    self.shape = shape
    self.rule = rule
    self.kind = kind
    self.words = words
  }

  func read(_ reading: inout ReadingBuilder) -> String {
    guard let members = StructuredReader.read(shape, &reading) else { return "broken: recipients ignore all of it" }
    if let kind {
      let found = reading.findings.count
      for member in members where member.item?.kind != kind.rawValue {
        reading.find(.error, member.valueRange, rule, "The value must be a \(kind.rawValue): recipients ignore it.")
      }
      if shape == .item, reading.findings.count > found { return "not a \(kind.rawValue): recipients ignore it" }
    }
    return words?(members, &reading) ?? general(members, reading)
  }

  private func general(_ members: [StructuredMember], _ reading: ReadingBuilder) -> String {
    switch shape {
    case .item:
      guard let member = members.first, let item = member.item else { return "nothing" }
      switch item {
      case .bool(let value): return value ? "yes" : "no"
      case .undecodedByteSequence(let text): return Words.count(Base64.decoded(text.utf8)?.count ?? 0, "byte")
      case .date(let seconds): return DateField.words(Int(seconds), reading)
      default: return Words.cut(item.name ?? reading.shown(member.valueRange), to: 60)
      }
    case .list:
      return Words.list(members.map { Words.cut($0.item?.name ?? reading.shown($0.valueRange), to: 40) })
    case .dictionary:
      return Words.list(members.map(\.key))
    }
  }

  /// What is wrong with a bare item that the library refuses, by the section that describes it.
  static func explanation(_ section: String) -> String {
    switch section {
    case "3.3.1": "An integer has 1 to 15 digits, perhaps after a minus."
    case "3.3.2": "A decimal has 1 to 12 digits, a point and 1 to 3 digits."
    case "3.3.3": "A string stands in double quotes, in ASCII; only \\\" and \\\\ are escaped in it."
    case "3.3.4": "A token begins with a letter or *."
    case "3.3.5": "Bytes stand between colons, in base64."
    case "3.3.6": "A boolean is ?1 or ?0."
    case "3.3.7": "A date is @ and a whole number of seconds since 1970."
    case "3.3.8": "A display string is %\"…\" in ASCII, with UTF-8 written as % and two small hexadecimal digits."
    default: "No item begins with this byte."
    }
  }
}
