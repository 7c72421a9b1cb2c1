import RawStructuredFieldValues

/// A member of a structured field: an item or an inner list, with its parameters.
struct StructuredMember {
  /// Its key in a dictionary; empty elsewhere.
  var key = ""
  /// All of it, parameters included.
  var range: Range<Int>
  /// The value's bytes.
  var valueRange: Range<Int>
  /// One, or those of the inner list.
  var items: [RFC9651BareItem]
  var isInnerList = false
  var parameters: [String: RFC9651BareItem] = [:]

  /// The item, where it is one.
  var item: RFC9651BareItem? { isInnerList ? nil : items.first }

  func integer(_ parameter: String) -> Int? {
    if case .integer(let value)? = parameters[parameter] { Int(value) } else { nil }
  }

  /// A token's or a string's text.
  func text(_ parameter: String) -> String? { parameters[parameter].flatMap(\.name) }

  func isTrue(_ parameter: String) -> Bool { parameters[parameter] == .bool(true) }
}

extension RFC9651BareItem {
  /// The text of a token, a string or a display string.
  var name: String? {
    switch self {
    case .token(let text), .string(let text), .displayString(let text): text
    default: nil
    }
  }

  /// What kind it is, in words.
  var kind: String {
    switch self {
    case .bool: "boolean"
    case .integer: "integer"
    case .decimal: "decimal"
    case .string: "string"
    case .undecodedByteSequence: "bytes"
    case .token: "token"
    case .date: "date"
    case .displayString: "display string"
    }
  }
}
