import JSONText

/// Elements of an array counted from its end, or from back to front.
extension JSONPathRun {
  /// Places in an array from which it can be read on; however long it is, there are no more than these.
  private static let markLimit = 2048

  private struct Mark {
    var index: Int
    var place: JSONValueTokens.Place
  }

  /// Finds the elements that a slice chooses, in its order: counts them first, then reads again what is needed.
  ///
  /// From back to front the array is read by parts, each of which is as long as one of 2048 of it.
  func elements(
    _ slice: JSONPathSlice, of range: Range<Int>, at location: JSONLocation, _ sink: @escaping JSONPathPass.Sink
  ) throws(JSONPathFailure) {
    guard let (count, marks) = try count(from: range.lowerBound) else { return }
    guard let (first, last) = slice.ends(count: count) else { return }
    let isForward = slice.step > 0
    let chosen = min(first, last)...max(first, last)
    let order = isForward ? Array(marks.indices) : marks.indices.reversed()
    for number in order {
      let end = number + 1 < marks.count ? marks[number + 1].index : count
      guard marks[number].index <= chosen.upperBound, end > chosen.lowerBound else { continue }
      var backwards: [(Range<Int>, JSONLocation)] = []
      let goesOn = try elements(from: marks[number], to: min(end, chosen.upperBound + 1)) {
        (index, element) throws(JSONPathFailure) in
        guard index >= chosen.lowerBound, (index - first) % slice.step == 0 else { return true }
        var place = location
        if tracksLocations { place.steps.append(.index(index)) }
        if isForward { return try sink(element, place) }
        backwards.append((element, place))
        return true
      }
      guard goesOn else { return }
      for (element, place) in backwards.reversed() where try !sink(element, place) { return }
    }
  }

  /// The number of an array's elements, and places on the way; nil when it is none.
  private func count(from start: Int) throws(JSONPathFailure) -> (count: Int, marks: [Mark])? {
    var tokens = JSONValueTokens(blocks, from: start)
    guard try tokens.next()?.kind == .arrayStart else { return nil }
    var marks = [Mark(index: 0, place: tokens.place)]
    var spacing = 64
    var count = 0
    while let token = try tokens.next(upToDepth: 1, withMarks: true), token.depth == 1 {
      switch token.kind {
      case .comma:
        guard count % spacing == 0 else { continue }
        marks.append(Mark(index: count, place: tokens.place))
        if marks.count > Self.markLimit {
          marks = marks.indices.filter { $0 % 2 == 0 }.map { marks[$0] }
          spacing *= 2
        }
      case .arrayEnd, .objectEnd: break
      default: count += 1
      }
    }
    return (count, marks)
  }

  /// Reads elements from a mark on; false when `body` wanted no more.
  private func elements(
    from mark: Mark, to end: Int, _ body: (Int, Range<Int>) throws(JSONPathFailure) -> Bool
  ) throws(JSONPathFailure) -> Bool {
    var tokens = JSONValueTokens(blocks, from: mark.place)
    var index = mark.index
    while index < end, let token = try tokens.next() {
      if token.depth == 0 { return true }
      let range = try token.range.lowerBound..<(token.isContainer ? tokens.skip(token) : token.range.upperBound)
      if try !body(index, range) { return false }
      index += 1
    }
    return true
  }
}
