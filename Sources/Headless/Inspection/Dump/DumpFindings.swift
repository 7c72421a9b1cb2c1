import HTTPMessages

/// Findings that wait for the rows of their bytes.
struct DumpFindings {
  /// A finding and where it is told of.
  struct Placed {
    var diagnostic: Diagnostic
    /// Indices of the rows that hold its bytes; empty where none of them is shown.
    var rows: Range<Int>
    /// Row after which it is told of; -1 for before all rows.
    var last: Int
  }

  private(set) var waiting: [Diagnostic] = []
  /// How often each code was told of since `forget`.
  private var toldCounts: [Diagnostic.Code: Int] = [:]

  var isEmpty: Bool { waiting.isEmpty }
  var ranges: [Range<Int>] { waiting.map(\.range) }

  mutating func add(_ diagnostic: Diagnostic) {
    waiting.append(diagnostic)
  }

  /// Whether something waits that was not told of so often that it is known by now.
  var hasNew: Bool {
    waiting.contains { toldCounts[$0.code, default: 0] < DumpLayout.shownChunks }
  }

  /// Makes every finding new: another message begins.
  mutating func forget() {
    toldCounts.removeAll()
  }

  /// Drops the findings whose bytes are all before an offset; returns how many.
  mutating func drop(before end: Int) -> Int {
    guard !waiting.isEmpty else { return 0 }
    let count = waiting.count
    waiting.removeAll { $0.range.upperBound <= end }
    return count - waiting.count
  }

  /// Takes the findings whose bytes are all in these rows or before them, or with `all` every one, in order.
  mutating func place(in rows: [DumpRow], all: Bool) -> [Placed] {
    guard !waiting.isEmpty else { return [] }
    let end = rows.last?.range.upperBound ?? Int.min
    var placed: [Placed] = []
    waiting.removeAll { diagnostic in
      guard all || diagnostic.range.upperBound <= end else { return false }
      placed.append(Self.place(diagnostic, in: rows))
      toldCounts[diagnostic.code, default: 0] += 1
      return true
    }
    return placed.enumerated().sorted { one, other in
      (one.element.last, one.element.diagnostic.range.lowerBound, one.offset)
        < (other.element.last, other.element.diagnostic.range.lowerBound, other.offset)
    }.map(\.element)
  }

  private static func place(_ diagnostic: Diagnostic, in rows: [DumpRow]) -> Placed {
    let range = diagnostic.range
    var first: Int
    var end: Int
    if range.isEmpty {
      // Where something is missing: in a row, or rather behind one than before the next.
      first = rows.partition { $0.range.upperBound >= range.lowerBound }
      end = first < rows.count && rows[first].start <= range.lowerBound ? first + 1 : first
    } else {
      first = rows.partition { $0.range.upperBound > range.lowerBound }
      end = rows.partition { $0.start >= range.upperBound }
    }
    let last = end - 1
    while first < end, rows[first].bytes == nil { first += 1 }
    while first < end, rows[end - 1].bytes == nil { end -= 1 }
    return Placed(diagnostic: diagnostic, rows: first..<max(first, end), last: last)
  }
}

extension [DumpRow] {
  /// Index of the first row for which a condition holds, which holds for all rows after it too.
  func partition(_ condition: (DumpRow) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
