import JSONText

/// One reading of a value from front to back, which finds the nodes of a stage.
///
/// Holds one frame for each container that can still lead somewhere; the others are read over.
struct JSONPathPass {
  typealias Sink = (Range<Int>, JSONLocation) throws(JSONPathFailure) -> Bool

  enum Mode {
    /// Children are chosen by a selector of the stage, the first from 0.
    case selector(Int)
    case filtered
    case descendants
  }

  /// A container that is open.
  struct Frame {
    let isObject: Bool
    let start: Int
    let depth: Int
    let mode: Mode
    /// The child that is being read, and whether a member's name was chosen.
    var step: JSONLocation.Step
    var isNameChosen = false
    /// Whether it is itself found when it ends.
    var isFound: Bool
    let choice: JSONPathChoice
    /// Whether children of it may be found that come before what was found deeper.
    var holds: Bool
  }

  let run: JSONPathRun
  let stage: JSONPathStage
  let sink: Sink
  let base: JSONLocation
  /// What the selectors choose, and last what the ending chooses of descendants.
  private let choices: [JSONPathChoice]
  /// The names of the selectors, and last that of the ending for descendants; nothing for those without.
  private let names: [[UInt8]?]
  private let endingFitsObjects: Bool
  private let endingFitsArrays: Bool
  var tokens: JSONValueTokens
  var frames: [Frame] = []
  /// What was found below a container that holds it back.
  var held: [JSONPathHeld] = []
  var isStopped = false

  init(_ run: JSONPathRun, _ stage: JSONPathStage, from start: Int, at base: JSONLocation, _ sink: @escaping Sink) {
    self.run = run
    self.stage = stage
    self.base = base
    self.sink = sink
    tokens = JSONValueTokens(run.blocks, from: start)
    choices = stage.choices
    names = stage.names
    endingFitsObjects = stage.endingFits(isObject: true)
    endingFitsArrays = stage.endingFits(isObject: false)
  }

  /// Reads the value; nil when the sink wanted no more or nothing more can be found, else the offset behind the value.
  mutating func read() throws(JSONPathFailure) -> Int? {
    guard let first = try tokens.next() else { return tokens.offset }
    try reach(0, first)
    while !isStopped, !frames.isEmpty, let token = try tokens.next() {
      switch token.kind {
      case .key: try name(token)
      case .objectEnd, .arrayEnd: try close(at: token.range.upperBound)
      default: try child(token)
      }
    }
    return isStopped ? nil : tokens.offset
  }

  /// Notes the name of the innermost object's next member.
  mutating func name(_ token: JSONToken) throws(JSONPathFailure) {
    let top = frames.count - 1
    frames[top].step = .member(token.range)
    switch frames[top].choice {
    case .all: frames[top].isNameChosen = true
    case .name(let selector): frames[top].isNameChosen = try isName(of: selector, token)
    case .none, .index, .slice: frames[top].isNameChosen = false
    }
  }

  /// Notes that the next child of the innermost container begins; whether it is chosen.
  mutating func advance() -> Bool {
    let top = frames.count - 1
    guard case .index(let index) = frames[top].step else { return frames[top].isNameChosen }
    frames[top].step = .index(index + 1)
    switch frames[top].choice {
    case .all: return true
    case .index(let chosen): return index + 1 == chosen
    case .slice(let slice): return slice.chooses(index + 1)
    case .none, .name: return false
    }
  }

  /// Whether a name is that of a selector of the stage, by its number, or of the one for descendants behind them.
  private func isName(of number: Int, _ token: JSONToken) throws(JSONPathFailure) -> Bool {
    guard let name = names[number], token.hasEscapes || token.range.count == name.count + 2 else { return false }
    return try tokens.isName(name, token)
  }

  private mutating func child(_ token: JSONToken) throws(JSONPathFailure) {
    let isChosen = advance()
    let top = frames.count - 1
    switch frames[top].mode {
    case .selector(let index):
      if isChosen { return try reach(index + 1, token) }
      if run.mayStop, isExhausted { isStopped = true } else { _ = try end(of: token) }
    case .filtered:
      let range = try token.range.lowerBound..<end(of: token)
      if try fits(range) { try deliver(range, location) }
    case .descendants:
      let isFound = isChosen && frames[top].holds
      if token.isContainer {
        push(token, .descendants, isFound: isFound)
      } else if isFound {
        try found(token.range, below: frames[top].start)
      }
    }
  }

  /// Takes a node that so many selectors have led to.
  private mutating func reach(_ count: Int, _ token: JSONToken) throws(JSONPathFailure) {
    if count < stage.selectors.count {
      if token.isContainer { push(token, .selector(count), isFound: false) }
      return
    }
    switch stage.ending {
    case .nodes:
      try deliver(try token.range.lowerBound..<end(of: token), location)
    case .children(let selectors):
      guard token.isContainer else { return }
      let range = try token.range.lowerBound..<end(of: token)
      try deliverChildren(of: range, by: selectors, at: location)
    case .filtered:
      if token.isContainer { push(token, .filtered, isFound: false) }
    case .descendants, .filteredDescendants, .descendantsChildren:
      if token.isContainer { push(token, .descendants, isFound: false) }
    }
  }

  private mutating func push(_ token: JSONToken, _ mode: Mode, isFound: Bool) {
    let isObject = token.kind == .objectStart
    var choice = JSONPathChoice.none
    var holds = false
    switch mode {
    case .selector(let number): choice = choices[number]
    case .filtered: choice = .all
    case .descendants:
      choice = choices.last ?? .none
      holds = isObject ? endingFitsObjects : endingFitsArrays
    }
    frames.append(
      Frame(
        isObject: isObject, start: token.range.lowerBound, depth: token.depth, mode: mode,
        step: isObject ? .member(0..<0) : .index(-1), isFound: isFound, choice: choice, holds: holds))
  }

  private mutating func close(at end: Int) throws(JSONPathFailure) {
    let frame = frames.removeLast()
    guard case .descendants = frame.mode else { return }
    if frame.holds, case .descendantsChildren(let selectors) = stage.ending {
      try childrenFound(of: frame.start..<end, by: selectors)
    }
    if frame.isFound, let parent = frames.last { try found(frame.start..<end, below: parent.start) }
    if frame.holds, outermostHolding == nil { try deliverHeld(below: .max) }
  }

  /// Whether no container that is open can bring anything more.
  private var isExhausted: Bool {
    frames.allSatisfy { frame in
      guard case .selector(let place) = frame.mode, case .index(let index) = frame.step else { return false }
      return stage.selectors[place].isBehind(index: index)
    }
  }

  // MARK: Nodes that were found

  /// The way to the child that is being read.
  var location: JSONLocation { location(below: frames.count) }

  func location(below count: Int) -> JSONLocation {
    guard run.tracksLocations else { return base }
    var location = base
    location.steps.reserveCapacity(base.steps.count + count)
    for frame in frames[..<count] { location.steps.append(frame.step) }
    return location
  }

  /// The offset behind a value that has begun.
  mutating func end(of token: JSONToken) throws(JSONPathFailure) -> Int {
    token.isContainer ? try tokens.skip(token) : token.range.upperBound
  }

  /// Whether a node fits the stage's condition, if it has one.
  func fits(_ range: Range<Int>) throws(JSONPathFailure) -> Bool {
    switch stage.ending {
    case .filtered(let condition), .filteredDescendants(let condition):
      try run.holds(condition, at: range.lowerBound)
    case .nodes, .children, .descendants, .descendantsChildren: true
    }
  }

  mutating func deliver(_ range: Range<Int>, _ location: JSONLocation) throws(JSONPathFailure) {
    if !isStopped, try !sink(range, location) { isStopped = true }
  }

  mutating func deliverChildren(
    of range: Range<Int>, by selectors: [JSONPathSelector], at location: JSONLocation
  ) throws(JSONPathFailure) {
    for selector in selectors where !isStopped {
      if try !run.select(selector, from: range, at: location, sink) { isStopped = true }
    }
  }
}

extension JSONToken {
  /// Whether it opens an object or an array.
  var isContainer: Bool { kind == .objectStart || kind == .arrayStart }
}
