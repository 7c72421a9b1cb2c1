/// Containers that are shown as one row, and what stands around a row.
extension JSONRows {
  var foldedUnit: (one: String, many: String) {
    isObject(level: fold.level) ? (one: "member", many: "members") : (one: "element", many: "elements")
  }

  func start(ofLevel level: Int) -> Int? { level < Self.placedDepth ? starts[level] : nil }

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

  /// A text ends where another must begin, with brackets open.
  mutating func cutText<Sink: RowSink<Self>>(into sink: inout Sink) -> Bool {
    if fold.isActive { endFold(upTo: position, isCut: true, into: &sink) }
    if !tell(.endsInside, at: position, into: &sink) { return false }
    if !isRowEmpty, !breakRow(isContinued: false, into: &sink) { return false }
    if Sink.wantsStructure {
      // As if what is open had been closed.
      while depth > outerDepth {
        depth -= 1
        hand(UInt8(ascii: "}"), at: position, to: &sink)
      }
    }
    depth = 0
    expectation = .end
    return true
  }

  private func isObject(level: Int) -> Bool {
    level < Self.checkedDepth && kinds[level >> 6] & (UInt64(1) << UInt64(level & 63)) != 0
  }
}
