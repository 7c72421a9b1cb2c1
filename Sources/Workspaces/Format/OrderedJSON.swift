/// A JSON value with its members in the order in which a file shows them.
package indirect enum OrderedJSON: Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  /// A list: nothing in it, or one element to a line.
  case array([OrderedJSON])
  /// An object; `isInline` puts all of it on one line.
  case object([(name: String, value: OrderedJSON)], isInline: Bool = false)

  /// The value as files have it, with a line end.
  package var bytes: [UInt8] { JSONPrinter.print(self) }

  /// The value on one line, without a line end.
  package var inlineBytes: [UInt8] { JSONPrinter.printInline(self) }

  /// Text as a list of lines, so that version control shows which line changed.
  static func lines(_ text: String) -> OrderedJSON {
    // By bytes, because "\r\n" is one Character.
    .array(
      text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { .string(String(decoding: $0, as: UTF8.self)) })
  }

  /// A kept value; its members are sorted by name.
  init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .number(let number): self = .number(number)
    case .string(let string): self = .string(string)
    case .array(let elements): self = .array(elements.map(OrderedJSON.init))
    case .object(let members): self = .object(Self.members(members))
    }
  }

  /// Kept members, sorted by name.
  static func members(_ members: [String: JSONValue]) -> [(name: String, value: OrderedJSON)] {
    members.sorted { $0.key < $1.key }.map { ($0.key, OrderedJSON($0.value)) }
  }
}
