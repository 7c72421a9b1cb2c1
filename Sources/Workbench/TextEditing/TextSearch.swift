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

/// What is looked for, ready to be matched with any text.
struct TextPattern {
  fileprivate let needle: [UInt8]
  fileprivate let regex: Regex<AnyRegexOutput>?
  fileprivate let ignoresCase: Bool

  init(_ search: TextSearch) throws(Sentence) {
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

  private let pattern: TextPattern
  private let buffer: TextBuffer

  init(_ pattern: TextPattern, in buffer: TextBuffer) {
    self.pattern = pattern
    self.buffer = buffer
  }

  init(_ search: TextSearch, in buffer: TextBuffer) throws(Sentence) {
    self.init(try TextPattern(search), in: buffer)
  }

  private var isLiteral: Bool { pattern.regex == nil }
  private var reach: Int { isLiteral ? Self.reach : Self.reachOfRegex }

  /// The first match that starts at an offset or behind it.
  func next(from offset: Int) -> Match? {
    if isLiteral {
      return buffer.rope.firstRange(
        of: pattern.needle, from: offset, ignoringCase: pattern.ignoresCase, atMost: reach
      ).map(match)
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
    if isLiteral {
      return buffer.rope.lastRange(
        of: pattern.needle, before: offset, ignoringCase: pattern.ignoresCase, atMost: reach
      ).map(match)
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
    isLiteral ? allLiteral(in: range, limit: limit) : allOfRegex(in: range, limit: limit)
  }

  private func allLiteral(in range: Range<Int>, limit: Int) -> [Match] {
    var found: [Match] = []
    var position = range.lowerBound
    while found.count < limit, let match = next(from: position), match.range.upperBound <= range.upperBound {
      found.append(match)
      position = match.range.upperBound
    }
    return found
  }

  /// Each line is matched once; lines behind a stretch of `reach` without a match are not looked at.
  private func allOfRegex(in range: Range<Int>, limit: Int) -> [Match] {
    var found: [Match] = []
    var last = range.lowerBound
    for line in buffer.line(at: range.lowerBound)..<buffer.lineCount {
      let place = buffer.range(ofLine: line)
      if found.count >= limit || place.lowerBound >= range.upperBound || place.lowerBound - last > reach { break }
      let inside = matches(in: place).filter {
        $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound
      }
      found += inside
      last = inside.last?.range.upperBound ?? last
    }
    return Array(found.prefix(limit))
  }

  /// What takes a match's place: in a regular expression's, `$1` is a group, `$0` all of it.
  func replacement(_ template: String, for match: Match) -> TextRope {
    if isLiteral { return TextRope(template) }
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
    guard let regex = pattern.regex, let text = String(validating: bytes, as: UTF8.self) else { return [] }
    return text.matches(of: regex).compactMap { found in
      let start = text.utf8.distance(from: text.startIndex, to: found.range.lowerBound)
      let end = text.utf8.distance(from: text.startIndex, to: found.range.upperBound)
      if start == end { return nil }
      return Match(
        range: range.lowerBound + start..<range.lowerBound + end, groups: found.output.map { $0.substring ?? "" })
    }
  }
}
