/// Why bytes are not JSON text, and where.
package struct JSONError: Error, Sendable, Hashable {
  /// What could have stood at the place of the error.
  package enum Expectation: UInt8, Sendable, Hashable {
    case value, valueOrArrayEnd, key, keyOrObjectEnd, colon, commaOrArrayEnd, commaOrObjectEnd, nothing
    case digit, hexDigit, escape, closingQuote, restOfTrue, restOfFalse, restOfNull, restOfByteOrderMark
  }

  package enum Reason: Sendable, Hashable {
    case unexpectedByte(UInt8, expected: Expectation)
    case unexpectedEnd(expected: Expectation)
    /// A comma with nothing after it before the container's end, which this byte is.
    case trailingComma(before: UInt8)
    case leadingZero
    case controlCharacterInString(UInt8)
    case loneSurrogate
    case invalidUTF8
    case tooDeep(limit: Int)
  }

  package var reason: Reason
  package var position: JSONPosition

  package init(_ reason: Reason, at position: JSONPosition) {
    self.reason = reason
    self.position = position
  }

  package var offset: Int { position.offset }
  package var line: Int { position.line }
  package var column: Int { position.column }

  /// The reason as a sentence without the place.
  package var message: String {
    switch reason {
    case .unexpectedByte(let byte, .value) where byte == UInt8(ascii: "/"):
      "Expected a value, found “/”: JSON has no comments."
    case .unexpectedByte(let byte, let expected) where byte == UInt8(ascii: "'"):
      "Expected \(expected.words), found “'”: text in JSON stands in double quotes."
    case .unexpectedByte(let byte, let expected):
      "Expected \(expected.words), found \(Self.name(of: byte))."
    case .unexpectedEnd(let expected):
      "The text ends where \(expected.words) should stand."
    case .trailingComma(let byte):
      "A comma stands before \(Self.name(of: byte)) with nothing between them: remove it."
    case .leadingZero:
      "A number begins with 0 and goes on: remove the leading zeros."
    case .controlCharacterInString(UInt8(ascii: "\n")), .controlCharacterInString(UInt8(ascii: "\r")):
      "A line ends inside a string: close it with a double quote, or write the line break as \\n."
    case .controlCharacterInString(let byte):
      "A string holds the control character \(Self.name(of: byte)): write it as \\u00\(Self.hex(byte))."
    case .loneSurrogate:
      "A \\u escape is half of a surrogate pair and its other half is missing."
    case .invalidUTF8:
      "A string holds bytes that are not UTF-8."
    case .tooDeep(let limit):
      "More than \(limit) objects and arrays stand inside each other."
    }
  }

  /// A byte as a person knows it.
  static func name(of byte: UInt8) -> String {
    switch byte {
    case 0x21...0x7E: "“\(String(UnicodeScalar(byte)))”"
    case UInt8(ascii: " "): "a space"
    case UInt8(ascii: "\t"): "a tab"
    case UInt8(ascii: "\n"): "the end of the line"
    case UInt8(ascii: "\r"): "a carriage return"
    case 0x80...: "a character outside ASCII (byte 0x\(hex(byte)))"
    default: "0x\(hex(byte))"
    }
  }

  static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
  }
}

extension JSONError: CustomStringConvertible {
  /// The reason with its place, for a person.
  package var description: String {
    "Line \(line), column \(column): \(message)"
  }
}

extension JSONError.Expectation {
  /// The expectation in words, fit for "expected …".
  package var words: String {
    switch self {
    case .value: "a value"
    case .valueOrArrayEnd: "a value or “]”"
    case .key: "a name in double quotes"
    case .keyOrObjectEnd: "a name in double quotes or “}”"
    case .colon: "“:”"
    case .commaOrArrayEnd: "“,” or “]”"
    case .commaOrObjectEnd: "“,” or “}”"
    case .nothing: "nothing more"
    case .digit: "a digit"
    case .hexDigit: "a hexadecimal digit"
    case .escape: "one of \"\\/bfnrtu after a backslash"
    case .closingQuote: "the double quote that closes a string"
    case .restOfTrue: "“true”"
    case .restOfFalse: "“false”"
    case .restOfNull: "“null”"
    case .restOfByteOrderMark: "a value"
    }
  }
}
