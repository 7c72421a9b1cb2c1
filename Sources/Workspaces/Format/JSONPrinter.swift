import JSONText

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
    case .string(let string): JSONText.appendQuoted(string, to: &bytes)
    case .array(let elements):
      appendList("[", "]", elements, level, isInline: isInline) { printer, element, level in
        printer.append(element, level: level, isInline: isInline)
      }
    case .object(let members, let isObjectInline):
      let isInline = isInline || isObjectInline
      appendList("{", "}", members, level, isInline: isInline) { printer, member, level in
        JSONText.appendQuoted(member.name, to: &printer.bytes)
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
}
