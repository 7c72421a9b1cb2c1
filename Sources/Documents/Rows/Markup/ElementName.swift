/// Names of elements as numbers, made byte by byte (FNV-1a), and those of HTML that have rules of their own.
enum ElementName {
  static let empty: UInt32 = 2_166_136_261

  static func adding(_ byte: UInt8, to name: UInt32, isHTML: Bool) -> UInt32 {
    let letter = isHTML && byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    return (name ^ UInt32(letter)) &* 16_777_619
  }

  static func of(_ text: String) -> UInt32 {
    text.utf8.reduce(empty) { adding($1, to: $0, isHTML: true) }
  }

  static func all(_ names: String) -> Set<UInt32> { Set(names.split(separator: " ").map { of(String($0)) }) }

  /// Elements without content (WHATWG HTML §13.1.2).
  static let void = all("area base br col embed hr img input link meta param source track wbr")
  /// Elements whose content has no tags but their end.
  static let raw = all("script style textarea title")
  /// Elements that end where one of some others begins (§13.1.2.4).
  static let pre = of("pre")
  static let p = of("p")

  private static let endsBefore: [UInt32: Set<UInt32>] = [
    of("li"): all("li"), of("dt"): all("dt dd"), of("dd"): all("dt dd"), of("option"): all("option optgroup"),
    of("tr"): all("tr tbody tfoot thead"), of("td"): all("td th tr tbody tfoot"), of("th"): all("td th tr tbody tfoot"),
    of("thead"): all("tbody tfoot"), of("tbody"): all("tbody tfoot"), of("head"): all("body"),
    p: all(
      "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr "
        + "main menu nav ol p pre section table ul"),
  ]

  /// Whether an element may go without its end tag.
  static func mayBeOpen(_ name: UInt32) -> Bool { endsBefore[name] != nil || name == of("html") || name == of("body") }

  /// Whether an element ends where another begins in it.
  static func ends(_ name: UInt32, before other: UInt32) -> Bool { endsBefore[name]?.contains(other) ?? false }
}
