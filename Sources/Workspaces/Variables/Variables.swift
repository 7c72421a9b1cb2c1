import HTTPMessages

/// Finds and replaces `{{name}}` in texts.
///
/// Anything between `{{` and `}}` that has no brace and no line break in it is a variable; spaces around the name do not
/// count. A value is taken as it is: variables inside it are not replaced.
package enum Variables {
  /// A variable in a text.
  package struct Occurrence: Sendable, Hashable {
    package var name: String
    /// Its bytes in the text's UTF-8, braces included.
    package var range: Range<Int>

    package init(name: String, range: Range<Int>) {
      self.name = name
      self.range = range
    }
  }

  /// The text with every variable replaced by its value; `place` is for the error.
  package static func resolve(
    _ text: String, in scope: VariableScope, at place: RequestPlace = .url
  ) throws(VariableError) -> String {
    let bytes = Array(text.utf8)
    return occurrences(in: bytes).isEmpty
      ? text : String(decoding: try resolve(bytes, in: scope, at: place), as: UTF8.self)
  }

  /// The same of a text's UTF-8.
  static func resolve(
    _ bytes: [UInt8], in scope: VariableScope, at place: RequestPlace
  ) throws(VariableError) -> [UInt8] {
    let found = occurrences(in: bytes)
    if found.isEmpty { return bytes }
    var resolved: [UInt8] = []
    var end = 0
    for occurrence in found {
      guard let value = scope[occurrence.name] else {
        throw .unknown(name: occurrence.name, place: place, known: scope.names)
      }
      resolved += bytes[end..<occurrence.range.lowerBound]
      resolved += value.utf8
      end = occurrence.range.upperBound
    }
    return resolved + bytes[end...]
  }

  /// The text with every known variable replaced; unknown ones stay as they are typed.
  package static func resolveKnown(_ text: String, in scope: VariableScope) -> String {
    let bytes = Array(text.utf8)
    var resolved: [UInt8] = []
    var end = 0
    for occurrence in occurrences(in: bytes) {
      guard let value = scope[occurrence.name] else { continue }
      resolved += bytes[end..<occurrence.range.lowerBound]
      resolved += value.utf8
      end = occurrence.range.upperBound
    }
    return end == 0 ? text : String(decoding: resolved + bytes[end...], as: UTF8.self)
  }

  /// The names of the variables in a text, in order, each once.
  package static func names(in text: String) -> [String] {
    var names: [String] = []
    for occurrence in occurrences(in: text) where !names.contains(occurrence.name) {
      names.append(occurrence.name)
    }
    return names
  }

  /// The variables in a text, in order.
  package static func occurrences(in text: String) -> [Occurrence] {
    occurrences(in: Array(text.utf8))
  }

  /// Where the variables are in a text's UTF-8, in order.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    occurrences(in: bytes).map(\.range)
  }

  private static func occurrences(in bytes: [UInt8]) -> [Occurrence] {
    let open = UInt8(ascii: "{")
    let close = UInt8(ascii: "}")
    var found: [Occurrence] = []
    var index = 0
    while index + 4 < bytes.count {
      // Of "{{{name}}" the last two braces open the variable.
      guard bytes[index] == open, bytes[index + 1] == open, bytes[index + 2] != open else {
        index += 1
        continue
      }
      var end = index + 2
      while end < bytes.count, bytes[end] != open, bytes[end] != close, bytes[end] != 0x0A, bytes[end] != 0x0D {
        end += 1
      }
      let name = OptionalWhitespace.trimmed(bytes[index + 2..<end])
      if end + 1 < bytes.count, bytes[end] == close, bytes[end + 1] == close, !name.isEmpty {
        found.append(Occurrence(name: String(decoding: name, as: UTF8.self), range: index..<end + 2))
        index = end + 2
      } else {
        index = end
      }
    }
    return found
  }
}
