/// What a query needs beyond one reading of the text from front to back; memory is bounded all the same.
package enum JSONPathNeed: Sendable, Hashable {
  /// A selector counts from the end of an array, goes backward, or is one of several, so that the container is read
  /// again for each selector when its end is known.
  case wholeContainers
  /// What is found among an object's or array's own children comes first, so that the text may be read ahead where
  /// much is found deeper, at each level.
  case ownChildrenFirst
  /// So many queries of filters begin with `$` and are asked of the whole text, once each.
  case wholeText(queries: Int)
  /// What the first part of the query finds is read again for the rest.
  case foundAgain

  /// What it costs for a text of so many bytes, as a sentence.
  package func sentence(bytes: Int) -> String {
    switch self {
    case .wholeContainers:
      "Arrays are counted, and containers read again for each selector: up to \(bytes) bytes each time."
    case .ownChildrenFirst:
      "Where much is found deeper, the text is read ahead for what comes first: up to \(bytes) bytes again at each level."
    case .wholeText(let queries):
      "\(queries == 1 ? "A query" : "\(queries) queries") of a filter, beginning with “$”, "
        + "read\(queries == 1 ? "s" : "") the text first: up to \(bytes) bytes each."
    case .foundAgain:
      "What the first part finds is read again for the rest: up to \(bytes) bytes."
    }
  }
}

extension JSONPathQuery {
  /// What the query needs beyond one reading; nothing when it streams.
  package var needs: [JSONPathNeed] {
    var needs: [JSONPathNeed] = []
    func add(_ need: JSONPathNeed) {
      if !needs.contains(need) { needs.append(need) }
    }
    if absoluteCount > 1 { add(.wholeText(queries: absoluteCount - 1)) }
    for (number, stage) in root.stages.enumerated() {
      if number == 1 { add(.foundAgain) }
      switch stage.ending {
      case .nodes, .filtered: break
      case .children: add(.wholeContainers)
      case .descendants, .filteredDescendants: add(.ownChildrenFirst)
      case .descendantsChildren:
        add(.wholeContainers)
        add(.ownChildrenFirst)
      }
    }
    return needs
  }
}
