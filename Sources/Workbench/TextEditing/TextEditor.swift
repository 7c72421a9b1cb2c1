package import TextRopes

/// A text with a cursor, a selection and its history: every text that is edited in the program.
///
/// The text is bytes; the cursor moves over characters (grapheme clusters) where they are UTF-8 and over single bytes where
/// they are not. Offsets count bytes; `cursor` and `selection` always stand between characters. A value: copies share their
/// bytes, and so do the steps of the history.
package struct TextEditor: Sendable, Equatable {
  var buffer: TextBuffer
  private var history = TextHistory()
  /// The offset where typing goes.
  package private(set) var cursor: Int
  /// The selection's other end.
  private var anchor: Int?
  /// Where moving up and down tries to stay.
  private var desiredColumn: Int?
  /// Whether movements take the selection's end along.
  private var isMarking = false
  private var selectionShape = SelectionShape.characters
  /// What `yank` inserts; may be carried from one editor to another.
  package var kills = KillRing()
  /// What `yank` has inserted, while nothing else was done.
  private var yanked: Range<Int>?
  package private(set) var viewport: TextViewport
  /// Whether the text is JSON: new lines are indented, and brackets shown with their partners.
  package var isJSON = false
  /// Whether lines that are longer than the viewport is wide go on in the next row; a single line never does.
  package var wraps = false {
    didSet { if wraps != oldValue { followCursor() } }
  }

  /// The cursor starts at the end of a single line and at the start of other texts.
  package init(_ rope: TextRope = TextRope(), mode: Mode) {
    buffer = TextBuffer(rope, mode: mode)
    cursor = mode == .singleLine ? rope.count : 0
    viewport = TextViewport(lines: 1, columns: 80)
    followCursor()
  }

  package init(_ bytes: [UInt8], mode: Mode) {
    self.init(TextRope(bytes), mode: mode)
  }

  package init(_ text: String, mode: Mode) {
    self.init(TextRope(text), mode: mode)
  }

  package var mode: Mode { buffer.mode }

  package var rope: TextRope { buffer.rope }

  /// All bytes: a copy, where they are many.
  package var bytes: [UInt8] { buffer.rope.bytes }

  /// The text, with U+FFFD for bytes that are no UTF-8.
  package var text: String { String(buffer.rope) }

  package var isEmpty: Bool { buffer.count == 0 }

  package var canUndo: Bool { !history.done.isEmpty }

  package var canRedo: Bool { !history.undone.isEmpty }

  /// What is selected; nil when nothing is.
  package var selection: Range<Int>? {
    guard let anchor else { return nil }
    let (start, end) = (min(anchor, cursor), max(anchor, cursor))
    switch selectionShape {
    case .characters: return start == end ? nil : start..<end
    case .throughCursor: return start..<(end < buffer.count ? buffer.boundary(after: end) : end)
    case .lines:
      let motions = ViMotions(buffer)
      return motions.lineStart(start)..<motions.nextLine(end)
    }
  }

  /// What a selection takes in.
  enum SelectionShape: Sendable {
    /// What is between its ends.
    case characters
    /// The character under its last end too.
    case throughCursor
    case lines
  }

  /// The end of the selection where the cursor is not.
  var selectionAnchor: Int? { anchor }

  /// Selects by moving from an offset on, in a shape.
  mutating func startSelecting(from offset: Int, _ shape: SelectionShape) {
    anchor = offset
    isMarking = true
    selectionShape = shape
  }

  /// Whether something is selected, or would be by moving.
  package var isSelecting: Bool { isMarking || selection != nil }

  /// Empty when nothing is selected.
  package var selectedBytes: [UInt8] { selection.map { buffer.rope.bytes(in: $0) } ?? [] }

  /// Does what a key asks for; true when the text changed.
  @discardableResult
  package mutating func perform(_ command: Command) -> Bool {
    let keepsColumn =
      switch command {
      case .move(.up), .move(.down), .move(.pageUp), .move(.pageDown): true
      case .extend(.up), .extend(.down), .extend(.pageUp), .extend(.pageDown): true
      default: false
      }
    if !keepsColumn { desiredColumn = nil }
    if !command.kills { kills.close() }
    if !command.yanks { yanked = nil }
    let changed = edit(command)
    if !changed, !moves(command) { return false }
    followCursor()
    return changed
  }

  /// Puts another text in the place of this one as one step that can be undone.
  package mutating func setText(_ text: TextRope) {
    guard text != buffer.rope else { return }
    replace(0..<buffer.count, with: text, grouping: .none)
    followCursor()
  }

  /// Fits the viewport to the room on the screen and scrolls to the cursor.
  package mutating func resize(lines: Int, columns: Int) {
    viewport.lines = max(1, lines)
    viewport.columns = max(1, columns)
    followCursor()
  }

  /// Scrolls by lines without moving the cursor (the mouse wheel).
  package mutating func scroll(by lines: Int) {
    if let rows {
      show(from: rows.place(firstPlace, movedBy: lines))
    } else {
      viewport.firstLine = max(0, min(viewport.firstLine + lines, buffer.lineCount - 1))
    }
  }

  /// What a paste inserts: terminals send pasted line ends as CR, LF or CR LF, by their own choice.
  ///
  /// In a single line they become spaces (those at the end are dropped), in lines LF, in bytes CR LF; bytes that hold a
  /// CR LF already are left as they are.
  package func fitted(_ pasted: [UInt8]) -> [UInt8] {
    LineEnds.fitted(pasted, to: mode)
  }

  private func fittedText(_ text: TextRope) -> TextRope {
    // What needs no change goes in with the leaves that it has; they end between scalars where the whole is UTF-8.
    let isFit = text.pieces.allSatisfy { piece in
      !piece.contains(TextBuffer.carriageReturn) && (try? UTF8Span(validating: piece.span)) != nil
    }
    if mode == .multiLine, isFit { return text }
    return TextRope(fitted(Array(String(text).utf8)))
  }

  // MARK: - Edits

  private mutating func edit(_ command: Command) -> Bool {
    switch command {
    case .insert(let text):
      if isJSON, selection == nil, text == "}" || text == "]" { dedent() }
      let bytes = Array(text.utf8)
      return insert(TextRope(mode == .singleLine ? fitted(bytes) : bytes), grouping: .typing)
    case .insertBytes(let bytes): return insert(TextRope(fitted(bytes)), grouping: .none)
    case .insertByte(let byte): return insert(TextRope([byte]), grouping: .none)
    case .newline:
      switch mode {
      case .singleLine: return false
      case .multiLine: return isJSON ? insertIndentedLine() : insert("\n", grouping: .typing)
      case .bytes: return insert("\r\n", grouping: .typing)
      }
    case .deleteBackward:
      return deleteSelection() || delete(to: destination(of: .left), grouping: .deletingBackward)
    case .deleteForward:
      return deleteSelection() || delete(to: destination(of: .right), grouping: .deletingForward)
    case .deleteByteBackward: return deleteSelection() || delete(to: max(0, cursor - 1), grouping: .none)
    case .deleteByteForward: return deleteSelection() || delete(to: min(buffer.count, cursor + 1), grouping: .none)
    case .deleteWordBackward: return deleteSelection() || kill(to: destination(of: .wordLeft))
    case .deleteWordForward: return deleteSelection() || kill(to: destination(of: .wordRight))
    case .deleteBlankWordBackward: return deleteSelection() || kill(to: buffer.blankWordStart(before: cursor))
    case .deleteBlanks:
      let blanks = blanksAroundCursor
      if !blanks.isEmpty { replace(blanks, with: TextRope(), grouping: .none) }
      return !blanks.isEmpty
    case .deleteToLineStart: return deleteSelection() || kill(to: destination(of: .lineStart))
    case .deleteToLineEnd:
      let end = destination(of: .lineEnd)
      // At a line's end its line end goes, as in every editor that has this key.
      return deleteSelection() || kill(to: end == cursor ? destination(of: .right) : end)
    case .deleteSelection: return deleteSelection()
    case .yank:
      guard let text = kills.latest else { return false }
      return yank(text, over: selection ?? cursor..<cursor)
    case .yankPop:
      guard let yanked, let text = kills.rotate() else { return false }
      return yank(text, over: yanked)
    case .transposeCharacters: return replace(transposingCharacters)
    case .transposeWords: return replace(transposingWords)
    case .uppercaseWord: return replace(changingCase(.upper))
    case .lowercaseWord: return replace(changingCase(.lower))
    case .capitalizeWord: return replace(changingCase(.capital))
    case .undo:
      guard let step = history.takeUndo() else { return false }
      apply(step, undoing: true)
      while step.group != 0, history.done.last?.group == step.group, let step = history.takeUndo() {
        apply(step, undoing: true)
      }
      return true
    case .redo:
      guard let step = history.takeRedo() else { return false }
      apply(step, undoing: false)
      while step.group != 0, history.undone.last?.group == step.group, let step = history.takeRedo() {
        apply(step, undoing: false)
      }
      return true
    default: return false
    }
  }

  private mutating func insert(_ text: TextRope, grouping: TextHistory.Grouping) -> Bool {
    let range = selection ?? cursor..<cursor
    guard !text.isEmpty || !range.isEmpty else { return false }
    replace(range, with: text, grouping: grouping)
    return true
  }

  /// A new line with the indentation of this one, deeper behind an opening bracket; its partner gets a line of its own.
  private mutating func insertIndentedLine() -> Bool {
    let (before, after) = lineIndentation
    history.beginGroup()
    defer { history.endGroup() }
    _ = insert(before, grouping: .none)
    guard let after else { return true }
    let cursor = self.cursor
    _ = insert(after, grouping: .none)
    place(cursor)
    return true
  }

  /// Before a closing bracket that is the first in its line, one level less.
  private mutating func dedent() {
    let line = buffer.wholeLine(at: cursor).lowerBound
    let blank = buffer.rope.bytes(in: max(line, cursor - 64)..<cursor)
    guard blank.count >= 2, cursor - line < 64, blank.allSatisfy({ $0 == 0x20 }) else { return }
    replace(cursor - 2..<cursor, with: TextRope(), grouping: .typing)
  }

  private mutating func deleteSelection() -> Bool {
    guard let selection else { return false }
    replace(selection, with: TextRope(), grouping: .none)
    return true
  }

  private mutating func kill(to offset: Int) -> Bool {
    if offset != cursor {
      kills.kill(buffer.rope[min(offset, cursor)..<max(offset, cursor)], isForward: offset > cursor)
    }
    return delete(to: offset, grouping: .none)
  }

  private mutating func yank(_ text: TextRope, over range: Range<Int>) -> Bool {
    let text = mode == .bytes ? text : fittedText(text)
    replace(range, with: text, grouping: .none)
    yanked = range.lowerBound..<(range.lowerBound + text.count)
    return true
  }

  private mutating func replace(_ change: (range: Range<Int>, text: TextRope)?) -> Bool {
    guard let change else { return false }
    replace(change.range, with: change.text, grouping: .none)
    return true
  }

  private mutating func delete(to offset: Int, grouping: TextHistory.Grouping) -> Bool {
    guard offset != cursor else { return false }
    replace(min(offset, cursor)..<max(offset, cursor), with: TextRope(), grouping: grouping)
    return true
  }

  private mutating func replace(_ range: Range<Int>, with text: TextRope, grouping: TextHistory.Grouping) {
    let step = TextHistory.Step(
      offset: range.lowerBound, removed: buffer.rope[range], inserted: text, cursor: cursor, anchor: anchor)
    history.record(step, as: grouping)
    buffer.replace(range, with: text)
    place(range.lowerBound + text.count)
  }

  private mutating func apply(_ step: TextHistory.Step, undoing: Bool) {
    let (old, new) = undoing ? (step.inserted, step.removed) : (step.removed, step.inserted)
    buffer.replace(step.offset..<(step.offset + old.count), with: new)
    if undoing {
      cursor = step.cursor
      anchor = step.anchor
      isMarking = false
      selectionShape = .characters
    } else {
      place(step.offset + new.count)
    }
  }

  /// Puts a text in the place of a part, as a step of its own, and the cursor somewhere.
  mutating func change(_ range: Range<Int>, to text: TextRope, cursor: Int? = nil) {
    replace(range, with: text, grouping: .none)
    if let cursor { place(cursor) }
    followCursor()
  }

  /// What `body` does is taken back as one step.
  mutating func asOneStep(_ body: (inout TextEditor) -> Void) {
    history.beginGroup()
    body(&self)
    history.endGroup()
  }

  /// Begins a step that lasts until `endStep`.
  mutating func beginStep() { history.beginGroup() }

  mutating func endStep() { history.endGroup() }

  /// Puts the cursor after an edit; what was typed may have joined with the character after it.
  private mutating func place(_ offset: Int) {
    cursor = buffer.boundary(atOrAfter: offset)
    anchor = nil
    isMarking = false
    selectionShape = .characters
  }

  // MARK: - Movements

  /// True when the command moves or selects.
  private mutating func moves(_ command: Command) -> Bool {
    switch command {
    case .move(let motion) where isMarking:
      cursor = vertical(motion) ?? destination(of: motion)
    case .setMark:
      anchor = cursor
      isMarking = true
    case .move(let motion):
      let selection = self.selection
      anchor = nil
      switch (motion, selection) {
      case (.left, let range?): cursor = range.lowerBound
      case (.right, let range?): cursor = range.upperBound
      default: cursor = vertical(motion) ?? destination(of: motion)
      }
    case .extend(let motion):
      anchor = anchor ?? cursor
      cursor = vertical(motion) ?? destination(of: motion)
    case .placeCursor(let offset):
      anchor = nil
      isMarking = false
      cursor = buffer.boundary(atOrBefore: offset)
    case .extendTo(let offset):
      anchor = anchor ?? cursor
      cursor = buffer.boundary(atOrBefore: offset)
    case .select(let range):
      anchor = buffer.boundary(atOrBefore: range.lowerBound)
      cursor = buffer.boundary(atOrAfter: range.upperBound)
    case .selectWord(let offset):
      let word = buffer.word(around: offset)
      anchor = word.lowerBound
      cursor = word.upperBound
    case .selectAll:
      anchor = 0
      cursor = buffer.count
    case .clearSelection:
      anchor = nil
      isMarking = false
      selectionShape = .characters
    default:
      return false
    }
    history.close()
    return true
  }

  private func destination(of motion: Motion) -> Int {
    switch motion {
    case .left: cursor > 0 ? buffer.previousBoundary(before: cursor) : 0
    case .right: cursor < buffer.count ? buffer.boundary(after: cursor) : cursor
    case .wordLeft: buffer.wordStart(before: cursor)
    case .wordRight: buffer.wordEnd(after: cursor)
    case .lineStart: buffer.wholeLine(at: cursor).lowerBound
    case .lineEnd: buffer.textEnd(ofLineAt: cursor)
    case .documentStart: 0
    case .documentEnd: buffer.count
    case .up, .down, .pageUp, .pageDown: cursor
    }
  }

  private mutating func vertical(_ motion: Motion) -> Int? {
    let page = max(1, viewport.lines - 1)
    let lines: Int
    switch motion {
    case .up: lines = -1
    case .down: lines = 1
    case .pageUp: lines = -page
    case .pageDown: lines = page
    default: return nil
    }
    if let rows { return vertical(by: lines, in: rows) }
    let position = cursorPosition
    if position.line == 0, lines < 0 { return 0 }
    if position.line == buffer.lineCount - 1, lines > 0 { return buffer.count }
    let column = desiredColumn ?? position.column
    desiredColumn = column
    return buffer.offset(atColumn: column, ofLine: max(0, min(position.line + lines, buffer.lineCount - 1)))
  }

  private mutating func followCursor() {
    let width = cursor < buffer.count ? buffer.unit(at: cursor, column: 0).columns : 1
    viewport.firstLine = min(viewport.firstLine, buffer.lineCount - 1)
    if let rows {
      follow(rows)
    } else {
      viewport.firstRow = 0
      viewport.follow(cursorPosition, width: width)
    }
  }

  // MARK: - Wrapped lines

  /// The rows of the lines, where they are wrapped.
  var rows: TextRows? {
    wraps && mode != .singleLine ? TextRows(buffer: buffer, columns: viewport.columns) : nil
  }

  var firstPlace: TextRows.Place { TextRows.Place(line: viewport.firstLine, row: viewport.firstRow) }

  private mutating func show(from place: TextRows.Place) {
    viewport.firstLine = place.line
    viewport.firstRow = place.row
    viewport.firstColumn = 0
  }

  private mutating func vertical(by lines: Int, in rows: TextRows) -> Int {
    let (place, start) = rows.place(of: cursor)
    let target = rows.place(place, movedBy: lines)
    if target == place { return lines < 0 ? 0 : buffer.count }
    let column = desiredColumn ?? rows.column(of: cursor, inRowFrom: start)
    desiredColumn = column
    return rows.offset(atColumn: column, of: target)
  }

  /// Scrolls as little as is needed to show the cursor's row.
  private mutating func follow(_ rows: TextRows) {
    let (place, _) = rows.place(of: cursor)
    let last = rows.starts(ofLine: viewport.firstLine).count - 1
    let first = TextRows.Place(line: viewport.firstLine, row: min(viewport.firstRow, last))
    if place < first {
      show(from: place)
    } else if rows.distance(from: first, to: place, atMost: viewport.lines - 1) == nil {
      show(from: rows.place(place, movedBy: 1 - viewport.lines))
    } else {
      show(from: first)
    }
  }
}
