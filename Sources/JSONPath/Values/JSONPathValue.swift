/// A value as filters compare it; a missing one is nil.
enum JSONPathValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(JSONDecimal)
  /// UTF-8, whose order is that of the Unicode scalar values.
  case string([UInt8])
  case array([JSONPathValue])
  case object([[UInt8]: JSONPathValue])

  /// RFC 9535 §2.3.5.2.2: what is missing equals what is missing; only numbers and strings have an order.
  static func holds(_ left: JSONPathValue?, _ comparison: JSONPathOperator, _ right: JSONPathValue?) -> Bool {
    switch comparison {
    case .equal: left == right
    case .unequal: left != right
    case .less: isLess(left, right)
    case .greater: isLess(right, left)
    case .lessOrEqual: isLess(left, right) || left == right
    case .greaterOrEqual: isLess(right, left) || left == right
    }
  }

  private static func isLess(_ left: JSONPathValue?, _ right: JSONPathValue?) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.string(let left), .string(let right)): left.lexicographicallyPrecedes(right)
    default: false
    }
  }

  /// What `length` says of it: Unicode scalar values, elements or members.
  var length: Int? {
    switch self {
    case .string(let text): text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    case .array(let elements): elements.count
    case .object(let members): members.count
    case .null, .bool, .number: nil
    }
  }
}
