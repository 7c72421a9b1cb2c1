import TextRopes

/// What is looked for in a text.
package struct TextSearch: Sendable, Hashable {
  package var pattern: String
  /// A regular expression, matched within lines; else the text as it is.
  package var isRegex = false

  package init(pattern: String, isRegex: Bool = false) {
    self.pattern = pattern
    self.isRegex = isRegex
  }

  /// Without a capital in it, a pattern finds both cases.
  var ignoresCase: Bool { !pattern.contains { $0.isUppercase } }
}

/// Finds a pattern in a text, and what replaces a match.
struct TextMatcher {
  struct Match {
    var range: Range<Int>
    /// The whole, then the groups of a regular expression.
    var groups: [Substring]
  }

  /// Bytes that one question looks through: more would be felt.
  static let reach = 64 << 20
  private static let reachOfRegex = 2 << 20

  private let buffer: TextBuffer
  private let needle: [UInt8]
  private let regex: Regex<AnyRegexOutput>?
  private let ignoresCase: Bool

  init(_ search: TextSearch, in buffer: TextBuffer) throws(Sentence) {
    self.buffer = buffer
    ignoresCase = search.ignoresCase
    needle = Array((search.ignoresCase ? search.pattern.lowercased() : search.pattern).utf8)
    guard search.isRegex else {
      regex = nil
      return
    }
    do {
      let compiled = try Regex(search.pattern)
      regex = search.ignoresCase ? compiled.ignoresCase() : compiled
    } catch {
      throw Sentence("“\(search.pattern)” is no regular expression: a bracket or a sign before a number may be amiss")
    }
  }

  private var reach: Int { regex == nil ? Self.reach : Self.reachOfRegex }

  /// The first match that starts at an offset or behind it.
  func next(from offset: Int) -> Match? {
    if regex == nil {
      return buffer.rope.firstRange(of: needle, from: offset, ignoringCase: ignoresCase, atMost: reach).map(match)
    }
    var line = buffer.line(at: offset)
    while line < buffer.lineCount {
      let range = buffer.range(ofLine: line)
      if range.lowerBound - offset > reach { return nil }
      if let match = matches(in: range).first(where: { $0.range.lowerBound >= offset }) { return match }
      line += 1
    }
    return nil
  }

  /// The last match that starts before an offset.
  func previous(before offset: Int) -> Match? {
    if regex == nil {
      return buffer.rope.lastRange(of: needle, before: offset, ignoringCase: ignoresCase, atMost: reach).map(match)
    }
    var line = buffer.line(at: offset)
    while line >= 0 {
      let range = buffer.range(ofLine: line)
      if offset - range.upperBound > reach { return nil }
      if let match = matches(in: range).last(where: { $0.range.lowerBound < offset }) { return match }
      line -= 1
    }
    return nil
  }

  /// The matches in a part, at most so many.
  func all(in range: Range<Int>, limit: Int) -> [Match] {
    var found: [Match] = []
    var position = range.lowerBound
    while found.count < limit, let match = next(from: position), match.range.upperBound <= range.upperBound {
      found.append(match)
      position = match.range.upperBound
    }
    return found
  }

  /// What takes a match's place: in a regular expression's, `$1` is a group, `$0` all of it.
  func replacement(_ template: String, for match: Match) -> TextRope {
    guard regex != nil else { return TextRope(template) }
    var result = ""
    var rest = Substring(template)
    while let character = rest.popFirst() {
      if character == "$", let digit = rest.first?.wholeNumberValue, digit < 10 {
        rest.removeFirst()
        if digit < match.groups.count { result += match.groups[digit] }
      } else if character == "\\", let next = rest.popFirst() {
        result.append(next == "n" ? "\n" : next == "t" ? "\t" : next)
      } else {
        result.append(character)
      }
    }
    return TextRope(result)
  }

  private func match(_ range: Range<Int>) -> Match { Match(range: range, groups: []) }

  private func matches(in range: Range<Int>) -> [Match] {
    var bytes = buffer.rope.bytes(in: range)
    while let last = bytes.last, last == TextBuffer.lineFeed || last == TextBuffer.carriageReturn { bytes.removeLast() }
    guard let regex, let text = String(validating: bytes, as: UTF8.self) else { return [] }
    return text.matches(of: regex).compactMap { found in
      let start = text.utf8.distance(from: text.startIndex, to: found.range.lowerBound)
      let end = text.utf8.distance(from: text.startIndex, to: found.range.upperBound)
      if start == end { return nil }
      return Match(
        range: range.lowerBound + start..<range.lowerBound + end, groups: found.output.map { $0.substring ?? "" })
    }
  }
}
