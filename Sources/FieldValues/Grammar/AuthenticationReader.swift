/// Divides a value into authentication schemes with what belongs to each (RFC 9110 §11.2).
///
/// Commas divide both challenges and their parameters: a piece that begins with a name and no “=” behind it begins a
/// challenge.
struct AuthenticationReader {
  struct Scheme {
    var range: Range<Int>
    var name: Range<Int>
    /// One base64-like word instead of parameters.
    var word: Range<Int>?
    var parameters: [FieldParameter] = []
  }

  static func read(_ reading: inout ReadingBuilder) -> [Scheme] {
    var schemes: [Scheme] = []
    for member in reading.listMembers() {
      var rest = member
      let end = rest.first { !ASCII.isTokenByte(reading.bytes[$0]) } ?? rest.upperBound
      let after = reading.trimmed(end..<rest.upperBound)
      let isParameter = after.first.map { reading.bytes[$0] } == ASCII.equals
      if !isParameter {
        guard end > member.lowerBound else {
          reading.find(.error, member, FieldRule(9110, "11.2"), "An authentication scheme is a token; this is none.")
          continue
        }
        schemes.append(Scheme(range: member, name: member.lowerBound..<end))
        rest = after
        if rest.isEmpty { continue }
        if isWord(rest, reading) {
          schemes[schemes.count - 1].word = rest
          continue
        }
      }
      guard !schemes.isEmpty else {
        reading.find(.error, member, FieldRule(9110, "11.6.1"), "A parameter stands here before any scheme.")
        continue
      }
      if let parameter = reading.parameter(in: rest, rule: FieldRule(9110, "11.2")) {
        schemes[schemes.count - 1].parameters.append(parameter)
      }
      schemes[schemes.count - 1].range = schemes[schemes.count - 1].range.lowerBound..<member.upperBound
    }
    return schemes
  }

  /// Letters, digits and some marks, then padding, to the end.
  private static func isWord(_ range: Range<Int>, _ reading: ReadingBuilder) -> Bool {
    let letters = reading.bytes[range].prefix(while: ASCII.isToken68Byte)
    return !letters.isEmpty && reading.bytes[letters.endIndex..<range.upperBound].allSatisfy { $0 == ASCII.equals }
  }
}
