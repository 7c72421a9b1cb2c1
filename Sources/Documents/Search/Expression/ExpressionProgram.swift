/// A regular expression as steps of a machine that follows all ways at once (Thompson 1968; Pike's machine).
///
/// Nothing is tried twice at a place, so that no expression takes more time than its length times the text's.
struct ExpressionProgram: Sendable {
  enum Assertion: Sendable, Hashable {
    case start, end, wordBoundary, noWordBoundary
  }

  enum Step: Sendable {
    case take(ScalarSet)
    /// Goes both ways, the first one rather.
    case split(Int, Int)
    case jump(Int)
    case check(Assertion)
    case match
  }

  /// Steps of one expression.
  static let limit = 20_000

  private(set) var steps: [Step] = []
  /// Text that is part of all that matches.
  let requiredText: String

  init(_ text: String, isCaseSensitive: Bool) throws(ExpressionError) {
    let node = try ExpressionParser.parse(text, isCaseSensitive: isCaseSensitive)
    requiredText = Self.requiredText(of: node, isCaseSensitive: isCaseSensitive)
    add(node)
    steps.append(.match)
    if steps.count > Self.limit {
      throw ExpressionError(message: "the expression is too long once its counts are written out", place: 1)
    }
  }

  private mutating func add(_ node: ExpressionParser.Node) {
    guard steps.count <= Self.limit else { return }
    switch node {
    case .empty: break
    case .set(let set, _): steps.append(.take(set))
    case .assertion(let assertion): steps.append(.check(assertion))
    case .sequence(let nodes): for node in nodes { add(node) }
    case .choice(let nodes):
      var ends: [Int] = []
      for node in nodes.dropLast() {
        let split = steps.count
        steps.append(.match)
        add(node)
        ends.append(steps.count)
        steps.append(.match)
        steps[split] = .split(split + 1, steps.count)
      }
      if let last = nodes.last { add(last) }
      for end in ends where end < steps.count { steps[end] = .jump(steps.count) }
    case .repeated(let node, let least, let most, let isGreedy):
      addTimes(least) { $0.add(node) }
      guard let most else { return addLoop(node, isGreedy) }
      var splits: [Int] = []
      addTimes(most - least) { program in
        splits.append(program.steps.count)
        program.steps.append(.match)
        program.add(node)
      }
      for split in splits {
        steps[split] = isGreedy ? .split(split + 1, steps.count) : .split(steps.count, split + 1)
      }
    }
  }

  /// Adds the same so many times: counts in counts of nothing, or of too much, end at once.
  private mutating func addTimes(_ count: Int, _ add: (inout ExpressionProgram) -> Void) {
    for _ in 0..<count {
      let before = steps.count
      add(&self)
      if steps.count == before || steps.count > Self.limit { return }
    }
  }

  private mutating func addLoop(_ node: ExpressionParser.Node, _ isGreedy: Bool) {
    let split = steps.count
    steps.append(.match)
    add(node)
    steps.append(.jump(split))
    steps[split] = isGreedy ? .split(split + 1, steps.count) : .split(steps.count, split + 1)
  }

  /// The longest text that stands in all matches as it is written.
  private static func requiredText(of node: ExpressionParser.Node, isCaseSensitive: Bool) -> String {
    let nodes =
      switch node {
      case .sequence(let nodes): nodes
      default: [node]
      }
    var best = ""
    var run = ""
    for node in nodes {
      switch node {
      case .set(_, let scalar?) where isCaseSensitive || scalar.isASCII: run.unicodeScalars.append(scalar)
      case .assertion, .empty: break
      case .repeated(.set(_, let scalar?), let least, _, _) where least > 0 && (isCaseSensitive || scalar.isASCII):
        run.unicodeScalars.append(scalar)
        if run.utf8.count > best.utf8.count { best = run }
        // More of the same may follow; after them the run begins with the last one.
        run = String(scalar)
      default: run = ""
      }
      if run.utf8.count > best.utf8.count { best = run }
    }
    return best
  }
}
