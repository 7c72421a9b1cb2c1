/// Prints JSON for people: two spaces a level, members in their order.
struct JSONPrinter {
  private var bytes: [UInt8] = []

  static func print(_ value: OrderedJSON) -> [UInt8] {
    var printer = JSONPrinter()
    printer.append(value, level: 0, isInline: false)
    printer.bytes.append(0x0A)
    return printer.bytes
  }

  static func printInline(_ value: OrderedJSON) -> [UInt8] {
    var printer = JSONPrinter()
    printer.append(value, level: 0, isInline: true)
    return printer.bytes
  }

  private mutating func append(_ value: OrderedJSON, level: Int, isInline: Bool) {
    switch value {
    case .null: append("null")
    case .bool(let bool): append(bool ? "true" : "false")
    case .number(let number): append(number)
    case .string(let string): appendQuoted(string)
    case .array(let elements):
      appendList("[", "]", elements, level, isInline: isInline) { printer, element, level in
        printer.append(element, level: level, isInline: isInline)
      }
    case .object(let members, let isObjectInline):
      let isInline = isInline || isObjectInline
      appendList("{", "}", members, level, isInline: isInline) { printer, member, level in
        printer.appendQuoted(member.name)
        printer.append(": ")
        printer.append(member.value, level: level, isInline: isInline)
      }
    }
  }

  private mutating func appendList<Element>(
    _ open: String, _ close: String, _ elements: [Element], _ level: Int, isInline: Bool,
    _ body: (inout JSONPrinter, Element, Int) -> Void
  ) {
    append(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      if isInline {
        if index > 0 || open == "{" { append(" ") }
      } else {
        appendLineBreak(level + 1)
      }
      body(&self, element, level + 1)
    }
    if !elements.isEmpty {
      if !isInline { appendLineBreak(level) } else if open == "{" { append(" ") }
    }
    append(close)
  }

  private mutating func appendLineBreak(_ level: Int) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// A string with what JSON wants escaped, and what a terminal could take as a command (DEL, C1 controls) too.
  private mutating func appendQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
      case "\u{0}"..."\u{7F}": bytes.append(UInt8(scalar.value))
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
