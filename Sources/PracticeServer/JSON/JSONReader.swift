import JSONText

/// Builds one JSON value (RFC 8259) of at most 64 objects and arrays inside each other.
struct JSONReader {
  private let bytes: UnsafeRawBufferPointer
  private var tokenizer: JSONTokenizer
  private var position = 0

  private init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    var configuration = JSONTokenizer.Configuration.strict
    configuration.depthLimit = 64
    tokenizer = JSONTokenizer(configuration)
  }

  static func read(_ bytes: [UInt8]) throws(JSONError) -> JSON {
    let result: Result<JSON, JSONError> = bytes.withUnsafeBytes { bytes in
      do throws(JSONError) {
        var reader = JSONReader(bytes)
        let value = try reader.value(from: try reader.next())
        // What follows the value, if anything does, is an error.
        _ = try reader.next()
        return .success(value)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The next token that is neither a comma nor a colon (the tokenizer knows where those must be), nil at the end.
  private mutating func next() throws(JSONError) -> JSONToken? {
    while true {
      let token = if let token = try tokenizer.next(bytes, at: &position) { token } else { try tokenizer.finish() }
      if token?.kind != .comma, token?.kind != .colon { return token }
    }
  }

  /// The value that begins with `token`; a text without a value is an error before this is asked.
  private mutating func value(from token: JSONToken?) throws(JSONError) -> JSON {
    guard let token else { return .null }
    switch token.kind {
    case .objectStart: return try object()
    case .arrayStart: return try array()
    case .number: return .number(String(decoding: bytes[token.range], as: UTF8.self))
    case .true: return true
    case .false: return false
    case .string: return .string(JSONText.string(of: token, in: bytes))
    default: return .null
    }
  }

  private mutating func object() throws(JSONError) -> JSON {
    var members: [JSON.Member] = []
    while let key = try next(), key.kind == .key {
      let name = JSONText.string(of: key, in: bytes)
      members.append(JSON.Member(name: name, value: try value(from: try next())))
    }
    return .object(members)
  }

  private mutating func array() throws(JSONError) -> JSON {
    var elements: [JSON] = []
    while let token = try next(), token.kind != .arrayEnd { elements.append(try value(from: token)) }
    return .array(elements)
  }
}
