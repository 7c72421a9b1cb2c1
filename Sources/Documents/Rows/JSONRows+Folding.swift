/// Containers that are shown as one row, and what stands around a row.
extension JSONRows {
  static var canFold: Bool { true }

  var isPassingOver: Bool { fold.isPassingOver }
  var level: Int { depth }

  mutating func leap(by later: borrowing JSONRows) -> Bool {
    let known = later.fold.last
    guard fold.take(known) else { return false }
    position = known.end
    depth = fold.level + 1
    token = .none
    escape = .none
    // What is wrong at its end is told again only where it stands on a row.
    problems = known.isCut ? later.problems - 1 : later.problems
    told = known.isCut ? -1 : known.end
    // Its last member is counted at the bracket.
    fold.members -= 1
    expectation = .commaOrClose
    return true
  }

  /// Puts what there is to say of the folded container on its row, which goes on behind it.
  mutating func endFold<Sink: RowSink<Self>>(upTo end: Int, isCut: Bool = false, into sink: inout Sink) {
    if fold.isPassingOver, sink.wantsWords {
      let isObject = isObject(level: fold.level)
      let unit = isObject ? (one: "member", many: "members") : (one: "element", many: "elements")
      sink.append(words: fold.words(unit: unit, upTo: end), role: .note)
    }
    fold.end(at: position, isCut: isCut)
    rowStart = position
  }

  /// A text ends where another must begin, with brackets open.
  mutating func cutText<Sink: RowSink<Self>>(into sink: inout Sink) -> Bool {
    if fold.isActive { endFold(upTo: position, isCut: true, into: &sink) }
    if !tell(.endsInside, at: position, into: &sink) { return false }
    if !isRowEmpty, !breakRow(isContinued: false, into: &sink) { return false }
    depth = 0
    expectation = .end
    return true
  }

  func foldPlace(next: borrowing JSONRows) -> Int? {
    // What begins on the row, folded or not, else what the row is in.
    if next.fold.last.start >= position, next.fold.last.start > fold.last.start { return next.fold.last.start }
    if next.depth > depth, depth < Self.placedDepth { return next.starts[depth] }
    return depth > 0 && depth <= Self.placedDepth ? starts[depth - 1] : nil
  }

  private func isObject(level: Int) -> Bool {
    level < Self.checkedDepth && kinds[level >> 6] & (UInt64(1) << UInt64(level & 63)) != 0
  }
}
