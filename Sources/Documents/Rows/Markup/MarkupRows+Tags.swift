/// Tags, comments and what else begins with `<`.
extension MarkupRows {
  /// Reads on from a `<` until it is known what it begins.
  mutating func peek(_ bytes: UnsafeRawBufferPointer, _ index: inout Int) {
    while index < bytes.count, !tag.isDecided {
      let byte = bytes[index]
      if tag.length == 0, tag.kind == .unknown || tag.kind == .end || tag.kind == .declaration {
        peekFirst(byte)
        if tag.isDecided { return }
        index += 1
        continue
      }
      if tag.length >= Self.nameLimit || Self.endsName(byte) {
        decide()
        return
      }
      tag.name = ElementName.adding(byte, to: tag.name, isHTML: form == .html)
      tag.length += 1
      index += 1
    }
  }

  /// What stands right behind a `<`, `</` or `<!`.
  private mutating func peekFirst(_ byte: UInt8) {
    switch (tag.kind, byte) {
    case (.unknown, UInt8(ascii: "/")): tag.kind = .end
    case (.unknown, UInt8(ascii: "!")) where rawName == 0: tag.kind = .declaration
    case (.unknown, UInt8(ascii: "?")) where rawName == 0: decide(.instruction)
    case (.declaration, UInt8(ascii: "-")): decide(.comment)
    case (.declaration, UInt8(ascii: "[")): decide(.section)
    case (.declaration, _): decide(.declaration)
    default:
      guard Self.beginsName(byte), rawName == 0 || tag.kind == .end else { return decide(.text) }
      if tag.kind == .unknown { tag.kind = .start }
      tag.name = ElementName.adding(byte, to: tag.name, isHTML: form == .html)
      tag.length = 1
    }
  }

  private mutating func decide(_ kind: Tag.Kind? = nil) {
    if let kind { tag.kind = kind }
    // Only its own end tag ends raw text.
    if rawName != 0, tag.kind != .end || tag.name != rawName { tag.kind = .text }
    tag.isDecided = true
  }

  /// Puts a tag in its place once it is known what it is; its `<` is the present byte.
  mutating func beginTag<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, into sink: inout Sink
  ) -> Bool {
    switch tag.kind {
    case .text:
      if hasBlank, !isRowEmpty { blank(into: &sink) }
      hasBlank = false
      put(bytes, index..<index + 1, .plain, into: &sink)
      index += 1
      tag.isDecided = false
      isAfterStart = false
      return true
    case .end:
      if !tag.hasClosed, !closeElement(into: &sink) { return false }
    default:
      if form == .html, tag.kind == .start { closeImplied(into: &sink) }
      let isFirstOfFold = fold.isActive && isAfterStart
      if !isRowEmpty, !isFirstOfFold, !breakRow(isContinued: false, into: &sink) { return false }
      if depth > 0, depth <= Self.namedDepth { parents |= 1 << UInt64(depth - 1) }
      if tag.kind == .start, fold.isActive, depth == fold.level + 1 { fold.members += 1 }
    }
    switch tag.kind {
    case .comment: mode = .comment
    case .section: mode = .section
    case .instruction: mode = .instruction
    case .declaration: mode = .declaration
    default: mode = .tagMark
    }
    closing = 0
    nesting = 0
    isAfterStart = false
    put(bytes, index..<index + 1, mode == .tagMark ? .punctuation : .comment, into: &sink)
    tag.isDecided = false
    index += 1
    return true
  }

  /// Elements that end because another begins.
  private mutating func closeImplied<Sink: RowSink<Self>>(into sink: inout Sink) {
    while depth > 0, depth <= Self.namedDepth, ElementName.ends(names[depth - 1], before: tag.name) {
      if fold.isActive, depth - 1 == fold.level { endFold(upTo: position, isCut: true, into: &sink) }
      depth -= 1
    }
  }

  /// Closes the innermost element of the tag's name.
  private mutating func closeElement<Sink: RowSink<Self>>(into sink: inout Sink) -> Bool {
    rawName = 0
    if depth > Self.namedDepth {
      depth -= 1
      tag.hasClosed = true
      return isRowEmpty || isAfterStart || breakRow(isContinued: false, into: &sink)
    }
    var level = depth - 1
    while level >= 0, names[level] != tag.name { level -= 1 }
    guard level >= 0 else {
      // HTML has end tags of elements that were closed already; most do no harm.
      return tell(.closesNothing, at: position, into: &sink)
        && (isRowEmpty || breakRow(isContinued: false, into: &sink))
    }
    let leavesOpen = level < depth - 1
    let isOdd = leavesOpen && (form == .xml || (level + 1..<depth).contains { !ElementName.mayBeOpen(names[$0]) })
    if isOdd, !tell(.closesOther, at: position, into: &sink) { return false }
    let endsFold = fold.isActive && level == fold.level
    if fold.isActive, level <= fold.level { endFold(upTo: position, isCut: level < fold.level, into: &sink) }
    let isParent = parents & (1 << UInt64(level)) != 0
    depth = level
    tag.hasClosed = true
    if keptLevel >= level { keptLevel = -1 }
    // With something in it, or behind what it leaves open, its end has a row of its own.
    return isRowEmpty || !(isParent || leavesOpen) || endsFold || breakRow(isContinued: false, into: &sink)
  }

  /// Takes what is inside of a tag.
  mutating func takeTag<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, _ end: Int, into sink: inout Sink
  ) -> Bool {
    let start = index
    switch mode {
    case .tagMark:
      if bytes[index] == UInt8(ascii: "/") {
        index += 1
        put(bytes, start..<index, .punctuation, into: &sink)
      } else {
        mode = .name
      }
    case .name:
      while index < end, !Self.endsName(bytes[index]) { index += 1 }
      put(bytes, start..<index, .key, into: &sink)
      if index < end { mode = .inTag }
    case .inTag: return takeInTag(bytes, &index, into: &sink)
    case .attribute:
      while index < end, !Self.endsName(bytes[index]), bytes[index] != UInt8(ascii: "=") { index += 1 }
      put(bytes, start..<index, .fieldName, into: &sink)
      if index < end { mode = .inTag }
    case .beforeValue:
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        mode = .inTag
      } else if Self.isBlank(byte) {
        index += 1
      } else {
        quote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? byte : 0
        if quote != 0 { index += 1 }
        put(bytes, start..<index, .string, into: &sink)
        mode = .value
      }
    case .value:
      if quote != 0 {
        while index < end, bytes[index] != quote { index += 1 }
        if index < end {
          index += 1
          mode = .inTag
        }
      } else {
        while index < end, !Self.isBlank(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
        if index < end { mode = .inTag }
      }
      put(bytes, start..<index, .string, into: &sink)
    default: return takeUntold(bytes, &index, end, into: &sink)
    }
    return true
  }

  private mutating func takeInTag<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, into sink: inout Sink
  ) -> Bool {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: ">"):
      put(bytes, index..<index + 1, .punctuation, into: &sink)
      index += 1
      mode = .text
      endTag()
    case UInt8(ascii: "="):
      put(bytes, index..<index + 1, .punctuation, into: &sink)
      index += 1
      mode = .beforeValue
    case UInt8(ascii: "/"):
      put(bytes, index..<index + 1, .punctuation, into: &sink)
      index += 1
      tag.isSelfClosing = true
    case _ where Self.isBlank(byte):
      index += 1
      hasBlank = true
    default:
      if hasBlank { blank(into: &sink) }
      hasBlank = false
      tag.isSelfClosing = false
      put(bytes, index..<index + 1, .fieldName, into: &sink)
      index += 1
      mode = .attribute
    }
    return true
  }

  /// A tag has come to its end.
  private mutating func endTag() {
    hasBlank = false
    isAfterTag = true
    guard tag.kind == .start else { return }
    let isVoid = form == .html ? ElementName.void.contains(tag.name) : tag.isSelfClosing
    if isVoid { return }
    if depth < Self.namedDepth {
      names[depth] = tag.name
      starts[depth] = tag.start
      parents &= ~(1 << UInt64(depth))
    }
    isAfterStart = true
    if form == .html {
      if ElementName.raw.contains(tag.name) { rawName = tag.name }
      if tag.name == ElementName.pre { keptLevel = depth }
    }
    if !fold.isActive, folds.folds(at: tag.start, level: depth) {
      fold.begin(at: tag.start, level: depth)
    }
    depth += 1
  }

  /// Comments, CDATA sections, instructions and declarations, to their ends.
  private mutating func takeUntold<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, _ end: Int, into sink: inout Sink
  ) -> Bool {
    let start = index
    let role: TextRole = mode == .section ? .string : .comment
    while index < end {
      let byte = bytes[index]
      if byte == 0x0A {
        put(bytes, start..<index, role, into: &sink)
        index += 1
        position += index - start
        if isRowEmpty { return true }
        return breakRow(isContinued: false, into: &sink)
      }
      index += 1
      guard isEnd(byte) else { continue }
      put(bytes, start..<index, role, into: &sink)
      mode = .text
      isAfterTag = true
      return true
    }
    put(bytes, start..<index, role, into: &sink)
    return true
  }

  /// Whether a byte is the last one of what is not a tag.
  private mutating func isEnd(_ byte: UInt8) -> Bool {
    let mark = mode == .comment ? UInt8(ascii: "-") : mode == .section ? UInt8(ascii: "]") : UInt8(ascii: "?")
    if mode == .declaration {
      if byte == UInt8(ascii: "[") { nesting = min(254, nesting + 1) }
      if byte == UInt8(ascii: "]"), nesting > 0 { nesting -= 1 }
      return byte == UInt8(ascii: ">") && nesting == 0
    }
    let needed: UInt8 = mode == .instruction ? 1 : 2
    if byte == UInt8(ascii: ">"), closing >= needed { return true }
    closing = byte == mark ? min(needed, closing + 1) : 0
    return false
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private static func endsName(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<")
  }

  private static func beginsName(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x3A || byte >= 0x80
  }
}
