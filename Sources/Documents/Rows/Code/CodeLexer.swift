/// Tells the roles of a text's bytes, one after the other: what code rows need to know of a language.
///
/// A value of fixed size. Nothing is wrong to it: what it does not understand has a role all the same.
protocol CodeLexer: Sendable {
  /// Takes the next byte. Behind the last one a zero is taken, so that nothing stays held.
  mutating func take(_ byte: UInt8) -> CodeVerdict
}

/// What a lexer says to a byte.
enum CodeVerdict: Equatable {
  /// What it is shows in those that follow.
  case held
  /// It has this role, and those that were held have it too.
  case part(TextRole)
  /// So many of those that were held have this role; the rest of them, and the byte, come again.
  case before(TextRole, count: Int)
}

/// The languages of code that are known.
enum CodeLanguage: Sendable, Equatable {
  case css, javaScript, yaml
}

/// Bytes as the languages of code see them.
enum CodeByte {
  /// Bytes that are held at most, to know what they are.
  static let heldLimit = 256

  static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  /// A letter, a digit, an underscore, or a part of what is not ASCII.
  static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || 0x61...0x7A ~= byte | 0x20 || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
