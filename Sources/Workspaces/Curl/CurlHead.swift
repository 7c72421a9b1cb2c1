import HTTPMessages

/// A request's head and content as curl is told them.
struct CurlHead {
  var method = ""
  var target = ""
  var version = ""
  var fields: [(name: String, value: String)] = []
  var content: [UInt8] = []
  private var isText = true

  init(_ parts: RawRequestParts) {
    method = text(parts.method)
    target = text(parts.target)
    version = text(parts.version)
    fields = parts.fields.map { (text($0.name), text($0.value)) }
    content = parts.content
  }

  /// Reads the head of bytes whose content stands elsewhere, as the composer writes it.
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0.dropLast()) }
    guard let end = lines.firstIndex(where: \.isEmpty), end > 0 else { return nil }
    let words = text(lines[0]).split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count == 3 else { return nil }
    (method, target, version) = (words[0], words[1], words[2])
    for line in lines[1..<end] {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      fields.append((text(line[..<colon]), text(line[(colon + 1)...].drop { $0 == 0x20 })))
    }
  }

  /// Whether curl can be given the words: tokens, and values without control characters.
  var isExpressible: Bool {
    isText && Token.isToken(method) && fields.allSatisfy { Token.isToken($0.name) && ShellQuoting.canQuote($0.value) }
      && !fields.contains { $0.value.contains("\n") } && ShellQuoting.canQuote(target)
  }

  /// Whether the request says that its content is empty, for which curl needs an empty body.
  var announcesNothing: Bool {
    fields.contains { $0.name.lowercased() == "content-length" && $0.value == "0" }
  }

  /// Bytes of content, a file's included.
  func length(_ request: PreparedRequest) -> Int {
    for case .file(_, let length) in request.parts { return length }
    for case .codedFile(_, let length, _, _) in request.parts { return length }
    return content.count
  }

  private mutating func text(_ bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    isText = false
    return ""
  }
}
