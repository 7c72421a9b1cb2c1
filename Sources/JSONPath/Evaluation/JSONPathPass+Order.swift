import JSONText

/// A node that was found, and the container that it is a child of.
struct JSONPathHeld {
  var parent: Int
  var range: Range<Int>
  var location: JSONLocation
}

/// The order of descendants (RFC 9535 §2.5.2.2): what is found among a container's own children comes before what is
/// found deeper, even where it stands behind it in the text.
///
/// So what is found deeper is held until the container ends. When that becomes too much, the rest of the containers
/// that hold it is read ahead for their own children, which costs another reading but no memory.
extension JSONPathPass {
  /// Takes a node that was found among the children of the container at `parent`.
  mutating func found(_ range: Range<Int>, below parent: Int) throws(JSONPathFailure) {
    guard try fits(range) else { return }
    if outermostHolding == parent { return try deliver(range, location) }
    held.append(JSONPathHeld(parent: parent, range: range, location: location))
    if held.count >= run.heldLimit { try readAhead() }
  }

  /// Where the outermost container begins that holds back what is found deeper.
  var outermostHolding: Int? {
    for index in frames.indices where frames[index].holds { return frames[index].start }
    return nil
  }

  /// Finds children of a container that has just ended.
  mutating func childrenFound(of range: Range<Int>, by selectors: [JSONPathSelector]) throws(JSONPathFailure) {
    // As many may be found in it as it has bytes.
    if held.count + range.count / 2 * selectors.count >= run.heldLimit { try readAhead(below: range.lowerBound) }
    let place = location
    if outermostHolding == nil {
      try deliverChildren(of: range, by: selectors, at: place)
      return
    }
    let box = JSONPathHeldList()
    for selector in selectors {
      _ = try run.select(selector, from: range, at: place) { (child, location) throws(JSONPathFailure) in
        box.held.append(JSONPathHeld(parent: range.lowerBound, range: child, location: location))
        return true
      }
    }
    held += box.held
  }

  /// Delivers what is held and belongs to containers before `limit` of the text, in order.
  mutating func deliverHeld(below limit: Int) throws(JSONPathFailure) {
    if held.isEmpty { return }
    if held.count == 1, held[0].parent < limit {
      let only = held.removeLast()
      return try deliver(only.range, only.location)
    }
    let order = held.indices.filter { held[$0].parent < limit }.sorted {
      (held[$0].parent, $0) < (held[$1].parent, $1)
    }
    for index in order { try deliver(held[index].range, held[index].location) }
    if order.count == held.count {
      held.removeAll(keepingCapacity: true)
    } else {
      held.removeAll { $0.parent < limit }
    }
  }

  /// Finds all that is still to come among the own children of the containers that hold others back.
  ///
  /// Then what is held and belongs to containers before `limit` has its turn.
  private mutating func readAhead(below limit: Int = .max) throws(JSONPathFailure) {
    for index in frames.indices where frames[index].holds {
      try deliverHeld(below: frames[index].start + 1)
      if case .descendantsChildren(let selectors) = stage.ending {
        var ahead = tokens
        let end = try ahead.skip(toDepth: frames[index].depth)
        try deliverChildren(of: frames[index].start..<end, by: selectors, at: location(below: index))
      } else {
        try readChildrenAhead(of: index)
      }
      frames[index].holds = false
      if index + 1 < frames.count { frames[index + 1].isFound = false }
    }
    try deliverHeld(below: limit)
  }

  private mutating func readChildrenAhead(of index: Int) throws(JSONPathFailure) {
    var ahead = JSONPathPass(run, stage, from: 0, at: location(below: index), sink)
    ahead.tokens = tokens
    ahead.frames = [frames[index]]
    if index + 1 < frames.count {
      let child = frames[index + 1]
      let end = try ahead.tokens.skip(toDepth: child.depth)
      if child.isFound, try fits(child.start..<end) { try ahead.deliver(child.start..<end, ahead.location) }
    }
    try ahead.readChildren()
    if ahead.isStopped { isStopped = true }
  }

  /// Reads the rest of the children of the only frame, and over what is deeper.
  private mutating func readChildren() throws(JSONPathFailure) {
    while !isStopped, let token = try tokens.next() {
      switch token.kind {
      case .key: try name(token)
      case .objectEnd, .arrayEnd: return
      default:
        let isChosen = advance()
        let range = try token.range.lowerBound..<end(of: token)
        if isChosen, try fits(range) { try deliver(range, location) }
      }
    }
  }
}

/// Collects what a closure finds.
private final class JSONPathHeldList {
  var held: [JSONPathHeld] = []
}

extension JSONToken {
  var isEnd: Bool { kind == .objectEnd || kind == .arrayEnd }
}
