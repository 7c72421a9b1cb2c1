import JSONText

/// One evaluation of a query: the bytes, and what is kept between its passes.
final class JSONPathRun {
  let blocks: JSONBlocks
  /// How many nodes wait for their order before the text is read ahead.
  let heldLimit: Int
  /// Whether reading may end where nothing more can be found.
  var mayStop = true
  /// Whether ways are wanted, or would be made in vain.
  private(set) var tracksLocations = true

  /// Where the text that `$` means begins.
  private var rootStart = 0
  /// Results of the queries in filters that begin with `$`, by their numbers.
  var absolute: [JSONPathAbsolute?]
  private let absoluteCount: Int
  private var patterns: [[UInt8]: IRegexp?] = [:]

  init(_ query: JSONPathQuery, _ blocks: JSONBlocks, heldLimit: Int) {
    self.blocks = blocks
    self.heldLimit = heldLimit
    absoluteCount = query.absoluteCount
    absolute = Array(repeating: nil, count: absoluteCount)
  }

  /// Evaluates a query on the text that begins at `start`; the offset behind it, or nil when it was not read to there.
  func evaluate(
    _ query: JSONPathQuery, textFrom start: Int, _ sink: @escaping JSONPathPass.Sink
  ) throws(JSONPathFailure) -> Int? {
    rootStart = start
    for number in absolute.indices { absolute[number] = nil }
    return try evaluate(query.root.stages[...], from: start, at: JSONLocation(), sink)
  }

  /// Evaluates stages on the value at `start`; nil when it was not read to its end.
  @discardableResult
  func evaluate(
    _ stages: ArraySlice<JSONPathStage>, from start: Int, at location: JSONLocation, _ sink: @escaping JSONPathPass.Sink
  ) throws(JSONPathFailure) -> Int? {
    guard let stage = stages.first else { return nil }
    let rest = stages.dropFirst()
    if rest.isEmpty {
      var pass = JSONPathPass(self, stage, from: start, at: location, sink)
      return try pass.read()
    }
    var goesOn = true
    var pass = JSONPathPass(self, stage, from: start, at: location) { (range, location) throws(JSONPathFailure) in
      try self.evaluate(rest, from: range.lowerBound, at: location) { (range, location) throws(JSONPathFailure) in
        goesOn = try sink(range, location)
        return goesOn
      }
      return goesOn
    }
    return try pass.read()
  }

  /// Finds children of a container by one selector; false when the sink wanted no more.
  func select(
    _ selector: JSONPathSelector, from range: Range<Int>, at location: JSONLocation, _ sink: @escaping JSONPathPass.Sink
  ) throws(JSONPathFailure) -> Bool {
    var goesOn = true
    let watched: JSONPathPass.Sink = { (range, location) throws(JSONPathFailure) in
      goesOn = try sink(range, location)
      return goesOn
    }
    switch selector {
    case .name, .wildcard, .filter: break
    case .index(let index) where index >= 0: break
    case .slice(let slice) where slice.isForward: break
    case .index(let index):
      try elements(JSONPathSlice(start: index, end: index == -1 ? nil : index + 1), of: range, at: location, watched)
      return goesOn
    case .slice(let slice):
      try elements(slice, of: range, at: location, watched)
      return goesOn
    }
    let stage =
      if case .filter(let condition) = selector {
        JSONPathStage(ending: .filtered(condition))
      } else {
        JSONPathStage(selectors: [selector])
      }
    var pass = JSONPathPass(self, stage, from: range.lowerBound, at: location, watched)
    _ = try pass.read()
    return goesOn
  }

  // MARK: Queries in filters

  /// Where a query in a filter begins.
  func start(of chain: JSONPathChain, current: Int) -> Int {
    switch chain.start {
    case .root: rootStart
    case .current: current
    }
  }

  /// Counts the nodes that a query in a filter finds, up to `limit`, and says where the first is.
  func count(
    _ chain: JSONPathChain, current: Int, limit: Int = .max
  ) throws(JSONPathFailure) -> (count: Int, first: Int?) {
    let (tracked, stopping) = (tracksLocations, mayStop)
    tracksLocations = false
    mayStop = true
    defer { (tracksLocations, mayStop) = (tracked, stopping) }
    var count = 0
    var first: Int?
    try evaluate(chain.stages[...], from: start(of: chain, current: current), at: JSONLocation()) { (range, _) in
      if first == nil { first = range.lowerBound }
      count += 1
      return count < limit
    }
    return (count, first)
  }

  /// A pattern made ready; nil when it is no I-Regexp.
  func pattern(_ text: [UInt8]) -> IRegexp? {
    if let known = patterns[text] { return known }
    if patterns.count >= 64 { patterns.removeAll() }
    let pattern = IRegexp(text)
    patterns[text] = .some(pattern)
    return pattern
  }
}

/// What a query that begins with `$` found in the text: it is asked only once.
enum JSONPathAbsolute {
  case node(JSONPathNode?)
  case count(Int)
}
