import JSONText

/// What a filter compares: a scalar with its value, or where a container is.
enum JSONPathNode {
  case scalar(JSONPathValue)
  case container(JSONPathContainer)

  var scalar: JSONPathValue? {
    if case .scalar(let value) = self { value } else { nil }
  }
}

struct JSONPathContainer {
  var isObject: Bool
  var start: Int
}

/// Reads values into memory, for comparisons.
enum JSONPathReading {
  /// Bytes that a value may take in the text.
  static let limit = 16 << 20

  static func node(at start: Int, _ blocks: JSONBlocks) throws(JSONPathFailure) -> JSONPathNode? {
    var tokens = JSONValueTokens(blocks, from: start)
    guard let token = try tokens.next() else { return nil }
    return try node(token, tokens)
  }

  /// The node that begins with a token that has just been read.
  static func node(_ token: JSONToken, _ tokens: JSONValueTokens) throws(JSONPathFailure) -> JSONPathNode {
    if token.isContainer {
      return .container(JSONPathContainer(isObject: token.kind == .objectStart, start: token.range.lowerBound))
    }
    return .scalar(try scalar(token, tokens))
  }

  private static func scalar(_ token: JSONToken, _ tokens: JSONValueTokens) throws(JSONPathFailure) -> JSONPathValue {
    guard token.range.count <= limit else { throw .tooLarge(offset: token.range.lowerBound, limit: limit) }
    switch token.kind {
    case .string: return .string(try tokens.text(of: token))
    case .number: return .number(JSONDecimal(try tokens.bytes(in: token.range)))
    case .true: return .bool(true)
    case .false: return .bool(false)
    default: return .null
    }
  }

  /// Elements or members; what an object has twice counts twice.
  static func length(of container: JSONPathContainer, _ blocks: JSONBlocks) throws(JSONPathFailure) -> Int {
    var tokens = JSONValueTokens(blocks, from: container.start)
    var count = 0
    _ = try tokens.next()
    while let token = try tokens.next(upToDepth: 1), token.depth == 1 {
      if container.isObject ? token.kind == .key : !token.isEnd { count += 1 }
    }
    return count
  }

  /// A whole value; of members with the same name the first counts.
  static func value(at start: Int, _ blocks: JSONBlocks) throws(JSONPathFailure) -> JSONPathValue {
    var tokens = JSONValueTokens(blocks, from: start)
    guard let token = try tokens.next() else { return .null }
    return try value(token, &tokens, limit: start + limit)
  }

  private static func value(
    _ token: JSONToken, _ tokens: inout JSONValueTokens, limit end: Int
  ) throws(JSONPathFailure) -> JSONPathValue {
    guard token.range.upperBound <= end else { throw .tooLarge(offset: end - limit, limit: limit) }
    guard token.isContainer else { return try scalar(token, tokens) }
    var elements: [JSONPathValue] = []
    var members: [[UInt8]: JSONPathValue] = [:]
    var name: [UInt8] = []
    while let next = try tokens.next(), !next.isEnd {
      switch next.kind {
      case .key: name = try tokens.text(of: next)
      default:
        let value = try value(next, &tokens, limit: end)
        if token.kind == .arrayStart {
          elements.append(value)
        } else if members[name] == nil {
          members[name] = value
        }
      }
    }
    return token.kind == .arrayStart ? .array(elements) : .object(members)
  }
}

extension JSONValueTokens {
  /// Reads on to the first token of the first member of that name, of the object that `token` opens.
  mutating func member(_ name: [UInt8], of token: JSONToken) throws(JSONPathFailure) -> JSONToken? {
    let depth = token.depth + 1
    while let next = try next(upToDepth: depth), next.depth == depth {
      if next.kind == .key, try isName(name, next) { return try self.next() }
    }
    return nil
  }

  /// Reads on to the first token of an element of the array that `token` opens.
  mutating func element(_ index: Int, of token: JSONToken) throws(JSONPathFailure) -> JSONToken? {
    let depth = token.depth + 1
    var count = 0
    while let next = try next(upToDepth: depth), next.depth == depth {
      if next.isEnd { continue }
      if count == index { return next }
      count += 1
    }
    return nil
  }
}
