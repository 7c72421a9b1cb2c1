/// `Content-Type` (RFC 9110 §8.3.1).
enum MediaTypeField {
  static let rule = FieldRule(9110, "8.3.1")

  static func read(_ reading: inout ReadingBuilder) -> String {
    let pieces = reading.pieces(of: reading.whole, at: ASCII.semicolon)
    guard var range = pieces.first else { return "empty" }
    if let comma = reading.first(ASCII.comma, in: range) {
      reading.find(.error, comma..<range.upperBound, FieldRule(9110, "8.3"), "A message has one type only, not a list.")
      range = reading.trimmed(range.lowerBound..<comma)
    }
    let type = readType(range, in: &reading)
    let parameters = reading.parameters(pieces.dropFirst())
    for parameter in parameters { reading.add(reading.shown(parameter.name), parameter.place, text: parameter.text) }
    reading.findDuplicates(parameters, .error, FieldRule(6838, "4.3"), "a parameter can be given once")
    var words = type.map(self.words) ?? "not a media type"
    if let charset = parameters.first(where: { $0.key == "charset" }), !charset.text.isEmpty {
      words += ", text in \(Words.quoted(charset.text))"
    }
    if type?.hasPrefix("multipart/") == true {
      if let boundary = parameters.first(where: { $0.key == "boundary" }) {
        if !(1...70).contains(boundary.text.utf8.count) {
          reading.find(.error, boundary.place, FieldRule(2046, "5.1.1"), "A boundary has 1 to 70 characters.")
        }
      } else {
        reading.find(
          .error, range.upperBound..<range.upperBound, FieldRule(2046, "5.1.1"),
          "A multipart type needs the parameter boundary, else its parts cannot be found.")
      }
    }
    return words
  }

  /// Reads `type/subtype`: the two in small letters, nil with a finding where it is none.
  ///
  /// In a range of types either can be a star.
  static func readType(_ range: Range<Int>, in reading: inout ReadingBuilder) -> String? {
    guard let slash = reading.first(ASCII.slash, in: range) else {
      reading.add("type", range)
      reading.find(.error, range, rule, "A media type is written type/subtype: there is no slash.")
      return nil
    }
    let (type, subtype) = (range.lowerBound..<slash, slash + 1..<range.upperBound)
    reading.add("type", type)
    reading.add("subtype", subtype)
    guard reading.isToken(type), reading.isToken(subtype) else {
      reading.find(.error, range, rule, "Type and subtype are tokens: letters, digits and some marks, no spaces.")
      return nil
    }
    return reading.lowered(range)
  }

  /// The type for a person.
  static func words(_ type: String) -> String {
    if let known = known[type] { return known }
    let top = type.prefix { $0 != "/" }
    let kind =
      switch top {
      case "text": "text"
      case "image": "an image"
      case "audio": "sound"
      case "video": "a video"
      case "font": "a font"
      case "multipart": "several parts"
      case "message": "a message"
      case "model": "a model"
      default: "data"
      }
    let form = type.hasSuffix("+json") ? " as JSON" : type.hasSuffix("+xml") ? " as XML" : ""
    return "\(kind)\(form) (\(Words.cut(type, to: 60)))"
  }

  private static let known: [String: String] = [
    "text/html": "an HTML page", "text/plain": "plain text", "text/css": "a style sheet", "text/csv": "a CSV table",
    "text/javascript": "JavaScript", "application/javascript": "JavaScript", "text/event-stream": "a stream of events",
    "application/json": "JSON", "application/problem+json": "a description of a problem, as JSON",
    "application/x-ndjson": "JSON, one value a line", "application/xml": "XML", "text/xml": "XML",
    "application/x-www-form-urlencoded": "a form's fields", "multipart/form-data": "a form's fields and files",
    "multipart/byteranges": "several ranges of bytes", "application/octet-stream": "bytes of no stated kind",
    "application/pdf": "a PDF document", "application/zip": "a ZIP archive", "application/gzip": "gzip data",
    "application/wasm": "WebAssembly", "image/svg+xml": "an SVG image", "image/png": "a PNG image",
    "image/jpeg": "a JPEG image", "image/gif": "a GIF image", "image/webp": "a WebP image",
    "application/grpc": "gRPC messages",
  ]
}
