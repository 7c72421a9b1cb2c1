import JSONText

/// Walks through a JSON text value by value and knows where each stands; valid as long as its bytes are.
///
/// Foundation's decoders give no positions, and take 110 to 210 ms for a file of 10,000 requests.
struct JSONCursor {
  private let bytes: UnsafeRawBufferPointer
  private var tokenizer = JSONTokenizer(.strict)
  private var index = 0
  /// The token at the cursor, past commas and colons; nil at the end of the text.
  private var token: JSONToken?

  init(_ bytes: UnsafeRawBufferPointer) throws(WorkspaceFormatError) {
    self.bytes = bytes
    try advance()
  }

  // MARK: Values

  /// Takes an object, calling `member` with each name; it must take the value.
  mutating func object(
    _ name: String, orElse expected: String = "an object",
    _ member: (_ name: String, inout JSONCursor) throws(WorkspaceFormatError) -> Void
  ) throws(WorkspaceFormatError) {
    guard kind == .objectStart else { throw wrongKind(name, expected) }
    try advance()
    // Most objects have a handful of members, for which an array is faster than a set.
    var first: [String] = []
    first.reserveCapacity(12)
    var others: Set<String> = []
    while let key = token, key.kind == .key {
      let name = JSONText.string(of: key, in: bytes)
      let isNew = !first.contains(name) && (first.count < 32 || others.insert(name).inserted)
      if !isNew { throw error(.duplicate(member: name)) }
      if first.count < 32 { first.append(name) }
      try advance()
      try member(name, &self)
    }
    try advance()
  }

  /// Takes an array, calling `element` at each value; it must take it.
  mutating func array(
    _ name: String, of expected: String = "a list",
    _ element: (inout JSONCursor) throws(WorkspaceFormatError) -> Void
  ) throws(WorkspaceFormatError) {
    guard kind == .arrayStart else { throw wrongKind(name, expected) }
    try advance()
    while let next = token, next.kind != .arrayEnd { try element(&self) }
    try advance()
  }

  mutating func string(_ name: String, orElse expected: String = "text") throws(WorkspaceFormatError) -> String {
    guard let token, token.kind == .string else { throw wrongKind(name, expected) }
    let text = JSONText.string(of: token, in: bytes)
    try advance()
    return text
  }

  mutating func bool(_ name: String) throws(WorkspaceFormatError) -> Bool {
    guard kind == .true || kind == .false else { throw wrongKind(name, "true or false") }
    let value = kind == .true
    try advance()
    return value
  }

  /// Takes a whole number of 0 or more.
  mutating func count(_ name: String) throws(WorkspaceFormatError) -> Int {
    guard let token, token.kind == .number else { throw wrongKind(name, "a number") }
    guard let number = Int(text(of: token)), number >= 0 else {
      throw error(.outOfRange(member: name, value: text(of: token)))
    }
    try advance()
    return number
  }

  /// Takes text that is written as one string or as a list of lines.
  mutating func lines(_ name: String) throws(WorkspaceFormatError) -> String {
    let expected = "text or a list of lines"
    if kind == .string { return try string(name) }
    var text = ""
    var isFirst = true
    try array(name, of: expected) { cursor throws(WorkspaceFormatError) in
      if !isFirst { text += "\n" }
      isFirst = false
      text += try cursor.string(name, orElse: "a list of lines, each of them text")
    }
    return text
  }

  /// Takes any value.
  mutating func value() throws(WorkspaceFormatError) -> JSONValue {
    guard let token else { throw wrongKind("", "a value") }
    switch token.kind {
    case .objectStart:
      var members: [String: JSONValue] = [:]
      try object("") { name, cursor throws(WorkspaceFormatError) in members[name] = try cursor.value() }
      return .object(members)
    case .arrayStart:
      var elements: [JSONValue] = []
      try array("") { cursor throws(WorkspaceFormatError) in elements.append(try cursor.value()) }
      return .array(elements)
    case .string: return .string(try string(""))
    case .number:
      let number = text(of: token)
      try advance()
      return .number(number)
    case .true, .false: return .bool(try bool(""))
    default:
      try advance()
      return .null
    }
  }

  /// Looks ahead in the object at the cursor for the first member with one of these names, and takes nothing.
  func firstMember(among names: [String]) throws(WorkspaceFormatError) -> String? {
    var probe = self
    guard let start = token, start.kind == .objectStart else { return nil }
    while true {
      try probe.advance()
      guard let token = probe.token, token.depth > start.depth else { return nil }
      if token.kind == .key, token.depth == start.depth + 1 {
        let name = JSONText.string(of: token, in: bytes)
        if names.contains(name) { return name }
      }
    }
  }

  // MARK: Places

  var kind: JSONToken.Kind? { token?.kind }

  /// The offset of the value at the cursor.
  var offset: Int { token?.range.lowerBound ?? bytes.count }

  /// An error at the cursor, or at an offset before it.
  func error(_ reason: WorkspaceFormatError.Reason, at offset: Int? = nil) -> WorkspaceFormatError {
    WorkspaceFormatError(reason, at: JSONPosition(offset: offset ?? self.offset, in: bytes))
  }

  func wrongKind(_ member: String, _ expected: String) -> WorkspaceFormatError {
    error(.wrongKind(member: member, expected: expected, found: found))
  }

  /// Whether nothing follows.
  var isAtEnd: Bool { token == nil }

  private var found: String {
    switch kind {
    case .objectStart: "an object"
    case .arrayStart: "a list"
    case .string, .key: "text"
    case .number: "a number"
    case .true, .false: "true or false"
    case .null: "null"
    default: "nothing"
    }
  }

  private func text(of token: JSONToken) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[token.range]), as: UTF8.self)
  }

  private mutating func advance() throws(WorkspaceFormatError) {
    do throws(JSONError) {
      repeat {
        token = try tokenizer.next(bytes, at: &index)
        if token == nil { token = try tokenizer.finish() }
      } while token?.kind == .comma || token?.kind == .colon
    } catch {
      throw WorkspaceFormatError(.syntax(error), at: error.position)
    }
  }
}
