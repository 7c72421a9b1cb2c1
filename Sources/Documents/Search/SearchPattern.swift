/// A search, made ready for one document.
struct SearchPattern: Sendable {
  /// Finds it in a row's text.
  let matcher: RowMatcher
  /// What the bytes behind a row must hold at least, for the row to have the text; nil when that cannot be said.
  let core: ByteNeedle?
  /// What is looked for in the views of bytes: the text's bytes, and, where it reads as such, hexadecimal digits';
  /// nothing for an expression, which reads the text of their rows.
  let octets: [ByteNeedle]

  /// Nothing when there is nothing to look for.
  ///
  /// `encoding` is that of the content; `isRelaidOut` says that rows have other white space than the content.
  init?(_ search: DocumentSearch, encoding: TextEncoding, isRelaidOut: Bool) {
    guard let matcher = RowMatcher(search) else { return nil }
    self.matcher = matcher
    var octets = matcher.literal.map { [$0] } ?? []
    if !octets.isEmpty, let bytes = Self.hexadecimal(Array(search.needle.utf8)) { octets.append(bytes) }
    self.octets = octets
    let required = matcher.requiredText
    // What is not decodable is shown as U+FFFD, which no bytes stand for.
    if required.unicodeScalars.contains("\u{FFFD}") {
      core = nil
      return
    }
    var kept = required[...]
    if isRelaidOut {
      let marks: Set<Character> = [" ", "{", "}", "[", "]", ":", ",", "▲", "…"]
      kept = required.split(whereSeparator: { marks.contains($0) }).max { $0.utf8.count < $1.utf8.count } ?? ""
    }
    core = encoding.encode(String(kept)).flatMap { ByteNeedle($0, isCaseSensitive: search.isCaseSensitive) }
  }

  /// Rows that are looked through at once: an expression may take its time on each.
  var rowsAtOnce: Int { octets.isEmpty ? 64 : 512 }

  /// The bytes that "0d 0a" or "0D0A" stands for; a question mark is any digit: "de ad ?? e?".
  private static func hexadecimal(_ text: [UInt8]) -> ByteNeedle? {
    var digits: [(value: UInt8, mask: UInt8)] = []
    for byte in text where byte != 0x20 {
      switch byte {
      case 0x30...0x39: digits.append((byte - 0x30, 0xF))
      case 0x41...0x46: digits.append((byte - 0x37, 0xF))
      case 0x61...0x66: digits.append((byte - 0x57, 0xF))
      case UInt8(ascii: "?"): digits.append((0, 0))
      default: return nil
      }
    }
    guard digits.count >= 2, digits.count.isMultiple(of: 2) else { return nil }
    let pairs = stride(from: 0, to: digits.count, by: 2).map { (digits[$0], digits[$0 + 1]) }
    return ByteNeedle(
      pairs.map { $0.0.value << 4 | $0.1.value }, masks: pairs.map { $0.0.mask << 4 | $0.1.mask })
  }
}
