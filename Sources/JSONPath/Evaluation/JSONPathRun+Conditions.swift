import JSONText

/// The conditions of filters, for the node at `current`.
extension JSONPathRun {
  func holds(_ condition: JSONPathCondition, at current: Int) throws(JSONPathFailure) -> Bool {
    switch condition {
    case .or(let choices):
      for choice in choices where try holds(choice, at: current) { return true }
      return false
    case .and(let parts):
      for part in parts where try !holds(part, at: current) { return false }
      return true
    case .not(let negated):
      return try !holds(negated, at: current)
    case .exists(let chain):
      return try count(of: chain, at: current, limit: 1) > 0
    case .comparison(let left, let comparison, let right):
      return try holds(try node(left, at: current), comparison, try node(right, at: current))
    case .matches(let text, let pattern, let isWhole):
      guard case .string(let pattern) = try scalar(pattern, at: current), let pattern = self.pattern(pattern),
        case .string(let text) = try scalar(text, at: current)
      else { return false }
      return try pattern.matches(text, isWhole: isWhole) { () throws(JSONPathFailure) in try blocks.pause() }
    }
  }

  private func holds(
    _ left: JSONPathNode?, _ comparison: JSONPathOperator, _ right: JSONPathNode?
  ) throws(JSONPathFailure) -> Bool {
    switch (left, right) {
    case (.container(let left), .container(let right)):
      switch comparison {
      case .less, .greater: return false
      case .equal, .lessOrEqual, .greaterOrEqual: return try isEqual(left, right)
      case .unequal: return try !isEqual(left, right)
      }
    case (.container, _), (_, .container):
      return comparison == .unequal
    default:
      return JSONPathValue.holds(left?.scalar, comparison, right?.scalar)
    }
  }

  private func isEqual(_ left: JSONPathContainer, _ right: JSONPathContainer) throws(JSONPathFailure) -> Bool {
    if left.isObject != right.isObject { return false }
    if left.start == right.start { return true }
    return try JSONPathReading.value(at: left.start, blocks) == JSONPathReading.value(at: right.start, blocks)
  }

  private func scalar(_ operand: JSONPathOperand, at current: Int) throws(JSONPathFailure) -> JSONPathValue? {
    try node(operand, at: current)?.scalar
  }

  /// What an operand is; nil when it is nothing.
  private func node(_ operand: JSONPathOperand, at current: Int) throws(JSONPathFailure) -> JSONPathNode? {
    switch operand {
    case .literal(let value): return .scalar(value)
    case .query(let chain):
      return try known(chain) { () throws(JSONPathFailure) in
        // A name that an object has twice means its first member here.
        try singleNode(chain, at: start(of: chain, current: current))
      }
    case .value(let chain):
      return try known(chain) { () throws(JSONPathFailure) in
        let found = try count(chain, current: current, limit: 2)
        guard found.count == 1, let first = found.first else { return nil }
        return try JSONPathReading.node(at: first, blocks)
      }
    case .count(let chain):
      return .scalar(.number(JSONDecimal(try count(of: chain, at: current, limit: .max))))
    case .length(let inner):
      let length =
        switch try node(inner, at: current) {
        case .none: Int?.none
        case .scalar(let value): value.length
        case .container(let container): try JSONPathReading.length(of: container, blocks)
        }
      return length.map { .scalar(.number(JSONDecimal($0))) }
    }
  }

  private func known(
    _ chain: JSONPathChain, _ find: () throws(JSONPathFailure) -> JSONPathNode?
  ) throws(JSONPathFailure) -> JSONPathNode? {
    guard case .root(let number) = chain.start else { return try find() }
    if case .node(let node)? = absolute[number] { return node }
    let node = try find()
    absolute[number] = .node(node)
    return node
  }

  private func count(of chain: JSONPathChain, at current: Int, limit: Int) throws(JSONPathFailure) -> Int {
    guard case .root(let number) = chain.start else { return try count(chain, current: current, limit: limit).count }
    if case .count(let count)? = absolute[number] { return count }
    let count = try count(chain, current: current, limit: limit).count
    absolute[number] = .count(count)
    return count
  }

  /// The node of a query that finds one at most, read only as far as needed.
  private func singleNode(_ chain: JSONPathChain, at start: Int) throws(JSONPathFailure) -> JSONPathNode? {
    var tokens = JSONValueTokens(blocks, from: start)
    guard var token = try tokens.next() else { return nil }
    for segment in chain.segments {
      guard token.isContainer else { return nil }
      var child: JSONToken?
      switch segment.selectors[0] {
      case .name(let name):
        if token.kind == .objectStart { child = try tokens.member(name, of: token) }
      case .index(let index) where index >= 0:
        if token.kind == .arrayStart { child = try tokens.element(index, of: token) }
      default:
        let found = try count(chain, current: start, limit: 1)
        return try found.first.flatMap { (first) throws(JSONPathFailure) in try JSONPathReading.node(at: first, blocks)
        }
      }
      guard let child else { return nil }
      token = child
    }
    return try JSONPathReading.node(token, tokens)
  }
}
