/// Elements that are shown as one row.
extension MarkupRows {
  var foldedUnit: (one: String, many: String) { (one: "element", many: "elements") }

  func start(ofLevel level: Int) -> Int? { level < Self.namedDepth ? starts[level] : nil }

  /// Within a start tag it is still to come whether its element is folded.
  func meets(_ other: borrowing MarkupRows) -> Bool {
    let there = (other.position, other.told, other.isContinuation)
    guard (position, told, isContinuation) == there else { return false }
    guard tag.kind == .start, mode != .text else { return true }
    return folds.folds(at: tag.start, level: depth) == other.folds.folds(at: tag.start, level: depth)
  }

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
}
