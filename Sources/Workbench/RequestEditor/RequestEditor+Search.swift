import TextRopes

/// Searching the focused text, and replacing in it.
extension RequestEditor {
  /// More matches are not counted, nor any in a longer text.
  private static let mostCounted = 999
  private static let longestCounted = 8 << 20
  private static let mostReplaced = 100_000

  /// Whether the focused text is one to search: of many lines.
  package var isSearchable: Bool {
    switch focus.kind {
    case .text(.multiLine), .text(.bytes): true
    default: false
    }
  }

  /// Selects the first match from an offset on, from the start on where there is none; tells which one of how many.
  mutating func find(_ search: TextSearch, from offset: Int) throws(Sentence) -> String {
    guard let editor = focusedEditor, !search.pattern.isEmpty else { return "" }
    self.search = search
    let matcher = try TextMatcher(search, in: editor.buffer)
    guard let match = matcher.next(from: offset) ?? matcher.next(from: 0) else {
      editFocused { $0.perform(.placeCursor(offset)) }
      return "no match"
    }
    editFocused { $0.perform(.select(match.range)) }
    return tell(match.range, matcher, editor)
  }

  /// Goes to the next match, or the one before; from the other end on where there is none.
  mutating func findAgain(isBackward: Bool) throws(Sentence) -> String {
    guard let editor = focusedEditor, let search else { throw Sentence("Nothing was searched for in this request yet") }
    let matcher = try TextMatcher(search, in: editor.buffer)
    let start = editor.selection?.lowerBound ?? editor.cursor
    let match =
      isBackward
      ? matcher.previous(before: start) ?? matcher.previous(before: editor.rope.count + 1)
      : matcher.next(from: editor.selection == nil ? start : start + 1) ?? matcher.next(from: 0)
    guard let match else { throw Sentence("“\(search.pattern)” is not in this text") }
    editFocused { $0.perform(.select(match.range)) }
    return tell(match.range, matcher, editor)
  }

  /// Replaces the match that is selected.
  mutating func replaceMatch(with template: String) throws(Sentence) -> [Outcome] {
    guard let search else { return [] }
    let pattern = try TextPattern(search)
    return changeFocused { editor in
      let matcher = TextMatcher(pattern, in: editor.buffer)
      guard let selection = editor.selection, let match = matcher.next(from: selection.lowerBound),
        match.range == selection
      else { return false }
      editor.change(match.range, to: matcher.replacement(template, for: match))
      return true
    }
  }

  /// Replaces every match, in one step; also how many there were.
  mutating func replaceAll(with template: String) throws(Sentence) -> (outcomes: [Outcome], count: Int) {
    guard let search else { return ([], 0) }
    let pattern = try TextPattern(search)
    var count = 0
    let outcomes = changeFocused { editor in
      let matcher = TextMatcher(pattern, in: editor.buffer)
      let matches = matcher.all(in: 0..<editor.rope.count, limit: Self.mostReplaced)
      count = matches.count
      editor.asOneStep { editor in
        for match in matches.reversed() { editor.change(match.range, to: matcher.replacement(template, for: match)) }
      }
      return !matches.isEmpty
    }
    return (outcomes, count)
  }

  private func tell(_ range: Range<Int>, _ matcher: TextMatcher, _ editor: TextEditor) -> String {
    guard editor.rope.count <= Self.longestCounted else { return "a match" }
    let all = matcher.all(in: 0..<editor.rope.count, limit: Self.mostCounted + 1)
    let number = all.firstIndex { $0.range == range }.map { "\($0 + 1)" } ?? "a later one"
    return "\(number) of \(all.count > Self.mostCounted ? "more than \(Self.mostCounted)" : "\(all.count)")"
  }
}

extension TextSearch {
  /// As typed in a prompt: between slashes a regular expression, else the text as it is.
  init(typed: String) {
    let isRegex = typed.count > 2 && typed.hasPrefix("/") && typed.hasSuffix("/")
    self.init(pattern: isRegex ? String(typed.dropFirst().dropLast()) : typed, isRegex: isRegex)
  }
}
