import CByteMasks

/// Rows that nobody looks at, passed over by whole tokens, sixteen bytes at a time.
///
/// A row of right JSON that is wholly there is passed over to where the next one begins. Any other one is left untouched
/// to `take`, which knows what is wrong, takes what is cut anywhere and ends rows that are too long. What is folded and
/// shown no more of is passed over in the same steps, without an end of a row.
extension JSONRows {
  /// Bytes behind a token that must be there to look at it.
  private static let lookahead = 32

  /// Whether the walker stands where a row begins, or between tokens of what is folded.
  var canPass: Bool { token == .none && markBytes == 0 && (isRowEmpty || fold.isActive) }

  /// Passes over rows from `index` on, as far as the sink wants none of them; false when it wants no more at all.
  mutating func pass<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, _ index: inout Int, into sink: inout Sink
  ) -> Bool {
    guard let first = bytes.assumingMemoryBound(to: UInt8.self).baseAddress, bytes.count - index > Self.lookahead,
      var passage = sink.passage ?? (fold.isPassingOver ? RowPassage(rows: 0, before: 0) : nil)
    else { return true }
    let base = position - index
    let end = first + (bytes.count - Self.lookahead)
    var limit = rowStart - base
    var row = first + index
    var passed = 0
    while true {
      let (expected, level) = (expectation, depth)
      let last = fold.isActive ? end : min(end, first + (limit + passedLimit))
      guard let next = endOfRow(from: row, before: last, position: base - Int(bitPattern: first)) else {
        (expectation, depth) = (expected, level)
        break
      }
      if Sink.wantsStructure { hand(row, before: last, expected, level, base - Int(bitPattern: first), to: &sink) }
      row = next
      if fold.isActive { continue }
      limit = row - first
      if passed < passage.rows, base + limit < passage.before {
        passed += 1
        continue
      }
      stand(at: row - first, base)
      index = row - first
      sink.pass(rows: passed)
      passed = 0
      if !sink.endRow(next: self) { return false }
      guard let wanted = sink.passage else { return true }
      passage = wanted
    }
    if row - first > index {
      stand(at: row - first, base)
      index = row - first
      sink.pass(rows: passed)
    }
    return true
  }

  /// Stands where a row begins, or in what is folded.
  private mutating func stand(at index: Int, _ base: Int) {
    position = base + index
    rowStart = position
    if fold.isActive { return fold.passOver() }
    isRowEmpty = true
    isContinuation = false
    rowIndent = 0
  }

  /// Hands the structure of a row that was passed over to a sink: its name, and the bracket by which it has changed the
  /// level.
  private func hand<Sink: RowSink<Self>>(
    _ row: UnsafePointer<UInt8>, before last: UnsafePointer<UInt8>, _ expected: Expectation, _ level: Int,
    _ base: Int, to sink: inout Sink
  ) {
    let lineFeed: UInt8 = form == .lines ? 0x20 : 0x0A
    guard let start = barewire_json_blanks(row, last, lineFeed) else { return }
    let place = base + Int(bitPattern: start)
    if expected == .key || expected == .keyOrClose, let end = barewire_json_string(start + 1, last) {
      sink.append(UnsafeRawBufferPointer(start: start, count: end - start), at: place, role: .key)
      hand(UInt8(ascii: ":"), at: place, to: &sink)
    }
    if depth != level { hand(depth > level ? UInt8(ascii: "{") : UInt8(ascii: "}"), at: place, to: &sink) }
  }

  /// Hands a mark to a sink that wants the structure.
  func hand<Sink: RowSink<Self>>(_ mark: UInt8, at place: Int, to sink: inout Sink) {
    withUnsafeBytes(of: mark) { sink.append($0, at: place, role: .punctuation) }
  }

  /// Bytes of source that a row certainly has room for, as it begins here.
  private var passedLimit: Int {
    if columns == 0 { return RowRoom.limit }
    return max(16, columns - 1 - 2 * min(max(0, depth - outerDepth), Self.indentedDepth))
  }

  /// The end of a row that begins at `start`: behind its comma, or where a bracket is that closes what it is in, or
  /// behind one that opens something the first that is in it; nil where that is not before `last`, or something is wrong.
  ///
  /// A byte's address and `base` make its position. Levels and expectation are then those of a walker at the end, or,
  /// where there is none, of no use.
  @inline(__always)
  private mutating func endOfRow(
    from start: UnsafePointer<UInt8>, before last: UnsafePointer<UInt8>, position base: Int
  ) -> UnsafePointer<UInt8>? {
    let lineFeed: UInt8 = form == .lines ? 0x20 : 0x0A
    guard depth <= Self.checkedDepth, start < last, var at = barewire_json_blanks(start, last, lineFeed) else {
      return nil
    }
    switch expectation {
    case .key, .keyOrClose:
      guard at.pointee == UInt8(ascii: "\""), depth > 0 else { return nil }
      if depth <= Self.placedDepth { members[depth - 1] = base + Int(bitPattern: at) }
      guard let named = barewire_json_string(at + 1, last), let colon = barewire_json_blanks(named, last, lineFeed),
        colon.pointee == UInt8(ascii: ":"), let value = barewire_json_blanks(colon + 1, last, lineFeed)
      else { return nil }
      at = value
    case .value, .valueOrClose: break
    case .commaOrClose:
      guard at.pointee == closingBracket, depth > (fold.isActive ? fold.level + 1 : outerDepth) else { return nil }
      depth -= 1
      return endOfRow(behind: at + 1, before: last, lineFeed)
    case .colon, .end: return nil
    }
    let value: UnsafePointer<UInt8>?
    switch at.pointee {
    case UInt8(ascii: "\""): value = barewire_json_string(at + 1, last)
    case UInt8(ascii: "-"), 0x30...0x39: value = barewire_json_number(at, last)
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): value = barewire_json_word(at)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard let inside = open(at, before: last, position: base, lineFeed) else { return nil }
      if inside.pointee != closingBracket { return inside }
      depth -= 1
      value = inside + 1
    default: return nil
    }
    guard let value else { return nil }
    return endOfRow(behind: value, before: last, lineFeed)
  }

  /// The end of a row behind its value.
  @inline(__always)
  private mutating func endOfRow(
    behind value: UnsafePointer<UInt8>, before last: UnsafePointer<UInt8>, _ lineFeed: UInt8
  ) -> UnsafePointer<UInt8>? {
    guard depth > 0, let at = barewire_json_blanks(value, last, lineFeed), at < last else { return nil }
    if at.pointee != UInt8(ascii: ",") {
      expectation = .commaOrClose
      return at.pointee == closingBracket ? at : nil
    }
    let isObject = isInObject == true
    expectation = isObject ? .key : .value
    if depth <= Self.placedDepth { members[depth - 1] = isObject ? -1 : members[depth - 1] + 1 }
    if fold.isActive, depth == fold.level + 1 { fold.members += 1 }
    return at + 1
  }

  /// Opens the container that begins at a bracket; where its first token stands, or the bracket that closes it.
  @inline(__always)
  private mutating func open(
    _ at: UnsafePointer<UInt8>, before last: UnsafePointer<UInt8>, position base: Int, _ lineFeed: UInt8
  ) -> UnsafePointer<UInt8>? {
    let isObject = at.pointee == UInt8(ascii: "{")
    position = base + Int(bitPattern: at)
    guard depth < Self.checkedDepth, fold.isActive || folds.isNone || !folds.folds(at: position, level: depth),
      let inside = barewire_json_blanks(at + 1, last, lineFeed), inside < last
    else { return nil }
    push(isObject: isObject)
    expectation = isObject ? .keyOrClose : .valueOrClose
    // What is wrong there must find the row as it is.
    switch inside.pointee {
    case UInt8(ascii: "\""), closingBracket: return inside
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "-"), 0x30...0x39, UInt8(ascii: "t"), UInt8(ascii: "f"),
      UInt8(ascii: "n"):
      return isObject ? nil : inside
    default: return nil
    }
  }

  /// The bracket that closes the innermost container, whose kind is known.
  private var closingBracket: UInt8 { isInObject == true ? UInt8(ascii: "}") : UInt8(ascii: "]") }
}
