import HTTPMessages

extension RequestURL {
  /// The parameters in the query of a URL as typed, decoded for reading; variables stay as they are.
  package static func parameters(of text: String) -> [NamedValue] {
    pieces(ofQueryIn: text).map(\.parameter)
  }

  /// The URL as typed with its query made of `parameters`; empty ones and those switched off are left out.
  ///
  /// A parameter that was there before keeps its spelling. New ones are encoded only where they must be, so that they stay
  /// readable; what is inside `{{…}}` is never encoded.
  package static func replacingParameters(of text: String, with parameters: [NamedValue]) -> String {
    let (start, _, fragment) = split(text)
    var old = pieces(ofQueryIn: text)
    let pieces = parameters.compactMap { parameter -> String? in
      if !parameter.isEnabled || (parameter.name.isEmpty && parameter.value.isEmpty) { return nil }
      if let index = old.firstIndex(where: { $0.parameter == parameter }) {
        return old.remove(at: index).text
      }
      return "\(encoded(parameter.name))=\(encoded(parameter.value))"
    }
    return start + (pieces.isEmpty ? "" : "?" + pieces.joined(separator: "&")) + fragment
  }

  private static func split(_ text: String) -> (start: String, query: Substring?, fragment: String) {
    let bytes = text.utf8
    let hash = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.endIndex
    let fragment = String(text[hash...])
    guard let mark = bytes[..<hash].firstIndex(of: UInt8(ascii: "?")) else {
      return (String(text[..<hash]), nil, fragment)
    }
    return (String(text[..<mark]), text[bytes.index(after: mark)..<hash], fragment)
  }

  private static func pieces(ofQueryIn text: String) -> [(text: String, parameter: NamedValue)] {
    guard let query = split(text).query else { return [] }
    return query.utf8.split(separator: UInt8(ascii: "&")).map { piece in
      let halves = piece.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let parameter = NamedValue(decoded(halves[0]), halves.count > 1 ? decoded(halves[1]) : "")
      return (String(decoding: piece, as: UTF8.self), parameter)
    }
  }

  private static func decoded(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: PercentDecoding.decode(bytes, plusIsSpace: true), as: UTF8.self)
  }

  /// Encodes what would change the query's structure; letters outside ASCII stay readable until the request is composed.
  private static func encoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var encoded: [UInt8] = []
    var start = 0
    func appendPlain(_ range: Range<Int>) {
      for byte in bytes[range] {
        encoded += byte < 0x80 ? PercentEncoding.encode([byte], .parameter) : [byte]
      }
    }
    for occurrence in Variables.occurrences(in: text) {
      appendPlain(start..<occurrence.range.lowerBound)
      encoded += bytes[occurrence.range]
      start = occurrence.range.upperBound
    }
    appendPlain(start..<bytes.count)
    return String(decoding: encoded, as: UTF8.self)
  }
}
