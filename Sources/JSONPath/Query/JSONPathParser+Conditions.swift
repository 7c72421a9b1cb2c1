/// The conditions of filters.
extension JSONPathParser {
  /// What can stand beside an operator, or alone.
  private enum Operand {
    case value(JSONPathOperand, function: String?)
    case query(JSONPathChain)
    case logical(JSONPathCondition, function: String)
  }

  mutating func condition() throws(JSONPathError) -> JSONPathCondition {
    try enter()
    defer { depth -= 1 }
    var choices = [try conjunction()]
    while takeBehindBlanks("||") {
      skipBlanks()
      choices.append(try conjunction())
    }
    return choices.count == 1 ? choices[0] : .or(choices)
  }

  private mutating func conjunction() throws(JSONPathError) -> JSONPathCondition {
    var parts = [try basic()]
    while takeBehindBlanks("&&") {
      skipBlanks()
      parts.append(try basic())
    }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func basic() throws(JSONPathError) -> JSONPathCondition {
    let start = index
    if take("!") {
      skipBlanks()
      let negated: JSONPathCondition
      if peek == UInt8(ascii: "(") {
        negated = try parenthesized()
      } else {
        let place = index
        negated = try test(try operand(), from: place)
      }
      if try comparisonOperator() != nil { throw error(.conditionCompared, at: start) }
      return .not(negated)
    }
    if peek == UInt8(ascii: "(") {
      let condition = try parenthesized()
      if try comparisonOperator() != nil { throw error(.conditionCompared, at: start) }
      return condition
    }
    let left = try operand()
    guard let comparison = try comparisonOperator() else { return try test(left, from: start) }
    let first = try comparable(left, from: start)
    skipBlanks()
    let rightStart = index
    return .comparison(first, comparison, try comparable(try operand(), from: rightStart))
  }

  private mutating func parenthesized() throws(JSONPathError) -> JSONPathCondition {
    index += 1
    skipBlanks()
    let condition = try condition()
    skipBlanks()
    guard take(")") else { throw expected("“&&”, “||” or “)”") }
    return condition
  }

  private func test(_ operand: Operand, from start: Int) throws(JSONPathError) -> JSONPathCondition {
    switch operand {
    case .query(let chain): return .exists(chain)
    case .logical(let condition, _): return condition
    case .value(_, .some(let function)): throw error(.valueAlone(function), at: start)
    case .value(_, .none): throw error(.literalAlone, at: start)
    }
  }

  private func comparable(_ operand: Operand, from start: Int) throws(JSONPathError) -> JSONPathOperand {
    switch operand {
    case .value(let value, _): return value
    case .query(let chain):
      guard chain.isSingular else { throw error(.notSingular, at: start) }
      return .query(chain)
    case .logical(_, let function): throw error(.logicalCompared(function), at: start)
    }
  }

  /// An operator behind blanks; nil, and nothing taken, where there is none.
  private mutating func comparisonOperator() throws(JSONPathError) -> JSONPathOperator? {
    let before = index
    skipBlanks()
    if take("==") { return .equal }
    if take("!=") { return .unequal }
    if take("<=") { return .lessOrEqual }
    if take(">=") { return .greaterOrEqual }
    if take("<") { return .less }
    if take(">") { return .greater }
    if peek == UInt8(ascii: "=") { throw expected("“==”") }
    index = before
    return nil
  }

  private mutating func takeBehindBlanks(_ text: StaticString) -> Bool {
    let before = index
    skipBlanks()
    if take(text) { return true }
    index = before
    return false
  }

  private mutating func operand() throws(JSONPathError) -> Operand {
    switch peek {
    case UInt8(ascii: "$"), UInt8(ascii: "@"): return .query(try chain())
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .value(.literal(.string(try string())), function: nil)
    case UInt8(ascii: "-"), .some(0x30...0x39): return .value(.literal(try number()), function: nil)
    default: break
    }
    let start = index
    while let byte = peek, (0x61...0x7A).contains(byte) || Self.isDigit(byte) || byte == UInt8(ascii: "_") {
      index += 1
    }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    if peek == UInt8(ascii: "("), !word.isEmpty { return try function(word, from: start) }
    switch word {
    case "true": return .value(.literal(.bool(true)), function: nil)
    case "false": return .value(.literal(.bool(false)), function: nil)
    case "null": return .value(.literal(.null), function: nil)
    default:
      index = start
      throw expected("a query beginning with “@” or “$”, a literal, a function or “(”")
    }
  }

  // MARK: Functions (RFC 9535 §2.4)

  private mutating func function(_ name: String, from start: Int) throws(JSONPathError) -> Operand {
    let wanted: Int
    switch name {
    case "length", "count", "value": wanted = 1
    case "match", "search": wanted = 2
    default: throw error(.unknownFunction(name), at: start)
    }
    try enter()
    index += 1
    skipBlanks()
    var arguments: [(operand: Operand, place: Int)] = []
    if peek != UInt8(ascii: ")") {
      repeat {
        skipBlanks()
        let place = index
        arguments.append((try operand(), place))
        skipBlanks()
      } while take(",")
    }
    guard take(")") else { throw expected("“,” or “)”") }
    depth -= 1
    guard arguments.count == wanted else {
      throw error(.functionArguments(name, wanted: wanted, found: arguments.count), at: start)
    }
    switch name {
    case "length": return .value(.length(try value(arguments[0], of: name)), function: name)
    case "count": return .value(.count(try nodes(arguments[0], of: name)), function: name)
    case "value": return .value(.value(try nodes(arguments[0], of: name)), function: name)
    default:
      let text = try value(arguments[0], of: name)
      let pattern = try value(arguments[1], of: name)
      return .logical(.matches(text, pattern: pattern, isWhole: name == "match"), function: name)
    }
  }

  private func value(
    _ argument: (operand: Operand, place: Int), of function: String
  ) throws(JSONPathError) -> JSONPathOperand {
    switch argument.operand {
    case .value(let value, _): return value
    case .query(let chain) where chain.isSingular: return .query(chain)
    case .query, .logical: throw error(.argumentOfOneNode(function), at: argument.place)
    }
  }

  private func nodes(
    _ argument: (operand: Operand, place: Int), of function: String
  ) throws(JSONPathError) -> JSONPathChain {
    guard case .query(let chain) = argument.operand else {
      throw error(.argumentOfNodes(function), at: argument.place)
    }
    return chain
  }
}
