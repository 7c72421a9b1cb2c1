/// Where to go in a document.
package enum DocumentPlace: Sendable, Hashable {
  /// To a row, counted from zero.
  case row(Int)
  /// To a byte of what the document is made of, counted from zero.
  case byte(Int)
  /// To a share of it, 0 to 1.
  case fraction(Double)

  /// Reads what a person typed: `120` a row counted from one, `@4096` or `0x1000` a byte, `50%` a share.
  ///
  /// `countsBytes` is true of views whose rows have offsets: a number alone is one there.
  package init?(_ text: String, countsBytes: Bool = false) {
    let text = text.filter { $0 != " " && $0 != "_" }
    if text.hasSuffix("%") {
      guard let percent = Double(text.dropLast()), (0...100).contains(percent) else { return nil }
      self = .fraction(percent / 100)
      return
    }
    let digits = text.hasPrefix("@") ? text.dropFirst() : text[...]
    if digits.lowercased().hasPrefix("0x") {
      guard let offset = Int(digits.dropFirst(2), radix: 16), offset >= 0 else { return nil }
      self = .byte(offset)
      return
    }
    guard let number = Int(digits), number >= 0 else { return nil }
    self = digits.count < text.count || countsBytes ? .byte(number) : .row(max(0, number - 1))
  }
}
