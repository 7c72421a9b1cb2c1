/// Reads the text of a query (the grammar of RFC 9535, appendix A), and checks the types of functions (§2.4.3).
struct JSONPathParser {
  /// Filters, parentheses and functions inside of each other.
  static let depthLimit = 64
  /// Segments and selectors of a query, those of its filters included.
  static let sizeLimit = 4096

  let bytes: [UInt8]
  var index = 0
  var depth = 0
  var size = 0
  var absoluteCount = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The whole text.
  mutating func query() throws(JSONPathError) -> JSONPathChain {
    guard peek == UInt8(ascii: "$") else { throw error(isBlank(peek) ? .whiteSpace : .missingRoot) }
    let chain = try chain()
    if isBlank(peek) { throw error(.whiteSpace) }
    if peek != nil { throw expected("a segment: “.”, “..” or “[”") }
    return chain
  }

  /// `$` or `@` and the segments behind it; blanks that no segment follows are left.
  mutating func chain() throws(JSONPathError) -> JSONPathChain {
    let isRoot = peek == UInt8(ascii: "$")
    index += 1
    let start: JSONPathChain.Start = isRoot ? .root(number: absoluteCount) : .current
    if isRoot { absoluteCount += 1 }
    var segments: [JSONPathSegment] = []
    while true {
      let before = index
      skipBlanks()
      guard let segment = try segment() else {
        index = before
        return JSONPathChain(start: start, segments: segments)
      }
      segments.append(segment)
    }
  }

  private mutating func segment() throws(JSONPathError) -> JSONPathSegment? {
    switch peek {
    case UInt8(ascii: "["):
      return JSONPathSegment(isDescendant: false, selectors: try brackets())
    case UInt8(ascii: "."):
      index += 1
      guard take(".") else { return JSONPathSegment(isDescendant: false, selectors: [try shorthand()]) }
      if peek == UInt8(ascii: "[") { return JSONPathSegment(isDescendant: true, selectors: try brackets()) }
      return JSONPathSegment(isDescendant: true, selectors: [try shorthand()])
    default:
      return nil
    }
  }

  /// `*` or a name without quotes.
  private mutating func shorthand() throws(JSONPathError) -> JSONPathSelector {
    try grow()
    if take("*") { return .wildcard }
    if isBlank(peek) { throw error(.whiteSpace) }
    guard let first = peek, Self.isNameByte(first), !Self.isDigit(first) else { throw expected("a name or “*”") }
    let start = index
    while let byte = peek, Self.isNameByte(byte) { index += 1 }
    return .name(Array(bytes[start..<index]))
  }

  private mutating func brackets() throws(JSONPathError) -> [JSONPathSelector] {
    index += 1
    skipBlanks()
    if peek == UInt8(ascii: "]") { throw error(.emptyBrackets) }
    try enter()
    var selectors = [try selector()]
    skipBlanks()
    while take(",") {
      skipBlanks()
      selectors.append(try selector())
      skipBlanks()
    }
    guard take("]") else { throw expected("“,” or “]”") }
    depth -= 1
    return selectors
  }

  private mutating func selector() throws(JSONPathError) -> JSONPathSelector {
    try grow()
    switch peek {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return .name(try string())
    case UInt8(ascii: "*"):
      index += 1
      return .wildcard
    case UInt8(ascii: "?"):
      index += 1
      skipBlanks()
      return .filter(try condition())
    default:
      return try indexOrSlice()
    }
  }

  private mutating func indexOrSlice() throws(JSONPathError) -> JSONPathSelector {
    let first = try integer()
    let end = index
    skipBlanks()
    guard take(":") else {
      index = end
      guard let first else { throw expected("a selector: a name in quotes, an index, a slice, “*” or “?”") }
      return .index(first)
    }
    var slice = JSONPathSlice(start: first)
    skipBlanks()
    slice.end = try integer()
    skipBlanks()
    if take(":") {
      skipBlanks()
      slice.step = try integer() ?? 1
    }
    return .slice(slice)
  }

  /// An integer that I-JSON can carry; nil where none begins.
  private mutating func integer() throws(JSONPathError) -> Int? {
    let start = index
    let isNegative = take("-")
    var value = 0
    let digits = index
    while let byte = peek, Self.isDigit(byte) {
      value = value * 10 + Int(byte - 0x30)
      guard value <= 9_007_199_254_740_991 else { throw error(.integerRange, at: start) }
      index += 1
    }
    if index == digits {
      if isNegative { throw expected("a digit") }
      return nil
    }
    if bytes[digits] == 0x30, index > digits + 1 || isNegative { throw error(.integerForm, at: start) }
    return isNegative ? -value : value
  }

  // MARK: Places

  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func take(_ text: StaticString) -> Bool {
    let end = index + text.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    for place in index..<end where bytes[place] != text.utf8Start[place - index] { return false }
    index = end
    return true
  }

  mutating func skipBlanks() {
    while isBlank(peek) { index += 1 }
  }

  func isBlank(_ byte: UInt8?) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  mutating func enter() throws(JSONPathError) {
    depth += 1
    guard depth <= Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit)) }
  }

  private mutating func grow() throws(JSONPathError) {
    size += 1
    guard size <= Self.sizeLimit else { throw error(.tooLong(limit: Self.sizeLimit)) }
  }

  func error(_ reason: JSONPathError.Reason, at offset: Int? = nil) -> JSONPathError {
    JSONPathError(reason: reason, offset: offset ?? index)
  }

  func expected(_ wanted: String) -> JSONPathError {
    error(.expected(wanted, found: String(decoding: bytes[index...].prefix(32), as: UTF8.self).first))
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Whether a byte can stand in a name without quotes, digits included.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_") || byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }
}
