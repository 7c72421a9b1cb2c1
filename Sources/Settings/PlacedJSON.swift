import JSONText

/// A JSON value that knows where it stands, so that everything wrong with it can be named with its line.
package struct PlacedJSON: Sendable, Hashable {
  package struct Member: Sendable, Hashable {
    package var name: Placed<String>
    package var value: PlacedJSON
  }

  package indirect enum Content: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([PlacedJSON])
    case object([Member])
  }

  package var content: Content
  /// From 1.
  package var line: Int
  /// Its bytes in the file.
  package var range: Range<Int>

  /// Reads a file's whole text; where it is not JSON to its end, what stands before the error, and what is wrong.
  package static func read(_ bytes: [UInt8], file: String) -> (value: PlacedJSON?, problem: SettingsProblem?) {
    bytes.withUnsafeBytes { bytes in
      var reader = PlacedJSONReader(bytes)
      let value = reader.value()
      let problem = reader.error.map {
        SettingsProblem(file: file, line: $0.line, $0.message + " What stands before it counts.")
      }
      return (value, problem)
    }
  }

  /// What kind of value it is, as the end of "…, not …".
  package var kind: String {
    switch content {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// The members of an object, the last one where a name stands twice; nil for anything else.
  package var members: [Member]? {
    if case .object(let members) = content { members } else { nil }
  }
}

/// Reads a tree of values token by token.
private struct PlacedJSONReader {
  private let bytes: UnsafeRawBufferPointer
  private var tokenizer = JSONTokenizer(.strict)
  private var index = 0
  private var token: JSONToken?
  /// Line ends before `counted`.
  private var line = 1
  private var counted = 0
  private(set) var error: JSONError?

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    advance()
  }

  /// Takes a value, nil where there is none; after an error containers end with what they have.
  mutating func value() -> PlacedJSON? {
    guard let token else { return nil }
    let line = line(at: token.range.lowerBound)
    let content: PlacedJSON.Content
    var end = token.range.upperBound
    switch token.kind {
    case .objectStart:
      advance()
      var members: [PlacedJSON.Member] = []
      while let key = self.token, key.kind == .key {
        let name = Placed(JSONText.string(of: key, in: bytes), line: self.line(at: key.range.lowerBound))
        advance()
        guard let value = value() else { break }
        members.append(PlacedJSON.Member(name: name, value: value))
      }
      content = .object(members)
      end = self.token?.range.upperBound ?? index
    case .arrayStart:
      advance()
      var elements: [PlacedJSON] = []
      while let next = self.token, next.kind != .arrayEnd, let element = value() { elements.append(element) }
      content = .array(elements)
      end = self.token?.range.upperBound ?? index
    case .string: content = .string(JSONText.string(of: token, in: bytes))
    case .number:
      content = .number(String(decoding: UnsafeRawBufferPointer(rebasing: bytes[token.range]), as: UTF8.self))
    case .true: content = .bool(true)
    case .false: content = .bool(false)
    case .null: content = .null
    case .objectEnd, .arrayEnd, .key, .colon, .comma: return nil
    }
    advance()
    return PlacedJSON(content: content, line: line, range: token.range.lowerBound..<end)
  }

  private mutating func advance() {
    guard error == nil else { return token = nil }
    do throws(JSONError) {
      repeat {
        token = try tokenizer.next(bytes, at: &index)
        if token == nil { token = try tokenizer.finish() }
      } while token?.kind == .comma || token?.kind == .colon
    } catch {
      self.error = error
      token = nil
    }
  }

  /// The line of an offset; offsets come in order.
  private mutating func line(at offset: Int) -> Int {
    while counted < offset {
      if bytes[counted] == UInt8(ascii: "\n") { line += 1 }
      counted += 1
    }
    return line
  }
}
