import JSONText
package import TextRopes

/// Why a JSON text was not laid out, and where.
package struct JSONLayoutError: Error, Sendable, Hashable {
  /// With line and column.
  package var text: String
  package var offset: Int
}

/// JSON texts with other white space between their tokens: every token stays as it is typed, numbers to the last digit.
///
/// A variable may stand where a value may, without quotes: it stays as it is.
package enum JSONLayout {
  /// One value on a line, two blanks for each level.
  package static func formatted(_ text: TextRope) throws(JSONLayoutError) -> TextRope {
    try laidOut(text, isSpacious: true)
  }

  /// Without any white space.
  package static func minified(_ text: TextRope) throws(JSONLayoutError) -> TextRope {
    try laidOut(text, isSpacious: false)
  }

  private static func laidOut(_ text: TextRope, isSpacious: Bool) throws(JSONLayoutError) -> TextRope {
    let bytes = text.bytes
    let stood = standingIn(for: bytes)
    do throws(JSONError) {
      var result = try write(bytes, readAs: stood ?? bytes, isSpacious)
      // A text that ends its last line still does.
      if isSpacious, bytes.last == 0x0A { result.append(0x0A) }
      return TextRope(result)
    } catch {
      throw JSONLayoutError(text: error.description, offset: error.offset)
    }
  }

  private static func write(
    _ bytes: [UInt8], readAs text: [UInt8], _ isSpacious: Bool
  ) throws(JSONError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var tokenizer = JSONTokenizer(.strict)
    var last: JSONToken.Kind?
    func lineEnd(_ depth: Int) {
      guard isSpacious else { return }
      result.append(0x0A)
      for _ in 0..<depth { result += [0x20, 0x20] }
    }
    func take(_ token: JSONToken) {
      let isEnd = token.kind == .objectEnd || token.kind == .arrayEnd
      switch last {
      case .objectStart, .arrayStart: if !isEnd { lineEnd(token.depth) }
      case .comma: lineEnd(token.depth)
      case .colon: if isSpacious { result.append(0x20) }
      default: if isEnd { lineEnd(token.depth) }
      }
      result += bytes[token.range]
      last = token.kind
    }
    let error: JSONError? = text.withUnsafeBytes { text in
      var position = 0
      do throws(JSONError) {
        while let token = try tokenizer.next(text, at: &position) { take(token) }
        while let token = try tokenizer.finish() { take(token) }
        return nil
      } catch {
        return error
      }
    }
    if let error { throw error }
    return result
  }

  /// The text with strings of the same length in the place of variables that stand alone; nil without any.
  private static func standingIn(for bytes: [UInt8]) -> [UInt8]? {
    let variables = Variables.ranges(in: bytes)
    if variables.isEmpty { return nil }
    var text = bytes
    var isInString = false
    var position = 0
    for variable in variables {
      while position < variable.lowerBound {
        if bytes[position] == 0x5C, isInString {
          position += 1
        } else if bytes[position] == 0x22 {
          isInString.toggle()
        }
        position += 1
      }
      guard !isInString, position == variable.lowerBound else { continue }
      for index in variable { text[index] = 0x78 }
      text[variable.lowerBound] = 0x22
      text[variable.upperBound - 1] = 0x22
      position = variable.upperBound
    }
    return text
  }
}
