/// Texts that let somebody in, as they are shown to whoever looks at the screen.
///
/// They are seen where they are edited, and as the bytes that go out; a variable's name is no secret.
enum ConcealedText {
  /// As long for every text, because its length would tell something.
  private static let dots = "••••••••"

  /// A password or a token.
  static func secret(_ text: String) -> String {
    text.isEmpty || text.hasPrefix("{{") && text.hasSuffix("}}") ? text : dots
  }

  /// The value of an Authorization field: its scheme stays.
  static func authorization(_ value: String) -> String {
    guard let space = value.firstIndex(of: " ") else { return secret(value) }
    return value[...space] + secret(String(value[value.index(after: space)...]))
  }

  /// The URL of a proxy, or of anything else: the password before its host.
  static func url(_ text: String) -> String {
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    guard let at = text[start...].prefix(while: { $0 != "/" }).lastIndex(of: "@"),
      let colon = text[start..<at].firstIndex(of: ":")
    else { return text }
    return text[...colon] + secret(String(text[text.index(after: colon)..<at])) + text[at...]
  }
}
