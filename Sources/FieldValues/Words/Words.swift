/// Making sentences.
enum Words {
  /// Bytes of a value that are shown as text at most.
  static let limit = 200

  /// The text, or its beginning and an ellipsis.
  static func cut(_ text: String, to limit: Int = limit) -> String {
    guard text.utf8.count > limit else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: limit)
    while end > text.startIndex, String.Index(end, within: text.unicodeScalars) == nil {
      end = text.utf8.index(before: end)
    }
    return String(text[..<end]) + "…"
  }

  /// "a", "a and b", "a, b and c"; where there are many, the first and how many more.
  static func list(_ items: [String], last word: String = " and", limit: Int = 6) -> String {
    if items.count > limit + 1 {
      return items.prefix(limit).map { cut($0, to: 120) }.joined(separator: ", ")
        + "\(word) \(items.count - limit) more"
    }
    let short = items.map { cut($0, to: 120) }
    guard let last = short.last, short.count > 1 else { return short.first ?? "" }
    return short.dropLast().joined(separator: ", ") + "\(word) " + last
  }

  /// "1 member", "2 members".
  static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// In the quotes of sentences.
  static func quoted(_ text: String) -> String { "“\(cut(text, to: 60))”" }

  /// With a capital letter.
  static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
