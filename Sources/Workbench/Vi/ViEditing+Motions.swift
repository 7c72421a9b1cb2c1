import TextRopes

/// Moving, and what operators take.
extension ViEditing {
  mutating func move(_ motion: ViCommand.Motion, _ count: Int?, _ editor: inout TextEditor) -> [Outcome] {
    let isVisual = mode != .normal
    let times = min(count ?? 1, 10_000)
    if let rows = rowMotion(motion.keys) {
      if editor.mode == .singleLine, !isVisual { return [.leave(rows == .up || rows == .pageUp ? .up : .down)] }
      for _ in 0..<times { editor.perform(isVisual ? .extend(rows) : .move(rows)) }
      return []
    }
    if motion.keys == "\n", editor.mode == .singleLine { return [.activate] }
    do throws(Sentence) {
      guard let reach = try reach(motion, count, editor) else { return [] }
      editor.perform(isVisual ? .extendTo(reach.offset) : .placeCursor(reach.offset))
    } catch {
      return [.problem(error.text)]
    }
    return []
  }

  private func rowMotion(_ keys: String) -> TextEditor.Motion? {
    switch keys {
    case "j", "gj": .down
    case "k", "gk": .up
    case "\u{4}", "\u{6}": .pageDown
    case "\u{15}", "\u{2}": .pageUp
    default: nil
    }
  }

  /// Where a movement leads from the cursor; nil where it cannot be done.
  mutating func reach(
    _ motion: ViCommand.Motion, _ count: Int?, _ editor: TextEditor
  ) throws(Sentence) -> ViReach? {
    var motions = ViMotions(editor.buffer)
    let cursor = editor.cursor
    var place = cursor
    func repeated(_ body: (Int) -> Int) -> Int {
      for _ in 0..<min(count ?? 1, 100_000) {
        let next = body(place)
        if next == place { break }
        place = next
      }
      return place
    }
    func exclusive(_ offset: Int) -> ViReach { ViReach(offset: offset, kind: .exclusive) }
    func inclusive(_ offset: Int) -> ViReach { ViReach(offset: offset, kind: .inclusive) }
    func lines(_ offset: Int) -> ViReach { ViReach(offset: offset, kind: .lines) }
    switch motion.keys {
    case "h", "\u{8}":
      let start = motions.lineStart(cursor)
      return exclusive(repeated { $0 > start ? motions.before($0) : $0 })
    case "l", " ":
      let end = motions.lineEnd(cursor)
      return exclusive(repeated { $0 < end ? editor.buffer.boundary(after: $0) : $0 })
    case "w", "W": return exclusive(repeated { motions.wordForward($0, isBig: motion.keys == "W") })
    case "e", "E": return inclusive(repeated { motions.wordEnd($0, isBig: motion.keys == "E") })
    case "b", "B": return exclusive(repeated { motions.wordBackward($0, isBig: motion.keys == "B") })
    case "ge", "gE": return inclusive(repeated { motions.wordEndBackward($0, isBig: motion.keys == "gE") })
    case "0": return exclusive(motions.lineStart(cursor))
    case "^": return exclusive(motions.firstNonBlank(cursor))
    case "|":
      let start = motions.lineStart(cursor)
      return exclusive(editor.buffer.offset(atColumn: (count ?? 1) - 1, from: start, to: motions.lineEnd(cursor)))
    case "$": return inclusive(motions.lastInLine(motions.line(cursor, movedBy: (count ?? 1) - 1)))
    case "g_":
      let end = motions.lineEnd(cursor)
      let text = editor.buffer.start(before: end) { $0 == .space }
      return inclusive(text > motions.lineStart(cursor) ? motions.before(text) : text)
    case "j", "gj", "+", "\n": return lines(motions.firstNonBlank(motions.line(cursor, movedBy: count ?? 1)))
    case "k", "gk", "-": return lines(motions.firstNonBlank(motions.line(cursor, movedBy: -(count ?? 1))))
    case "_": return lines(motions.firstNonBlank(motions.line(cursor, movedBy: (count ?? 1) - 1)))
    case "gg": return lines(motions.firstNonBlank(motions.line(0, movedBy: (count ?? 1) - 1)))
    case "G":
      let target = count.map { motions.line(0, movedBy: $0 - 1) } ?? motions.lineStart(editor.buffer.count)
      return lines(motions.firstNonBlank(target))
    case "H": return lines(motions.firstNonBlank(editor.offset(inViewport: TextPosition(line: 0, column: 0))))
    case "M": return lines(motions.firstNonBlank(shown(editor, editor.visibleLines.count / 2)))
    case "L": return lines(motions.firstNonBlank(shown(editor, editor.visibleLines.count - 1)))
    case "{": return exclusive(repeated { motions.paragraphBackward($0) })
    case "}": return exclusive(repeated { motions.paragraphForward($0) })
    case "(": return exclusive(repeated { motions.sentenceBackward($0) })
    case ")": return exclusive(repeated { motions.sentenceForward($0) })
    case "%": return motions.matchingBracket(cursor).map(inclusive)
    case "f", "F", "t", "T":
      lastFind = motion
      return find(motion, count, cursor, &motions, isAgain: false)
    case ";": return lastFind.flatMap { find($0, count, cursor, &motions, isAgain: true) }
    case ",":
      guard var back = lastFind else { return nil }
      back.keys = back.keys == back.keys.lowercased() ? back.keys.uppercased() : back.keys.lowercased()
      return find(back, count, cursor, &motions, isAgain: true)
    case "*", "#":
      let word = editor.buffer.word(around: cursor)
      let text = String(decoding: editor.buffer.rope.bytes(in: word), as: UTF8.self)
      guard !text.isEmpty else { return nil }
      search = (TextSearch(pattern: text), motion.keys == "*")
      return try searched(from: cursor, count, isForward: motion.keys == "*", editor)
    case "n": return try searched(from: cursor, count, isForward: search?.isForward ?? true, editor)
    case "N": return try searched(from: cursor, count, isForward: !(search?.isForward ?? true), editor)
    default: return nil
    }
  }

  private func shown(_ editor: TextEditor, _ row: Int) -> Int {
    editor.offset(inViewport: TextPosition(line: max(0, row), column: 0))
  }

  private func find(
    _ motion: ViCommand.Motion, _ count: Int?, _ cursor: Int, _ motions: inout ViMotions, isAgain: Bool
  ) -> ViReach? {
    guard let scalar = motion.argument else { return nil }
    var place = cursor
    for time in 0..<min(count ?? 1, 10_000) {
      guard let next = motions.find(motion.keys, scalar, from: place, skips: isAgain || time > 0) else { return nil }
      place = next
    }
    return ViReach(offset: place, kind: motion.keys == "f" || motion.keys == "t" ? .inclusive : .exclusive)
  }

  /// From the other end on where nothing is found.
  func searched(
    from cursor: Int, _ count: Int?, isForward: Bool, _ editor: TextEditor
  ) throws(Sentence) -> ViReach? {
    guard let search else { throw Sentence("Nothing was searched for yet: type / and what to find") }
    let matcher = try TextMatcher(search.pattern, in: editor.buffer)
    var place = cursor
    for _ in 0..<min(count ?? 1, 1000) {
      let match =
        isForward
        ? matcher.next(from: place + 1) ?? matcher.next(from: 0)
        : matcher.previous(before: place) ?? matcher.previous(before: editor.buffer.count + 1)
      guard let match else { throw Sentence("“\(search.pattern.pattern)” is not in this text") }
      place = match.range.lowerBound
    }
    return ViReach(offset: place, kind: .exclusive)
  }
}
