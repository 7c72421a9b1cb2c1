/// A content coding that Barewire decodes (RFC 9110 §8.4.1).
package enum ContentCoding: String, Sendable, Hashable, CaseIterable {
  case gzip
  case deflate
  /// Brotli (RFC 7932).
  case br
  /// Zstandard (RFC 8878, its window limited by RFC 9659).
  case zstd
  case identity

  /// The coding that a token names, in any case; nothing for an unknown token.
  ///
  /// `x-gzip` is `gzip` (RFC 9110 §8.4.1.3).
  package init?(token: String) {
    let token = token.lowercased()
    self.init(rawValue: token == "x-gzip" ? "gzip" : token)
  }

  /// The codings of a `Content-Encoding` value, in the order in which they were applied.
  ///
  /// Empty list elements are skipped (RFC 9110 §5.6.1). Throws ``ContentCodingError/unknownCoding(_:)`` for the first
  /// token that is not known. Several fields of the name are one list with commas between.
  package static func list(in fieldValue: some Sequence<UInt8>) throws(ContentCodingError) -> [ContentCoding] {
    var codings: [ContentCoding] = []
    for element in Array(fieldValue).split(separator: UInt8(ascii: ",")) {
      let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
      guard let first = element.firstIndex(where: { !isSpace($0) }),
        let last = element.lastIndex(where: { !isSpace($0) })
      else { continue }
      let token = String(decoding: element[first...last], as: UTF8.self)
      guard let coding = ContentCoding(token: token) else { throw .unknownCoding(token) }
      codings.append(coding)
    }
    return codings
  }
}
