import TextRopes

/// The commands of a line: `:`, `/` and `?`.
extension ViEditing {
  private static let mostReplacements = 100_000

  mutating func line(
    _ sign: Unicode.Scalar, _ text: String, _ command: ViCommand, _ editor: inout TextEditor
  ) -> [Outcome] {
    guard sign == ":" else {
      if !text.isEmpty { search = (TextSearch(pattern: text, isRegex: true), sign == "/") }
      return move(ViCommand.Motion(keys: "n"), command.count, &editor)
    }
    let selection = editor.selection
    if mode != .normal {
      mode = .normal
      editor.perform(.placeCursor(selection?.lowerBound ?? editor.cursor))
    }
    let text = text.drop { $0 == " " || $0 == ":" }
    switch text {
    case "": return []
    case "w", "w!", "up", "update": return [.run(.save)]
    case "q", "qa", "q!", "quit": return [.run(.quit)]
    case "wq", "x", "xit", "wqa", "xa": return [.run(.save), .run(.quit)]
    case "u", "undo": editor.perform(.undo)
    case "red", "redo": editor.perform(.redo)
    case "noh", "nohlsearch": search = nil
    case "$":
      editor.perform(.placeCursor(ViMotions(editor.buffer).lineStart(editor.buffer.count)))
    case _ where Int(text) != nil:
      editor.perform(.placeCursor(ViMotions(editor.buffer).line(0, movedBy: (Int(text) ?? 1) - 1)))
    default:
      if let outcomes = substitute(text, selection, &editor) { return outcomes }
      return [.problem("“:\(text)” is not known here: :w saves, :q leaves, :s/a/b/g and :%s/a/b/g replace")]
    }
    return []
  }

  /// `:s/a/b/flags`, for this line, the selected ones, or all of them with `%`; nil for something else.
  private mutating func substitute(
    _ text: Substring, _ selection: Range<Int>?, _ editor: inout TextEditor
  ) -> [Outcome]? {
    var rest = text
    var isWhole = false
    if rest.hasPrefix("'<,'>") { rest = rest.dropFirst(5) }
    if rest.first == "%" {
      isWhole = true
      rest = rest.dropFirst()
    }
    guard rest.popFirst() == "s", let separator = rest.popFirst(), !separator.isLetter, !separator.isNumber else {
      return nil
    }
    let parts = Self.parts(of: rest, separator)
    guard parts.count >= 2 else { return [.problem("Write :s/what/with/, with g behind it for every match of a line")] }
    let flags = parts.count > 2 ? parts[2] : ""
    let motions = ViMotions(editor.buffer)
    let line = motions.lineStart(editor.cursor)..<motions.lineEnd(editor.cursor)
    let range = isWhole ? 0..<editor.buffer.count : selection ?? line
    do throws(Sentence) {
      let pattern = TextSearch(pattern: parts[0], isRegex: true)
      search = (pattern, true)
      let matcher = try TextMatcher(pattern, in: editor.buffer)
      var found = matcher.all(in: range, limit: Self.mostReplacements)
      if !flags.contains("g") {
        var last = -1
        found = found.filter { match in
          let start = motions.lineStart(match.range.lowerBound)
          defer { last = start }
          return start != last
        }
      }
      guard let first = found.first else { return [.problem("“\(parts[0])” is not there")] }
      // vi writes & and \1 where regular expressions elsewhere have $0 and $1.
      let template = Self.template(parts[1])
      editor.asOneStep { editor in
        for match in found.reversed() { editor.change(match.range, to: matcher.replacement(template, for: match)) }
      }
      editor.perform(.placeCursor(ViMotions(editor.buffer).lineStart(first.range.lowerBound)))
    } catch {
      return [.problem(error.text)]
    }
    return []
  }

  private static func parts(of text: Substring, _ separator: Character) -> [String] {
    var parts = [""]
    var rest = text
    while let character = rest.popFirst() {
      if character == separator, parts.count < 3 {
        parts.append("")
      } else if character == "\\", rest.first == separator {
        parts[parts.count - 1].append(rest.removeFirst())
      } else {
        parts[parts.count - 1].append(character)
        if character == "\\", let next = rest.popFirst() { parts[parts.count - 1].append(next) }
      }
    }
    return parts
  }

  private static func template(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "&": result += "$0"
      case "$": result += "\\$"
      case "\\":
        guard let next = rest.popFirst() else { break }
        result += next.isNumber ? "$\(next)" : next == "r" ? "\\n" : "\\\(next)"
      default: result.append(character)
      }
    }
    return result
  }
}
