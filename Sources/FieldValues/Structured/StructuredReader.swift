import RawStructuredFieldValues

/// Reads a structured field (RFC 9651) with the place of each part.
///
/// It finds where each bare item begins and ends; the library says what the item is and whether it may be so. As the RFC
/// has it, the first mistake ends the reading, for a recipient ignores such a field as a whole.
struct StructuredReader {
  private var reading: ReadingBuilder
  private var position: Int
  private let end: Int
  private var hasFailed = false

  private init(_ reading: ReadingBuilder) {
    self.reading = reading
    position = reading.whole.lowerBound
    end = reading.whole.upperBound
  }

  /// The members; nil, with a finding, where there is a mistake.
  static func read(_ shape: StructuredField.Shape, _ reading: inout ReadingBuilder) -> [StructuredMember]? {
    var reader = StructuredReader(reading)
    var members: [StructuredMember] = []
    switch shape {
    case .item:
      if let member = reader.item() { members.append(member) }
      if !reader.hasFailed, reader.position < reader.end {
        reader.fail(reader.position..<reader.end, "4.2", "Something follows the item.")
      }
    case .list: members = reader.members { $0.itemOrInnerList() }
    case .dictionary: members = reader.members { $0.entry() }
    }
    reading = reader.reading
    return reader.hasFailed ? nil : members
  }

  // MARK: Members

  private mutating func members(_ next: (inout StructuredReader) -> StructuredMember?) -> [StructuredMember] {
    var members: [StructuredMember] = []
    var seen: Set<String> = []
    while position < end {
      guard !reading.isFull else {
        reading.noteCut()
        return members
      }
      guard let member = next(&self) else { return members }
      if !member.key.isEmpty, !seen.insert(member.key).inserted {
        reading.find(
          .note, member.range, FieldRule(9651, "3.2"), "“\(member.key)” stands more than once: the last one counts.")
      }
      members.append(member)
      skip(ASCII.isSpace)
      guard position < end else { return members }
      guard reading.bytes[position] == ASCII.comma else {
        fail(position..<end, "3.1", "Members are divided by commas; this is something else.")
        return members
      }
      let comma = position
      position += 1
      skip(ASCII.isSpace)
      if position == end { fail(comma..<comma + 1, "3.1", "A comma cannot stand at the end.") }
    }
    return members
  }

  private mutating func entry() -> StructuredMember? {
    let start = position
    guard let keyRange = key() else { return nil }
    let name = reading.text(keyRange)
    let place = reading.parts.count
    reading.add(name, keyRange, text: "")
    var member: StructuredMember?
    if take(ASCII.equals) {
      member = itemOrInnerList(label: name, isAdded: true)
    } else {
      member = StructuredMember(range: start..<position, valueRange: keyRange, items: [.bool(true)])
      reading.replace(place, range: keyRange, text: "true", nil)
      if !parameters(of: &member) { return nil }
    }
    member?.key = name
    member?.range = start..<position
    return member
  }

  private mutating func itemOrInnerList(label: String? = nil, isAdded: Bool = false) -> StructuredMember? {
    guard position < end, reading.bytes[position] == ASCII.open else { return item(label: label, isAdded: isAdded) }
    let start = position
    let place = isAdded ? reading.parts.count - 1 : reading.parts.count
    if !isAdded { reading.add("inner list", start..<start + 1, text: "") }
    position += 1
    var items: [RFC9651BareItem] = []
    while true {
      skip { $0 == ASCII.space }
      guard position < end else {
        fail(start..<end, "3.1.1", "The inner list has no closing parenthesis.")
        return nil
      }
      if take(ASCII.close) { break }
      var inner: StructuredMember?
      reading.deepen(by: 1)
      inner = item()
      reading.deepen(by: -1)
      guard let inner else { return nil }
      items += inner.items
      if position < end, reading.bytes[position] != ASCII.space, reading.bytes[position] != ASCII.close {
        fail(position..<position + 1, "3.1.1", "The items of an inner list are divided by spaces.")
        return nil
      }
    }
    reading.replace(place, range: start..<position, text: nil, Words.count(items.count, "item"))
    var member: StructuredMember? = StructuredMember(
      range: start..<position, valueRange: start..<position, items: items, isInnerList: true)
    guard parameters(of: &member) else { return nil }
    member?.range = start..<position
    return member
  }

  private mutating func item(label: String? = nil, isAdded: Bool = false) -> StructuredMember? {
    let start = position
    guard let bare = bareItem() else { return nil }
    let range = start..<position
    let shown = words(bare, range)
    if isAdded {
      reading.replace(reading.parts.count - 1, range: range, text: shown.text, shown.meaning)
    } else {
      reading.add(label ?? bare.kind, range, text: shown.text, shown.meaning)
    }
    var member: StructuredMember? = StructuredMember(range: range, valueRange: range, items: [bare])
    guard parameters(of: &member) else { return nil }
    member?.range = start..<position
    return member
  }

  private mutating func parameters(of member: inout StructuredMember?) -> Bool {
    while position < end, reading.bytes[position] == ASCII.semicolon {
      position += 1
      skip { $0 == ASCII.space }
      guard let keyRange = key() else { return false }
      let name = reading.text(keyRange)
      var value = RFC9651BareItem.bool(true)
      var range = keyRange
      if take(ASCII.equals) {
        let start = position
        guard let bare = bareItem() else { return false }
        (value, range) = (bare, start..<position)
      }
      let shown = range == keyRange ? ("true", nil) : words(value, range)
      reading.deepen(by: 1)
      reading.add(name, range, text: shown.0, shown.1)
      reading.deepen(by: -1)
      if member?.parameters.updateValue(value, forKey: name) != nil {
        reading.find(
          .note, keyRange, FieldRule(9651, "3.1.2"), "“\(name)” stands more than once: the last one counts.")
      }
    }
    return true
  }

  // MARK: Words of the grammar

  private mutating func key() -> Range<Int>? {
    let start = position
    skip { 0x61...0x7A ~= $0 || ASCII.isDigit($0) || [0x5F, ASCII.dash, ASCII.dot, ASCII.star].contains($0) }
    guard start < position, 0x61...0x7A ~= reading.bytes[start] || reading.bytes[start] == ASCII.star else {
      position = start
      let place = start < end ? start..<start + 1 : start..<start
      fail(place, "3.1.2", "Here must stand a key: a small letter or *, then small letters, digits, _, -, . or *.")
      return nil
    }
    return start..<position
  }

  private mutating func bareItem() -> RFC9651BareItem? {
    guard position < end else {
      fail(position..<position, "3.3", "A value is missing.")
      return nil
    }
    let start = position
    let section = takeBareItem()
    do {
      var parser = StructuredFieldValueParser(reading.bytes[start..<position])
      let item = try parser.parseItemFieldValue().rfc9651BareItem
      if case .undecodedByteSequence(let text) = item, Base64.decoded(text.utf8) == nil {
        fail(start..<position, "3.3.5", "This is not base64.")
        return nil
      }
      return item
    } catch {
      fail(start..<max(position, start + 1), section, StructuredField.explanation(section))
      return nil
    }
  }

  /// Goes to the end of the bare item here, as its first byte has it; the section that it is written in.
  private mutating func takeBareItem() -> String {
    let start = position
    position += 1
    switch reading.bytes[start] {
    case ASCII.quote:
      while position < end, reading.bytes[position] != ASCII.quote {
        position += reading.bytes[position] == ASCII.backslash ? 2 : 1
      }
      position = min(position + 1, end)
      return "3.3.3"
    case ASCII.percent:
      if take(ASCII.quote) { skip { $0 != ASCII.quote } }
      position = min(position + 1, end)
      return "3.3.8"
    case ASCII.colon:
      skip { $0 != ASCII.colon }
      position = min(position + 1, end)
      return "3.3.5"
    case ASCII.question:
      position = min(position + 1, end)
      return "3.3.6"
    case ASCII.at:
      _ = take(ASCII.dash)
      skip { ASCII.isDigit($0) || $0 == ASCII.dot }
      return "3.3.7"
    case ASCII.dash, 0x30...0x39:
      skip { ASCII.isDigit($0) || $0 == ASCII.dot }
      return reading.first(ASCII.dot, in: start..<position) == nil ? "3.3.1" : "3.3.2"
    case 0x41...0x5A, 0x61...0x7A, ASCII.star:
      skip { ASCII.isTokenByte($0) || $0 == ASCII.colon || $0 == ASCII.slash }
      return "3.3.4"
    default: return "3.3"
    }
  }

  private func words(_ item: RFC9651BareItem, _ range: Range<Int>) -> (text: String?, meaning: String?) {
    switch item {
    case .string(let text), .displayString(let text): (text, nil)
    case .bool(let value): (value ? "true" : "false", nil)
    case .undecodedByteSequence(let text): (text, Words.count(Base64.decoded(text.utf8)?.count ?? 0, "byte"))
    case .date(let seconds): (nil, moment(Int(seconds)))
    case .integer, .decimal, .token: (nil, nil)
    }
  }

  private func moment(_ seconds: Int) -> String { DateField.words(seconds, reading) }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < end, reading.bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
    while position < end, isSkipped(reading.bytes[position]) { position += 1 }
  }

  private mutating func fail(_ range: Range<Int>, _ section: String, _ message: String) {
    hasFailed = true
    reading.find(.error, range, FieldRule(9651, section), message)
  }
}
