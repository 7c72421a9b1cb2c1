/// A scheme with its parameters, as challenges and credentials are written (RFC 9110 §11.3 and §11.4).
package struct AuthenticationScheme: Sendable, Hashable {
  /// In lower case.
  package var name: String
  /// By their names in lower case; of one that is given twice the first counts.
  package var parameters: [String: String] = [:]

  /// The schemes of a field's value, in their order.
  ///
  /// What cannot be read as a parameter is passed over; a value that breaks the rules never stops the reading. Complexity:
  /// linear in the length of the value.
  package static func all(in value: String) -> [AuthenticationScheme] {
    var schemes: [AuthenticationScheme] = []
    var rest = Array(value.utf8)[...]
    while true {
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ",") }
      let word = rest.prefix { ![0x20, 0x09, UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: "\"")].contains($0) }
      rest = rest.dropFirst(word.count)
      let name = String(decoding: word, as: UTF8.self).lowercased()
      let behind = rest.drop { $0 == 0x20 || $0 == 0x09 }
      guard behind.first == UInt8(ascii: "=") else {
        if word.isEmpty, rest.isEmpty { return schemes }
        if word.isEmpty { rest = rest.dropFirst() } else { schemes.append(AuthenticationScheme(name: name)) }
        continue
      }
      rest = behind.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
      let text = takeValue(&rest)
      guard !schemes.isEmpty, !name.isEmpty, schemes[schemes.count - 1].parameters[name] == nil else { continue }
      schemes[schemes.count - 1].parameters[name] = text
    }
  }

  /// A token, or a quoted string without its quotes and backslashes (RFC 9110 §5.6.4).
  private static func takeValue(_ rest: inout ArraySlice<UInt8>) -> String {
    guard rest.first == UInt8(ascii: "\"") else {
      let token = rest.prefix { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: ",") }
      rest = rest.dropFirst(token.count)
      return String(decoding: token, as: UTF8.self)
    }
    rest = rest.dropFirst()
    var text: [UInt8] = []
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      if byte == UInt8(ascii: "\\"), let next = rest.popFirst() { text.append(next) } else { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A text as a quoted string.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
