package import JSONText

/// The values of a JSON text, with what is needed to compare them: where they are and hashes of what is in them.
package struct JSONTree: Sendable {
  /// Texts with more bytes than this are not read into a tree.
  package static let byteLimit = 8 << 20
  /// Texts with more values than this are not read into a tree.
  package static let valueLimit = 1 << 18

  /// Why there is no tree.
  package enum Problem: Error, Sendable, Hashable {
    case tooLarge(bytes: Int)
    case tooManyValues
    case malformed(JSONError)
    /// There are only white space and nothing else.
    case empty
  }

  struct Value {
    let kind: JSONToken.Kind
    /// All bytes of the value.
    var range: Range<Int>
    /// The bytes of a member's name, quotes included; empty where it is no member.
    let name: Range<Int>
    let nameHasEscapes: Bool
    var children: [Int32] = []
    /// Of what is in it as it is written, members in any order.
    var hash: UInt64 = 0
    /// The same with members in their order.
    var orderedHash: UInt64 = 0
  }

  let bytes: [UInt8]
  private(set) var values: [Value] = []
  private(set) var root = 0

  /// Reads a text, or several in a row, which count as an array.
  package init(_ bytes: [UInt8]) throws(Problem) {
    guard bytes.count <= Self.byteLimit else { throw .tooLarge(bytes: bytes.count) }
    self.bytes = bytes
    var configuration = JSONTokenizer.Configuration()
    configuration.acceptsSequences = true
    configuration.checksText = false
    var tokenizer = JSONTokenizer(configuration)
    var builder = Builder()
    do throws(JSONError) {
      var isFull = false
      try bytes.span.bytes.withUnsafeBytes { (buffer) throws(JSONError) in
        var position = 0
        while let token = try tokenizer.next(buffer, at: &position), !isFull {
          builder.take(token, in: buffer)
          isFull = builder.values.count > Self.valueLimit
        }
        while !isFull, let token = try tokenizer.finish() { builder.take(token, in: buffer) }
      }
    } catch {
      throw .malformed(error)
    }
    guard builder.values.count <= Self.valueLimit else { throw .tooManyValues }
    builder.endSequence(at: bytes.count)
    values = builder.values
    guard !values[0].children.isEmpty else { throw .empty }
    root = values[0].children.count == 1 ? Int(values[0].children[0]) : 0
  }

  /// The name of a member without quotes and escapes.
  func name(of value: Value) -> String {
    let token = JSONToken(kind: .key, range: value.name, depth: 0, hasEscapes: value.nameHasEscapes)
    return bytes.span.bytes.withUnsafeBytes { JSONText.string(of: token, in: $0) }
  }

  /// The text of a string value.
  func text(of value: Value) -> String {
    let token = JSONToken(kind: .string, range: value.range, depth: 0, hasEscapes: true)
    return bytes.span.bytes.withUnsafeBytes { JSONText.string(of: token, in: $0) }
  }

  /// Puts values together from tokens.
  private struct Builder {
    /// The first is the array of all texts.
    var values = [Value(kind: .arrayStart, range: 0..<0, name: 0..<0, nameHasEscapes: false)]
    private var open: [Int] = [0]
    private var name: JSONToken?

    mutating func take(_ token: JSONToken, in bytes: UnsafeRawBufferPointer) {
      switch token.kind {
      case .key: name = token
      case .colon, .comma: break
      case .objectStart, .arrayStart:
        add(token)
        open.append(values.count - 1)
      case .objectEnd, .arrayEnd: end(at: token.range.upperBound, in: bytes)
      case .string, .number, .true, .false, .null:
        add(token)
        let hash = Self.hash(bytes[token.range], kind: token.kind)
        values[values.count - 1].hash = hash
        values[values.count - 1].orderedHash = hash
      }
    }

    mutating func endSequence(at end: Int) {
      values[0].range = 0..<end
      sum(0, names: [])
    }

    private mutating func add(_ token: JSONToken) {
      let parent = open[open.count - 1]
      values[parent].children.append(Int32(values.count))
      values.append(
        Value(
          kind: token.kind, range: token.range, name: name?.range ?? 0..<0,
          nameHasEscapes: name?.hasEscapes ?? false))
      name = nil
    }

    private mutating func end(at place: Int, in bytes: UnsafeRawBufferPointer) {
      let index = open.removeLast()
      values[index].range = values[index].range.lowerBound..<place
      let names = values[index].children.map { child in
        let value = values[Int(child)]
        let token = JSONToken(kind: .key, range: value.name, depth: 0, hasEscapes: value.nameHasEscapes)
        return value.name.isEmpty ? 0 : Self.hash(JSONText.string(of: token, in: bytes).utf8, kind: .key)
      }
      sum(index, names: names)
    }

    /// The hashes of a container out of those of what is in it.
    private mutating func sum(_ index: Int, names: [UInt64]) {
      let kind = values[index].kind
      var ordered = Hasher()
      var inOrder = Hasher()
      var inAnyOrder: UInt64 = 0
      for (place, child) in values[index].children.enumerated() {
        let value = values[Int(child)]
        let name = kind == .objectStart ? names[place] : 0
        ordered.combine(name)
        ordered.combine(value.orderedHash)
        inOrder.combine(value.hash)
        var member = Hasher()
        member.combine(name)
        member.combine(value.hash)
        inAnyOrder &+= UInt64(bitPattern: Int64(member.finalize()))
      }
      ordered.combine(kind)
      values[index].orderedHash = UInt64(bitPattern: Int64(ordered.finalize()))
      var hasher = Hasher()
      hasher.combine(kind)
      hasher.combine(kind == .objectStart ? inAnyOrder : UInt64(bitPattern: Int64(inOrder.finalize())))
      values[index].hash = UInt64(bitPattern: Int64(hasher.finalize()))
    }

    private static func hash(_ bytes: some Sequence<UInt8>, kind: JSONToken.Kind) -> UInt64 {
      var hasher = Hasher()
      hasher.combine(kind)
      for byte in bytes { hasher.combine(byte) }
      return UInt64(bitPattern: Int64(hasher.finalize()))
    }
  }
}
