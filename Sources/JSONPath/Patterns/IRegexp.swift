/// A pattern of RFC 9485, for `match` and `search`.
///
/// An I-Regexp is regular in the strict sense: no look-around and nothing that refers back. So it is run as a set of
/// states over the text, whose time is the text's length times the pattern's at the worst. An engine that tries one way
/// after the other, as Swift's own does, can take longer than anybody waits and cannot be stopped.
struct IRegexp: Sendable {
  /// Steps of a pattern, repetitions written out.
  static let sizeLimit = 20_000

  private enum Step: Sendable {
    case set(IRegexpSet)
    case split(Int, Int)
    case jump(Int)
    case start
    case end
    case accept
  }

  private var steps: [Step] = []
  /// Parts that were written out, those without a step of their own included.
  private var compiled = 0

  /// The pattern, as UTF-8; nil when it is no I-Regexp, or too large when its repetitions are written out.
  init?(_ pattern: [UInt8]) {
    guard let node = IRegexpParser.parse(pattern) else { return nil }
    guard compile(node), steps.count < Self.sizeLimit else { return nil }
    steps.append(.accept)
  }

  /// False when it grows too large.
  private mutating func compile(_ node: IRegexpNode) -> Bool {
    compiled += 1
    guard steps.count < Self.sizeLimit, compiled < 4 * Self.sizeLimit else { return false }
    switch node {
    case .set(let set): steps.append(.set(set))
    case .start: steps.append(.start)
    case .end: steps.append(.end)
    case .sequence(let parts):
      for part in parts where !compile(part) { return false }
    case .choice(let branches):
      var ends: [Int] = []
      for branch in branches.dropLast() {
        let split = steps.count
        steps.append(.accept)
        guard compile(branch) else { return false }
        ends.append(steps.count)
        steps.append(.accept)
        steps[split] = .split(split + 1, steps.count)
      }
      guard let last = branches.last, compile(last) else { return false }
      for end in ends { steps[end] = .jump(steps.count) }
    case .repeated(let part, let least, let most):
      for _ in 0..<least where !compile(part) { return false }
      guard let most else {
        let split = steps.count
        steps.append(.accept)
        guard compile(part) else { return false }
        steps.append(.jump(split))
        steps[split] = .split(split + 1, steps.count)
        return true
      }
      var splits: [Int] = []
      for _ in least..<most {
        splits.append(steps.count)
        steps.append(.accept)
        guard compile(part) else { return false }
      }
      for split in splits { steps[split] = .split(split + 1, steps.count) }
    }
    return true
  }

  /// Whether the whole text fits, or some part of it; `pause` is called now and then and may throw to end it.
  func matches<Failure: Error>(
    _ text: [UInt8], isWhole: Bool, pause: () throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    var current = IRegexpStates(count: steps.count)
    var next = IRegexpStates(count: steps.count)
    var isAtStart = true
    var work = 0
    add(0, to: &current, isAtStart: true, isAtEnd: scalars.isEmpty)
    var place = scalars.startIndex
    while place < scalars.endIndex {
      if !isWhole {
        if current.holdsAccept { return true }
        if !isAtStart { add(0, to: &current, isAtStart: false, isAtEnd: false) }
        if current.holdsAccept { return true }
      }
      let scalar = scalars[place]
      place = scalars.index(after: place)
      next.removeAll()
      for state in current.list {
        guard case .set(let set) = steps[state], set.contains(scalar) else { continue }
        add(state + 1, to: &next, isAtStart: false, isAtEnd: place == scalars.endIndex)
      }
      swap(&current, &next)
      if isWhole, current.list.isEmpty { return false }
      isAtStart = false
      work += current.list.count + 1
      if work > 1 << 18 {
        work = 0
        try pause()
      }
    }
    if !isWhole, !isAtStart { add(0, to: &current, isAtStart: false, isAtEnd: true) }
    return current.holdsAccept
  }

  /// Adds a state with all that it leads to without a character.
  private func add(_ state: Int, to states: inout IRegexpStates, isAtStart: Bool, isAtEnd: Bool) {
    states.open.append(state)
    while let state = states.open.popLast() {
      guard states.insert(state) else { continue }
      switch steps[state] {
      case .set: break
      case .split(let one, let other):
        states.open.append(other)
        states.open.append(one)
      case .jump(let target): states.open.append(target)
      case .start: if isAtStart { states.open.append(state + 1) }
      case .end: if isAtEnd { states.open.append(state + 1) }
      case .accept: states.holdsAccept = true
      }
    }
  }
}

/// A set of states that is emptied at once and gone through in the order of entry.
private struct IRegexpStates {
  private(set) var list: [Int] = []
  var open: [Int] = []
  var holdsAccept = false
  private var places: [Int]

  init(count: Int) {
    places = Array(repeating: 0, count: count)
  }

  mutating func insert(_ state: Int) -> Bool {
    if places[state] < list.count, list[places[state]] == state { return false }
    places[state] = list.count
    list.append(state)
    return true
  }

  mutating func removeAll() {
    list.removeAll(keepingCapacity: true)
    holdsAccept = false
  }
}
