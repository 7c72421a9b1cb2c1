import HTTPMessages

/// A field's value with parameters behind it: `form-data; name="a;b"` (RFC 9110 §5.6.6).
///
/// Reads on behind whatever is no parameter; of parameters of one name the first counts.
struct ParameterizedValue: Sendable, Equatable {
  /// What stands before the parameters, in small letters.
  let name: String
  /// The parameters' values by their names in small letters, quotes and backslashes undone.
  let parameters: [String: String]

  init(_ value: String) {
    let bytes = Array(value.utf8)
    var pieces: [[UInt8]] = [[]]
    // What was escaped in quotes: a semicolon there divides nothing.
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted, byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
        pieces[pieces.count - 1] += [byte, bytes[index + 1]]
        index += 2
        continue
      }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ";"), !isQuoted {
        pieces.append([])
      } else {
        pieces[pieces.count - 1].append(byte)
      }
      index += 1
    }
    name = TextEncoding.decodeForPeople(OptionalWhitespace.trimmed(pieces[0])).lowercased()
    var parameters: [String: String] = [:]
    for piece in pieces.dropFirst() {
      guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = TextEncoding.decodeForPeople(OptionalWhitespace.trimmed(piece[..<equals])).lowercased()
      if parameters[key] == nil { parameters[key] = Self.unquoted(OptionalWhitespace.trimmed(piece[(equals + 1)...])) }
    }
    self.parameters = parameters
  }

  private static func unquoted(_ value: ArraySlice<UInt8>) -> String {
    guard value.first == UInt8(ascii: "\"") else { return TextEncoding.decodeForPeople(value) }
    var text: [UInt8] = []
    var index = value.startIndex + 1
    while index < value.endIndex, value[index] != UInt8(ascii: "\"") {
      if value[index] == UInt8(ascii: "\\"), index + 1 < value.endIndex { index += 1 }
      text.append(value[index])
      index += 1
    }
    return TextEncoding.decodeForPeople(text)
  }
}
