/// Which containers of a document are shown as one row: those at a depth, with exceptions both ways.
struct Folds: Sendable, Equatable {
  /// Exceptions that are kept; when there are more, the oldest places of the document lose theirs.
  static let exceptionLimit = 4096

  /// Containers inside of so many others are folded, and are shown whole when they are unfolded; nil for none.
  var depth: Int? {
    didSet { exceptions = [] }
  }
  /// Where those containers begin that are not as their depth says; ascending.
  private(set) var exceptions: [Int] = []

  init(depth: Int? = nil) {
    self.depth = depth
  }

  /// Whether nothing is folded.
  var isNone: Bool { depth == nil && exceptions.isEmpty }

  /// Whether the container that begins at a place, inside of `level` others, is shown as one row.
  func folds(at place: Int, level: Int) -> Bool {
    let isDeep = level == depth
    if exceptions.isEmpty { return isDeep }
    let index = insertionIndex(of: place)
    let isException = index < exceptions.count && exceptions[index] == place
    return isDeep != isException
  }

  /// Folds the container that begins at a place, or unfolds it.
  mutating func toggle(at place: Int) {
    let index = insertionIndex(of: place)
    if index < exceptions.count, exceptions[index] == place {
      exceptions.remove(at: index)
    } else {
      exceptions.insert(place, at: index)
      if exceptions.count > Self.exceptionLimit { exceptions.removeFirst() }
    }
  }

  /// The same, seen from a container inside of so many others whose own level is zero.
  func within(_ levels: Int) -> Folds {
    var inner = self
    inner.depth = depth.flatMap { $0 >= levels ? $0 - levels : nil }
    inner.exceptions = exceptions
    return inner
  }

  private func insertionIndex(of place: Int) -> Int {
    var low = 0
    var high = exceptions.count
    while low < high {
      let middle = (low + high) / 2
      if exceptions[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
