/// Parts that are shown as one row, and what is folded in their content.
extension MultipartRows {
  static var outermostFold: Int { 0 }

  var foldedUnit: (one: String, many: String) { (one: "field", many: "fields") }

  var isPassingOver: Bool { fold.isPassingOver || content.isPassingOver }

  /// Parts around the place, and what is around it in the content.
  var depth: Int {
    switch mode {
    case .content where !isOutside: levels.count + content.level
    case .ending, .size: isOutside ? levels.count - 1 : levels.count
    case .headProblem, .fields: levels.count
    case .boundaryProblem where !isOutside: levels.count
    default: max(0, levels.count - 1)
    }
  }

  func start(ofLevel level: Int) -> Int? { level < levels.count ? levels[level].start : nil }

  /// Rows of words begin where the next one does: they are told apart by what comes next, and by what the content told.
  func meets(_ other: borrowing MultipartRows) -> Bool {
    let there = (other.position, other.told, other.isContinuation)
    return (position, told, isContinuation) == there && mode == other.mode && levels.count == other.levels.count
      && content.meets(other.content)
  }

  private var partStart: Int? { levels.last { $0.start >= 0 }?.start }

  func foldPlace(next: borrowing MultipartRows) -> Int? {
    if let start = next.partStart, start >= position { return start }
    // The content begins on the row.
    if next.contentStart > contentStart, next.contentStart >= position, let first = next.content.firstContainer {
      return first
    }
    if next.contentStart == contentStart {
      switch (content, next.content) {
      case (.json(let rows), .json(let next)):
        if let place = rows.foldPlace(next: next) { return place }
      case (.markup(let rows, _), .markup(let next, _)):
        if let place = rows.foldPlace(next: next) { return place }
      default: break
      }
    }
    return partStart
  }

  mutating func leap(by later: borrowing MultipartRows) -> Bool {
    if fold.isActive {
      let known = later.fold.last
      guard known.end > position, fold.take(known) else { return false }
      position = known.end
    } else {
      guard later.contentStart == contentStart else { return false }
      switch (content, later.content) {
      case (.json(var rows), .json(let later)):
        guard rows.leap(by: later) else { return false }
        content = .json(rows)
        position = rows.position
      case (.markup(var rows, let encoding), .markup(let later, _)):
        guard rows.leap(by: later) else { return false }
        content = .markup(rows, encoding)
        position = rows.position
      default: return false
      }
    }
    knownEnd = position
    match.end()
    return true
  }
}
