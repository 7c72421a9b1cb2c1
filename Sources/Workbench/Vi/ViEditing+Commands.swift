import TextRopes

/// What the commands do.
extension ViEditing {
  mutating func run(_ command: ViCommand, _ editor: inout TextEditor) -> [Outcome] {
    if command.isChange, mode == .normal, inserting == nil { lastChange = Change(command: command) }
    switch command.action {
    case .move(let motion): return move(motion, command.count, &editor)
    case .select(let isAround, let scalar):
      var motions = ViMotions(editor.buffer)
      guard let object = motions.object(scalar, isAround: isAround, at: editor.cursor), !object.range.isEmpty else {
        return []
      }
      mode = object.isLines ? .visualLines : .visual
      editor.perform(.placeCursor(object.range.lowerBound))
      editor.startSelecting(from: object.range.lowerBound, object.isLines ? .lines : .throughCursor)
      editor.perform(.extendTo(motions.before(object.range.upperBound)))
      return []
    case .operate(let operation, let target):
      do throws(Sentence) {
        guard let (range, isLines) = try taken(target, operation, command.count, editor) else { return [] }
        return operate(operation, range, isLines: isLines, command, &editor)
      } catch {
        return [.problem(error.text)]
      }
    case .simple(let key, let argument): return simple(key, argument, command, &editor)
    case .line(let sign, let text): return line(sign, text, command, &editor)
    }
  }

  // MARK: Operators

  /// The bytes that an operator is about.
  private mutating func taken(
    _ target: ViCommand.Target, _ operation: ViCommand.Operator, _ count: Int?, _ editor: TextEditor
  ) throws(Sentence) -> (Range<Int>, isLines: Bool)? {
    var motions = ViMotions(editor.buffer)
    let cursor = editor.cursor
    switch target {
    case .selection:
      return editor.selection.map { ($0, mode == .visualLines) }
    case .lines:
      let last = motions.line(cursor, movedBy: (count ?? 1) - 1)
      return (motions.lineStart(cursor)..<motions.nextLine(last), true)
    case .object(let isAround, let scalar):
      return motions.object(scalar, isAround: isAround, at: cursor).map { ($0.range, $0.isLines) }
    case .motion(var motion):
      let isOnWord = cursor < editor.buffer.count && TextBuffer.CharacterClass(editor.buffer[cursor]) != .space
      // To change a word is to change it to its end.
      if operation == .change, isOnWord, motion.keys == "w" || motion.keys == "W" {
        motion.keys = motion.keys == "w" ? "e" : "E"
      }
      guard let reach = try reach(motion, count, editor) else { return nil }
      var (start, end) = (min(cursor, reach.offset), max(cursor, reach.offset))
      switch reach.kind {
      case .lines: return (motions.lineStart(start)..<motions.nextLine(end), true)
      case .inclusive: if end < editor.buffer.count { end = editor.buffer.boundary(after: end) }
      case .exclusive:
        // A word's end is not beyond its line.
        let lineEnd = motions.lineEnd(start)
        if motion.keys.lowercased() == "w", end > lineEnd, start < lineEnd { end = lineEnd }
      }
      if motion.keys == "$" { end = min(end, motions.lineEnd(reach.offset)) }
      start = min(start, end)
      return (start..<end, false)
    }
  }

  private mutating func operate(
    _ operation: ViCommand.Operator, _ range: Range<Int>, isLines: Bool, _ command: ViCommand,
    _ editor: inout TextEditor
  ) -> [Outcome] {
    mode = .normal
    let start = range.lowerBound
    switch operation {
    case .yank:
      let copied = store(editor.rope[range], isLines: isLines, in: command.register, isYank: true, editor)
      let cursor = isLines ? min(editor.cursor, editor.buffer.count) : start
      editor.perform(.placeCursor(isLines && cursor >= start && cursor < range.upperBound ? cursor : start))
      return copied
    case .delete:
      let copied = store(editor.rope[range], isLines: isLines, in: command.register, isYank: false, editor)
      delete(range, isLines: isLines, &editor)
      return copied
    case .change:
      let copied = store(editor.rope[range], isLines: isLines, in: command.register, isYank: false, editor)
      beginTyping(command, count: 1, &editor)
      var motions = ViMotions(editor.buffer)
      let from = isLines ? motions.firstNonBlank(start) : start
      let to =
        isLines ? motions.lineEnd(max(start, range.upperBound - (range.upperBound > start ? 1 : 0))) : range.upperBound
      editor.change(min(from, to)..<to, to: TextRope())
      return copied
    case .indent, .outdent:
      shift(range, isOut: operation == .outdent, &editor)
    case .lowercase, .uppercase, .swapCase:
      guard let text = String(validating: editor.rope.bytes(in: range), as: UTF8.self) else { return [] }
      let changed =
        switch operation {
        case .lowercase: text.lowercased()
        case .uppercase: text.uppercased()
        default: Self.swapped(text)
        }
      editor.change(range, to: TextRope(changed), cursor: start)
    }
    return []
  }

  private func delete(_ range: Range<Int>, isLines: Bool, _ editor: inout TextEditor) {
    guard isLines else { return editor.change(range, to: TextRope(), cursor: range.lowerBound) }
    var motions = ViMotions(editor.buffer)
    var start = range.lowerBound
    // The last line takes the line end before it along.
    if range.upperBound == editor.buffer.count, start > 0, editor.buffer[editor.buffer.count - 1] != 0x0A {
      start = motions.before(start)
      if editor.mode == .bytes, start > 0, editor.buffer[start - 1] == 0x0D { start -= 1 }
    }
    editor.change(start..<range.upperBound, to: TextRope())
    motions = ViMotions(editor.buffer)
    editor.perform(.placeCursor(motions.firstNonBlank(min(start, editor.buffer.count))))
  }

  private func shift(_ range: Range<Int>, isOut: Bool, _ editor: inout TextEditor) {
    let lines = editor.rope.bytes(in: range)
    var result: [UInt8] = []
    for line in lines.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !result.isEmpty || line.startIndex > 0 { result.append(0x0A) }
      if isOut {
        result += line.first == 0x09 ? line.dropFirst() : line.dropFirst(line.prefix(2).prefix { $0 == 0x20 }.count)
      } else {
        result += line.isEmpty ? [] : [0x20, 0x20] + line
      }
    }
    editor.change(range, to: TextRope(result), cursor: range.lowerBound)
    var motions = ViMotions(editor.buffer)
    editor.perform(.placeCursor(motions.firstNonBlank(range.lowerBound)))
  }

  static func swapped(_ text: String) -> String {
    String(text.flatMap { $0.isUppercase ? $0.lowercased() : $0.uppercased() })
  }

  // MARK: Registers

  private mutating func store(
    _ text: TextRope, isLines: Bool, in name: Unicode.Scalar?, isYank: Bool, _ editor: TextEditor
  ) -> [Outcome] {
    var text = text
    if isLines, text.isEmpty || text.bytes(in: text.count - 1..<text.count) != [0x0A] {
      text.append(Self.lineEnd(editor))
    }
    switch name {
    case "_": return []
    case "+", "*":
      registers["\""] = Register(text: text, isLines: isLines)
      return [.copy(text.bytes)]
    case let name? where name.properties.isUppercase:
      let small = name.properties.lowercaseMapping.unicodeScalars.first ?? name
      var register = registers[small] ?? Register(text: TextRope(), isLines: isLines)
      register.text.append(text)
      register.isLines = register.isLines || isLines
      registers[small] = register
      registers["\""] = register
    default:
      let register = Register(text: text, isLines: isLines)
      if let name { registers[name] = register } else if isYank { registers["0"] = register }
      registers["\""] = register
    }
    return []
  }

  static func lineEnd(_ editor: TextEditor) -> TextRope {
    TextRope(editor.mode == .bytes ? [0x0D, 0x0A] : [0x0A])
  }

  private func put(_ command: ViCommand, isBefore: Bool, _ editor: inout TextEditor) {
    let name = command.register.map { $0.properties.lowercaseMapping.unicodeScalars.first ?? $0 } ?? "\""
    guard let register = registers[name] else { return }
    var text = TextRope()
    for _ in 0..<min(command.count ?? 1, 1000) { text.append(register.text) }
    if editor.mode == .singleLine { text = TextRope(editor.fitted(text.bytes)) }
    let motions = ViMotions(editor.buffer)
    let cursor = editor.cursor
    guard register.isLines, editor.mode != .singleLine else {
      let end = motions.lineEnd(cursor)
      let at = isBefore || cursor >= end ? cursor : editor.buffer.boundary(after: cursor)
      editor.change(at..<at, to: text)
      editor.perform(.move(.left))
      return
    }
    var at = isBefore ? motions.lineStart(cursor) : motions.nextLine(cursor)
    if !isBefore, motions.isLastLine(cursor), editor.buffer.wholeLine(at: cursor).upperBound == editor.buffer.count {
      // Behind the last line, which has no line end, its own goes first.
      let end = Self.lineEnd(editor)
      text = text[0..<text.count - (text.count >= end.count ? end.count : 0)]
      at += end.count
      var all = end
      all.append(text)
      editor.change(editor.buffer.count..<editor.buffer.count, to: all)
    } else {
      editor.change(at..<at, to: text)
    }
    var after = ViMotions(editor.buffer)
    editor.perform(.placeCursor(after.firstNonBlank(min(at, editor.buffer.count))))
  }

  // MARK: Single keys

  private mutating func simple(
    _ key: String, _ argument: Unicode.Scalar?, _ command: ViCommand, _ editor: inout TextEditor
  ) -> [Outcome] {
    if mode == .visual || mode == .visualLines, let outcomes = simpleInVisual(key, command, &editor) { return outcomes }
    var motions = ViMotions(editor.buffer)
    let cursor = editor.cursor
    let count = min(command.count ?? 1, 100_000)
    func operated(_ operation: ViCommand.Operator, _ target: ViCommand.Target) -> [Outcome] {
      run(ViCommand(register: command.register, count: command.count, action: .operate(operation, target)), &editor)
    }
    switch key {
    case "x": return operated(.delete, .motion(.init(keys: "l")))
    case "X": return operated(.delete, .motion(.init(keys: "h")))
    case "D": return operated(.delete, .motion(.init(keys: "$")))
    case "C": return operated(.change, .motion(.init(keys: "$")))
    case "s": return operated(.change, .motion(.init(keys: "l")))
    case "S": return operated(.change, .lines)
    case "Y": return operated(.yank, .lines)
    case "p", "P": put(command, isBefore: key == "P", &editor)
    case "J": join(max(2, count) - 1, &editor)
    case "~", "r":
      var end = cursor
      let lineEnd = motions.lineEnd(cursor)
      for _ in 0..<count where end < lineEnd { motions.step(&end) }
      guard let text = String(validating: editor.rope.bytes(in: cursor..<end), as: UTF8.self), end > cursor else {
        return []
      }
      if key == "~" {
        editor.change(cursor..<end, to: TextRope(Self.swapped(text)))
      } else if let argument, text.count == count {
        let new = argument == "\n" ? String(Self.lineEnd(editor)) : String(repeating: String(argument), count: count)
        editor.change(cursor..<end, to: TextRope(new))
        editor.perform(.move(.left))
      }
    case "u", "U":
      for _ in 0..<count { editor.perform(key == "u" ? .undo : .redo) }
      editor.perform(.clearSelection)
    case "v", "V":
      mode = key == "v" ? .visual : .visualLines
      editor.startSelecting(from: cursor, key == "v" ? .throughCursor : .lines)
    case ".": repeatChange(command.count, &editor)
    case "i", "a", "I", "A", "o", "O", "R": startTyping(key, command, count, &editor)
    case "ZZ": return [.run(.save), .run(.quit)]
    case "ZQ": return [.run(.quit)]
    default: break
    }
    return []
  }

  private mutating func simpleInVisual(
    _ key: String, _ command: ViCommand, _ editor: inout TextEditor
  ) -> [Outcome]? {
    func operated(_ operation: ViCommand.Operator, isLines: Bool = false) -> [Outcome] {
      if isLines {
        mode = .visualLines
        editor.startSelecting(from: editor.selectionAnchor ?? editor.cursor, .lines)
      }
      return run(
        ViCommand(register: command.register, count: command.count, action: .operate(operation, .selection)), &editor)
    }
    switch key {
    case "x": return operated(.delete)
    case "X", "D": return operated(.delete, isLines: true)
    case "s": return operated(.change)
    case "S", "C", "R": return operated(.change, isLines: true)
    case "Y": return operated(.yank, isLines: true)
    case "u": return operated(.lowercase)
    case "U": return operated(.uppercase)
    case "~": return operated(.swapCase)
    case "J":
      guard let selection = editor.selection else { return [] }
      let lines = editor.rope.bytes(in: selection).dropLast().count { $0 == 0x0A }
      mode = .normal
      editor.perform(.placeCursor(selection.lowerBound))
      join(max(1, lines), &editor)
    case "p", "P":
      guard let selection = editor.selection, let register = registers[command.register ?? "\""] else { return [] }
      let old = editor.rope[selection]
      let isLines = mode == .visualLines
      mode = .normal
      editor.change(selection, to: register.text)
      if !register.isLines { editor.perform(.move(.left)) }
      _ = store(old, isLines: isLines, in: nil, isYank: false, editor)
    case "o":
      let (anchor, cursor) = (editor.selectionAnchor ?? editor.cursor, editor.cursor)
      editor.perform(.placeCursor(anchor))
      editor.startSelecting(from: cursor, mode == .visual ? .throughCursor : .lines)
    case "v", "V":
      let other: Mode = key == "v" ? .visual : .visualLines
      if mode == other {
        mode = .normal
        editor.perform(.placeCursor(editor.cursor))
      } else {
        mode = other
        editor.startSelecting(
          from: editor.selectionAnchor ?? editor.cursor, other == .visual ? .throughCursor : .lines)
      }
    default: return nil
    }
    return []
  }

  private func join(_ times: Int, _ editor: inout TextEditor) {
    editor.asOneStep { editor in
      for _ in 0..<times {
        var motions = ViMotions(editor.buffer)
        guard !motions.isLastLine(editor.cursor) else { return }
        let end = motions.lineEnd(editor.cursor)
        let next = motions.firstNonBlank(motions.nextLine(end))
        let isClosing = next < editor.buffer.count && [0x29, 0x0A, 0x0D].contains(editor.buffer[next])
        let isBlank = end > 0 && TextBuffer.CharacterClass(editor.buffer[end - 1]) == .space
        let text: [UInt8] = isClosing || isBlank ? [] : [0x20]
        editor.change(end..<next, to: TextRope(text), cursor: end)
      }
    }
  }

  // MARK: Typing

  private mutating func beginTyping(_ command: ViCommand, count: Int, _ editor: inout TextEditor) {
    mode = .insert
    inserting = (Change(command: command), count)
    editor.beginStep()
  }

  private mutating func startTyping(
    _ key: String, _ command: ViCommand, _ count: Int, _ editor: inout TextEditor
  ) {
    var motions = ViMotions(editor.buffer)
    let cursor = editor.cursor
    beginTyping(command, count: count, &editor)
    let end = motions.lineEnd(cursor)
    switch key {
    case "a": editor.perform(.placeCursor(cursor < end ? editor.buffer.boundary(after: cursor) : cursor))
    case "I": editor.perform(.placeCursor(motions.firstNonBlank(cursor)))
    case "A": editor.perform(.placeCursor(end))
    case "o", "O":
      if editor.mode == .singleLine {
        editor.perform(.placeCursor(key == "o" ? end : 0))
        return
      }
      let start = motions.lineStart(cursor)
      let indent = editor.rope[start..<motions.firstNonBlank(cursor)]
      var text = indent
      if key == "o" {
        text.replace(0..<0, with: Self.lineEnd(editor))
        editor.change(end..<end, to: text)
      } else {
        text.append(Self.lineEnd(editor))
        editor.change(start..<start, to: text, cursor: start + indent.count)
      }
    case "R": mode = .replace
    default: break
    }
  }

  private mutating func repeatChange(_ count: Int?, _ editor: inout TextEditor) {
    guard let change = lastChange else { return }
    var command = change.command
    if let count { command.count = count }
    _ = run(command, &editor)
    if isTyping {
      for typed in change.typed {
        if mode == .replace, case .insert(let text) = typed {
          _ = overwrite(text, &editor)
        } else {
          editor.perform(typed)
        }
        note(typed)
      }
      _ = escape(&editor)
    }
    lastChange = change
  }
}
