/// Elements that are shown as one row.
extension MarkupRows {
  static var canFold: Bool { true }

  var isPassingOver: Bool { fold.isPassingOver }
  var level: Int { depth }

  mutating func leap(by later: borrowing MarkupRows) -> Bool {
    let known = later.fold.last
    guard fold.take(known) else { return false }
    // What stands at its end is read again, and closes it.
    position = known.end
    depth = fold.level + 1
    mode = .text
    tag = Tag()
    rawName =
      known.isCut || depth > Self.namedDepth || !ElementName.raw.contains(names[fold.level]) ? 0 : names[fold.level]
    hasBlank = false
    problems = later.problems
    told = known.isCut ? -1 : known.end
    return true
  }

  mutating func endFold<Sink: RowSink<Self>>(upTo end: Int, isCut: Bool = false, into sink: inout Sink) {
    if fold.isPassingOver, sink.wantsWords {
      sink.append(words: fold.words(unit: (one: "element", many: "elements"), upTo: end), role: .note)
    }
    fold.end(at: position, isCut: isCut)
    rowStart = position
  }

  func foldPlace(next: borrowing MarkupRows) -> Int? {
    if next.fold.last.start >= position, next.fold.last.start > fold.last.start { return next.fold.last.start }
    if next.depth > depth, depth < Self.namedDepth { return next.starts[depth] }
    return depth > 0 && depth <= Self.namedDepth ? starts[depth - 1] : nil
  }
}
