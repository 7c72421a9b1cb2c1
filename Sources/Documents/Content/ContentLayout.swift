/// How content is divided into rows.
enum ContentLayout: Sendable, Equatable {
  case text(TextEncoding)
  case json(JSONRows.Form)
  /// Members of an object of JSON, without its brackets.
  case members
  case form
  case markup(MarkupRows.Form, TextEncoding)
  case multipart(Multipart)
  case code(CodeLanguage, TextEncoding)

  /// How the bytes are characters, as far as that is the same everywhere.
  var encoding: TextEncoding {
    switch self {
    case .text(let encoding), .markup(_, let encoding), .code(_, let encoding): encoding
    case .json, .members, .form, .multipart: .utf8
    }
  }

  /// How much of a content's beginning is looked at.
  static let sampleSize = 64 << 10

  /// The layout for reading, and why it is not the one that was asked for.
  ///
  /// A byte order mark counts more than a charset, a charset more than what the content says of itself, and that more
  /// than what the bytes look like.
  static func choose(
    for mediaType: MediaType, beginning: [UInt8], isPretty: Bool
  ) -> (layout: ContentLayout, note: String?) {
    var note: String?
    var encoding = TextEncoding.byteOrderMark(beginning)?.encoding
    if encoding == nil, let charset = mediaType.charset {
      encoding = TextEncoding(charset: charset)
      if encoding == nil { note = "charset “\(charset)” is not known here: read by its look" }
    }
    if encoding == nil, maySayItsEncoding(mediaType, beginning) { encoding = declaredEncoding(in: beginning) }
    let chosen = encoding ?? .guessed(from: beginning)
    let text = ContentLayout.text(chosen)
    if beginning.isEmpty { return (text, nil) }
    guard isPretty else {
      return (text, note ?? (looksBinary(beginning, chosen) ? "this looks binary: see the hex view" : nil))
    }
    if mediaType.isForm { return (.form, note) }
    if mediaType.isMultipart {
      if let multipart = Multipart(mediaType) { return (.multipart(multipart), note) }
      return (text, "multipart without a boundary that can be: shown as text (RFC 2046 §5.1.1)")
    }
    let isUTF16 = chosen == .utf16LittleEndian || chosen == .utf16BigEndian
    let mayBeJSON = !isUTF16 && looksLikeJSON(beginning, isStrict: !mediaType.isJSON)
    // JSON is UTF-8, whatever a charset says (RFC 8259 §8.1, §11).
    if mayBeJSON, mediaType.isJSON || isUntold(mediaType) && !chosen.isLegacy {
      return (.json(mediaType.jsonForm), note)
    }
    if !isUTF16, let form = mediaType.markupForm ?? (isUntold(mediaType) ? markupForm(of: beginning) : nil) {
      return (.markup(form, chosen), note)
    }
    if !isUTF16, let language = mediaType.codeLanguage { return (.code(language, chosen), note) }
    if mediaType.isJSON {
      return (text, isUTF16 ? "JSON in UTF-16: shown as text" : "called JSON, but it is not: shown as text")
    }
    return (text, note)
  }

  /// Whether it is markup or a style sheet: what such a thing says within a string of JSON is about something else.
  private static func maySayItsEncoding(_ mediaType: MediaType, _ beginning: [UInt8]) -> Bool {
    mediaType.markupForm != nil || mediaType.codeLanguage == .css
      || isUntold(mediaType) && markupForm(of: beginning) != nil
  }

  /// The encoding that markup or a style sheet says itself to be in, in characters of ASCII at its beginning.
  ///
  /// As the HTML Standard has it what calls itself UTF-16 there is UTF-8.
  private static func declaredEncoding(in beginning: [UInt8]) -> TextEncoding? {
    let text = String(decoding: beginning.prefix(1024), as: UTF8.self)
    let label =
      text.firstMatch(of: /^@charset "([^"]+)";/)?.1
      ?? text.firstMatch(of: /^\s*<\?xml\s[^>]*encoding\s*=\s*["']([^"'>]+)["']/)?.1
      ?? text.firstMatch(of: /<meta\s[^>]*charset\s*=\s*["']?([^"'\s;\/>]+)/.ignoresCase())?.1
    switch label.flatMap({ TextEncoding(charset: String($0)) }) {
    case .utf16LittleEndian, .utf16BigEndian: return .utf8
    case let encoding: return encoding
    }
  }

  /// Whether a type says nothing of how the content is to be read.
  private static func isUntold(_ mediaType: MediaType) -> Bool {
    ["", "text/plain", "application/octet-stream", "application/javascript", "text/javascript"].contains(mediaType.name)
  }

  /// The markup that content says itself to be at its beginning.
  private static func markupForm(of beginning: [UInt8]) -> MarkupRows.Form? {
    let text = String(decoding: beginning.prefix(256), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      .lowercased()
    if text.hasPrefix("<?xml") { return .xml }
    return text.hasPrefix("<!doctype html") || text.hasPrefix("<html") ? .html : nil
  }

  private static func looksLikeJSON(_ beginning: [UInt8], isStrict: Bool) -> Bool {
    var bytes = beginning[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    bytes = bytes.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 || $0 == 0x1E }
    guard let first = bytes.first else { return false }
    if isStrict {
      // Without a type that says so, only brackets with something fitting behind them are JSON.
      guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
      let next = bytes.dropFirst().first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
      let fitting: [UInt8] = first == UInt8(ascii: "{") ? Array("\"}".utf8) : Array("{[]\"-0123456789tfn".utf8)
      return next.map(fitting.contains) ?? true
    }
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "-"), 0x30...0x39: return true
    default:
      return ["true", "false", "null"].contains { bytes.prefix($0.utf8.count).elementsEqual($0.utf8) }
    }
  }

  /// Whether there are bytes that no text has.
  static func looksBinary(_ beginning: [UInt8], _ encoding: TextEncoding) -> Bool {
    switch encoding {
    case .utf8, .windows1252, .legacy: beginning.prefix(1024).contains(0)
    case .utf16LittleEndian, .utf16BigEndian: false
    }
  }
}
