/// A search, made ready for one document.
struct SearchPattern: Sendable {
  /// What a row's text must hold.
  let text: ByteNeedle
  /// What the bytes behind a row must hold at least, for the row to have the text; nil when that cannot be said.
  let core: ByteNeedle?
  /// What is looked for in the views of bytes: the text's bytes, and, where it reads as such, hexadecimal digits'.
  let octets: [ByteNeedle]

  /// Nothing when there is nothing to look for.
  ///
  /// `encoding` is that of the content; `isRelaidOut` says that rows have other white space than the content.
  init?(_ search: DocumentSearch, encoding: TextEncoding, isRelaidOut: Bool) {
    let needle = Array(search.needle.utf8)
    guard let text = ByteNeedle(needle, isCaseSensitive: search.isCaseSensitive) else { return nil }
    self.text = text
    var octets = [text]
    if let digits = Self.hexadecimal(needle), let bytes = ByteNeedle(digits, isCaseSensitive: true) {
      octets.append(bytes)
    }
    self.octets = octets
    // What is not decodable is shown as U+FFFD, which no bytes stand for.
    if search.needle.unicodeScalars.contains("\u{FFFD}") {
      core = nil
      return
    }
    var kept = search.needle[...]
    if isRelaidOut {
      let marks: Set<Character> = [" ", "{", "}", "[", "]", ":", ",", "▲"]
      kept = search.needle.split(whereSeparator: { marks.contains($0) }).max { $0.utf8.count < $1.utf8.count } ?? ""
    }
    core = encoding.encode(String(kept)).flatMap { ByteNeedle($0, isCaseSensitive: search.isCaseSensitive) }
  }

  /// The bytes that "0d 0a" or "0D0A" stands for.
  private static func hexadecimal(_ text: [UInt8]) -> [UInt8]? {
    var digits: [UInt8] = []
    for byte in text where byte != 0x20 {
      switch byte {
      case 0x30...0x39: digits.append(byte - 0x30)
      case 0x41...0x46: digits.append(byte - 0x37)
      case 0x61...0x66: digits.append(byte - 0x57)
      default: return nil
      }
    }
    guard digits.count >= 2, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
