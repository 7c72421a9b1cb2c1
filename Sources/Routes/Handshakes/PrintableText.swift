/// Bytes from a proxy as text that is safe to put into a sentence.
enum PrintableText {
  /// At most `limit` visible characters of ASCII and spaces; other bytes are question marks.
  static func text(_ bytes: some Collection<UInt8>, limit: Int = 80) -> String {
    let shown = bytes.prefix(limit).map { 0x20...0x7E ~= $0 ? $0 : UInt8(ascii: "?") }
    return String(decoding: shown, as: UTF8.self) + (bytes.count > limit ? "…" : "")
  }
}
