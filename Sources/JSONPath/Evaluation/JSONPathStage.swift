import JSONText

/// Segments that one pass over a value evaluates: selectors that go from children to children by the stream, and then
/// what ends the pass.
struct JSONPathStage: Sendable, Hashable {
  enum Ending: Sendable, Hashable {
    /// The nodes that the selectors lead to.
    case nodes
    /// Their children that fit a condition.
    case filtered(JSONPathCondition)
    /// Children by selectors that need the whole of a node, in the order of the selectors.
    case children([JSONPathSelector])
    /// Children of them and of all their descendants, by one selector that needs no more than the stream.
    case descendants(JSONPathSelector)
    case filteredDescendants(JSONPathCondition)
    /// As `children`, of all descendants too.
    case descendantsChildren([JSONPathSelector])
  }

  private(set) var selectors: [JSONPathSelector] = []
  private(set) var ending = Ending.nodes
  /// What the selectors choose, and what the ending chooses of the children of descendants, ready to be asked quickly.
  private(set) var choices: [JSONPathChoice] = []
  /// The names that they are by number.
  private(set) var names: [[UInt8]?] = []

  init(selectors: [JSONPathSelector] = [], ending: Ending = .nodes) {
    self.selectors = selectors
    self.ending = ending
    choices = selectors.enumerated().map { JSONPathChoice($1, number: $0) }
    names = selectors.map(\.name)
    switch ending {
    case .descendants(let selector):
      choices.append(JSONPathChoice(selector, number: selectors.count))
      names.append(selector.name)
    case .filteredDescendants: choices.append(.all)
    case .descendantsChildren: choices.append(.none)
    case .nodes, .filtered, .children: break
    }
  }

  /// Whether the ending can choose children of objects, or of arrays, among descendants.
  func endingFits(isObject: Bool) -> Bool {
    switch ending {
    case .descendants(let selector): selector.fits(isObject: isObject)
    case .filteredDescendants: true
    case .descendantsChildren(let selectors): selectors.contains { $0.fits(isObject: isObject) }
    case .nodes, .filtered, .children: false
    }
  }

  static func stages(of segments: [JSONPathSegment]) -> [JSONPathStage] {
    var stages: [JSONPathStage] = []
    var selectors: [JSONPathSelector] = []
    for segment in segments {
      let single = segment.selectors.count == 1 ? segment.selectors[0] : nil
      if let single, single.isStreamed, !segment.isDescendant {
        selectors.append(single)
        continue
      }
      let ending: Ending
      switch (single, segment.isDescendant) {
      case (.filter(let condition), false): ending = .filtered(condition)
      case (.filter(let condition), true): ending = .filteredDescendants(condition)
      case (.some(let selector), true) where selector.isStreamed: ending = .descendants(selector)
      case (_, false): ending = .children(segment.selectors)
      case (_, true): ending = .descendantsChildren(segment.selectors)
      }
      stages.append(JSONPathStage(selectors: selectors, ending: ending))
      selectors = []
    }
    if !selectors.isEmpty || stages.isEmpty { stages.append(JSONPathStage(selectors: selectors)) }
    return stages
  }
}

/// What a streamed selector chooses, without references to what it was made of.
enum JSONPathChoice: Sendable, Hashable {
  case none
  case all
  /// The name of a selector by its number.
  case name(selector: Int)
  case index(Int)
  case slice(JSONPathSlice)

  init(_ selector: JSONPathSelector, number: Int) {
    self =
      switch selector {
      case .name: .name(selector: number)
      case .wildcard: .all
      case .index(let index): .index(index)
      case .slice(let slice): .slice(slice)
      case .filter: .none
      }
  }
}

extension JSONPathSelector {
  /// Whether it can choose a child at once, whatever comes behind it.
  var isStreamed: Bool {
    switch self {
    case .name, .wildcard: true
    case .index(let index): index >= 0
    case .slice(let slice): slice.isForward
    case .filter: false
    }
  }

  /// The name that it chooses, if it chooses by one.
  fileprivate var name: [UInt8]? {
    if case .name(let name) = self { name } else { nil }
  }

  /// Whether it can choose a child of such a container at all.
  func fits(isObject: Bool) -> Bool {
    switch self {
    case .name: isObject
    case .index, .slice: !isObject
    case .wildcard, .filter: true
    }
  }

  /// Whether it chooses no element from `index` on.
  func isBehind(index: Int) -> Bool {
    switch self {
    case .index(let chosen): index > chosen
    case .slice(let slice): slice.end.map { index >= $0 } ?? false
    case .name, .wildcard, .filter: false
    }
  }
}
