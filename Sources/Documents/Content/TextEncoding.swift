/// How bytes are characters.
enum TextEncoding: Sendable, Hashable {
  case utf8
  /// Latin-1 with printable characters at 0x80 to 0x9F; what ISO-8859-1 means by the WHATWG Encoding Standard too.
  case windows1252
  case utf16LittleEndian
  case utf16BigEndian
  case legacy(LegacyCharset)

  /// The encoding of a charset's name; nil for one that is not known here.
  init?(charset: String) {
    let label = charset.lowercased()
    switch label {
    case "utf-8", "utf8": self = .utf8
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "windows-1252", "cp1252", "us-ascii", "ascii":
      self = .windows1252
    case "utf-16", "utf-16le": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    default:
      guard let charset = LegacyCharset(label: label) else { return nil }
      self = .legacy(charset)
    }
  }

  var isLegacy: Bool {
    if case .legacy = self { true } else { false }
  }

  /// The encoding and the length of the byte order mark at the front of some content.
  static func byteOrderMark(_ bytes: some Collection<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// UTF-8 where the beginning of some content is that (it may be cut inside of a character), else Latin-1.
  static func guessed(from beginning: [UInt8]) -> TextEncoding {
    var bytes = beginning[...]
    // A character has at most three more bytes after its first one.
    var cut = 0
    while cut < 4, let last = bytes.last, last >= 0x80 {
      bytes.removeLast()
      cut += 1
      if last >= 0xC0 { break }
    }
    if cut == 4 || (beginning.count < 64 << 10 && cut > 0) { bytes = beginning[...] }
    if String(validating: bytes, as: UTF8.self) != nil { return .utf8 }
    let shorter = beginning.dropLast(cut)
    return cut > 0 && cut < 4 && String(validating: shorter, as: UTF8.self) != nil ? .utf8 : .windows1252
  }

  /// The text of bytes; what is none becomes U+FFFD.
  func decode(_ bytes: some Collection<UInt8>) -> String {
    switch self {
    case .utf8: return String(decoding: bytes, as: UTF8.self)
    case .windows1252:
      var text = String.UnicodeScalarView()
      for byte in bytes { text.append(Self.windows1252Scalar(byte)) }
      return String(text)
    case .utf16LittleEndian, .utf16BigEndian:
      var units: [UInt16] = []
      units.reserveCapacity(bytes.count / 2)
      var held: UInt8?
      for byte in bytes {
        guard let first = held else {
          held = byte
          continue
        }
        units.append(
          self == .utf16LittleEndian ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte))
        held = nil
      }
      let text = String(decoding: units, as: UTF16.self)
      return held == nil ? text : text + "\u{FFFD}"
    case .legacy(let charset): return charset.decode(bytes)
    }
  }

  /// How many of some bytes make the first `count` bytes of UTF-8 of their text, or more where it cuts a character.
  func byteCount(ofUTF8 count: Int, in bytes: [UInt8]) -> Int {
    var (made, used) = (0, 0)
    switch self {
    case .utf8:
      var rest = bytes.makeIterator()
      var parser = Unicode.UTF8.ForwardParser()
      while made < count {
        switch parser.parseScalar(from: &rest) {
        case .valid(let scalar):
          made += scalar.count
          used += scalar.count
        case .error(let length):
          made += 3
          used += length
        case .emptyInput: return used
        }
      }
    case .windows1252:
      for byte in bytes where made < count {
        made += UTF8.width(Self.windows1252Scalar(byte))
        used += 1
      }
    case .utf16LittleEndian, .utf16BigEndian:
      for scalar in decode(bytes).unicodeScalars where made < count {
        made += UTF8.width(scalar)
        used += 2 * UTF16.width(scalar)
      }
    case .legacy(let charset):
      while made < count, used < bytes.count {
        let character = bytes[used...].prefix(1 + charset.trailing(bytes[used]))
        made += charset.decode(character).utf8.count
        used += character.count
      }
    }
    return min(used, bytes.count)
  }

  /// The bytes of a text, to search for them; nil when the encoding has not all of its characters.
  func encode(_ text: String) -> [UInt8]? {
    switch self {
    case .utf8: return Array(text.utf8)
    case .windows1252:
      var bytes: [UInt8] = []
      for scalar in text.unicodeScalars {
        guard let byte = (0...UInt8.max).first(where: { Self.windows1252Scalar($0) == scalar }) else { return nil }
        bytes.append(byte)
      }
      return bytes
    case .utf16LittleEndian: return text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case .utf16BigEndian: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    case .legacy(let charset): return charset.encode(text)
    }
  }

  /// The text of a head's bytes: UTF-8 where they are that, else Latin-1.
  static func decodeForPeople(_ bytes: some Collection<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self) ?? windows1252.decode(bytes)
  }

  private static func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard byte >= 0x80, byte < 0xA0 else { return Unicode.Scalar(byte) }
    return upperControls[Int(byte) - 0x80]
  }

  /// What stands at 0x80 to 0x9F in windows-1252; the five that are nothing stay C1 controls.
  private static let upperControls: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]
}
