/// A piece of a difference, which makes one row or many of them when they are asked for.
enum DifferenceItem {
  /// A row that was made already.
  case row(DocumentRow)
  /// A start line or a field of either message, or of both.
  indirect case pair(DocumentRow?, DocumentRow?)
  /// Rows of content that both have.
  case equal(before: Range<Int>, after: Int)
  /// Rows of content that both have and that are not shown.
  case folded(Int)
  case change(RowChange)
  /// One of the differences of two JSON texts.
  case entry(Int)

  /// Whether it is a difference to stop at.
  var isDifference: Bool {
    switch self {
    case .row, .equal, .folded: false
    case .pair(let before, let after): before?.text != after?.text
    case .change, .entry: true
    }
  }

  /// Equal rows around a change that are shown.
  private static let context = 3

  /// Pieces for contents that differ in some rows; `count` is how many rows the first one has.
  static func items(of changes: [RowChange], count: Int) -> [DifferenceItem] {
    var items: [DifferenceItem] = []
    var (before, after) = (0, 0)
    for change in changes {
      add(equal: before..<change.before.lowerBound, after, isFirst: before == 0, isLast: false, to: &items)
      items.append(.change(change))
      (before, after) = (change.before.upperBound, change.after.upperBound)
    }
    add(equal: before..<max(before, count), after, isFirst: false, isLast: true, to: &items)
    return items
  }

  private static func add(
    equal rows: Range<Int>, _ after: Int, isFirst: Bool, isLast: Bool, to items: inout [DifferenceItem]
  ) {
    let head = isFirst ? 0 : context
    let tail = isLast ? 0 : context
    // A fold of one row would save none.
    guard rows.count > head + tail + 1 else {
      if !rows.isEmpty { items.append(.equal(before: rows, after: after)) }
      return
    }
    if head > 0 { items.append(.equal(before: rows.prefix(head), after: after)) }
    items.append(.folded(rows.count - head - tail))
    if tail > 0 { items.append(.equal(before: rows.suffix(tail), after: after + rows.count - tail)) }
  }
}
