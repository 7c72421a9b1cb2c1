/// Bytes of a value as text: UTF-8 where they are that, else each byte the letter of ISO-8859-1, as fields once were.
enum TextOfBytes {
  static func decoded(_ bytes: some Collection<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self) ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// The text of at most so many bytes, where one more says that something was cut off.
  static func beginning(of bytes: some BidirectionalCollection<UInt8>, limit: Int) -> String {
    var start = bytes.prefix(limit + 1)
    if start.count > limit {
      // A character that was cut in two must not make the rest look like the older charset.
      for _ in 0..<3 where start.last.map({ $0 >= 0x80 }) == true && String(validating: start, as: UTF8.self) == nil {
        start = start.dropLast()
      }
      return decoded(start) + "…"
    }
    return decoded(start)
  }
}
