/// Reads a regular expression into its parts: the syntax that grep -E, Perl and JavaScript have in common.
struct ExpressionParser {
  indirect enum Node: Sendable {
    case empty
    case set(ScalarSet, literal: Unicode.Scalar?)
    case sequence([Node])
    case choice([Node])
    case repeated(Node, least: Int, most: Int?, isGreedy: Bool)
    case assertion(ExpressionProgram.Assertion)
  }

  /// Groups within groups.
  private static let depthLimit = 100
  private static let repetitionLimit = 1000

  private let text: [Unicode.Scalar]
  private let isCaseSensitive: Bool
  private var index = 0
  private var depth = 0

  private init(_ text: String, isCaseSensitive: Bool) {
    self.text = Array(text.unicodeScalars)
    self.isCaseSensitive = isCaseSensitive
  }

  static func parse(_ text: String, isCaseSensitive: Bool) throws(ExpressionError) -> Node {
    var parser = ExpressionParser(text, isCaseSensitive: isCaseSensitive)
    let node = try parser.choice()
    if parser.index < parser.text.count { throw parser.error("this bracket closes nothing: \\) is the character") }
    return node
  }

  private var next: Unicode.Scalar? { index < text.count ? text[index] : nil }

  private func error(_ message: String) -> ExpressionError { ExpressionError(message: message, place: index + 1) }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func choice() throws(ExpressionError) -> Node {
    var choices = [try sequence()]
    while take("|") { choices.append(try sequence()) }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func sequence() throws(ExpressionError) -> Node {
    var nodes: [Node] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      var node = try atom()
      while let repeated = try repetition(of: node) { node = repeated }
      nodes.append(node)
    }
    return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .sequence(nodes)
  }

  private mutating func repetition(of node: Node) throws(ExpressionError) -> Node? {
    let start = index
    let least: Int
    let most: Int?
    switch next {
    case "*": (least, most) = (0, nil)
    case "+": (least, most) = (1, nil)
    case "?": (least, most) = (0, 1)
    case "{":
      index += 1
      guard let first = number() else {
        // A brace that counts nothing is one.
        index = start
        return nil
      }
      var last: Int? = first
      if take(",") { last = next == "}" ? nil : number() }
      guard next == "}" else { throw error("a count is written {2}, {2,} or {2,5}: \\{ is the character") }
      guard first <= Self.repetitionLimit, (last ?? 0) <= Self.repetitionLimit, (last ?? first) >= first else {
        throw error("a count goes from the smaller to the larger, to \(Self.repetitionLimit) at most")
      }
      (least, most) = (first, last)
    default: return nil
    }
    index += 1
    let isGreedy = !take("?")
    // A possessive one is none here: nothing is tried twice.
    if isGreedy { _ = take("+") }
    return .repeated(node, least: least, most: most, isGreedy: isGreedy)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = next, ("0"..."9").contains(scalar) {
      value = min(1_000_000, (value ?? 0) * 10 + Int(scalar.value - 0x30))
      index += 1
    }
    return value
  }

  private mutating func atom() throws(ExpressionError) -> Node {
    guard let scalar = next else { return .empty }
    switch scalar {
    case "(":
      index += 1
      depth += 1
      if depth > Self.depthLimit { throw error("so many brackets inside each other are not read") }
      if take("?"), !take(":") { throw error("of the groups that begin with (? only (?: is known here") }
      let node = try choice()
      guard take(")") else { throw error("a closing bracket is missing: \\( is the character") }
      depth -= 1
      return node
    case "[": return .set(try bracketed(), literal: nil)
    case ".":
      index += 1
      return .set(.any, literal: nil)
    case "^", "$":
      index += 1
      return .assertion(scalar == "^" ? .start : .end)
    case "*", "+", "?": throw error("nothing stands before this to repeat: \\\(scalar) is the character")
    case "\\":
      index += 1
      return try escaped()
    default:
      index += 1
      return literal(scalar)
    }
  }

  private func literal(_ scalar: Unicode.Scalar) -> Node {
    .set(ScalarSet(scalar, isCaseSensitive: isCaseSensitive), literal: scalar)
  }

  private mutating func escaped() throws(ExpressionError) -> Node {
    guard let scalar = next else { throw error("a backslash at the end escapes nothing: \\\\ is the character") }
    switch scalar {
    case "b", "B":
      index += 1
      return .assertion(scalar == "b" ? .wordBoundary : .noWordBoundary)
    case "A", "z", "Z":
      index += 1
      return .assertion(scalar == "A" ? .start : .end)
    default: break
    }
    if let set = classSet(scalar) {
      index += 1
      return .set(set, literal: nil)
    }
    return literal(try escapedScalar())
  }

  private func classSet(_ scalar: Unicode.Scalar) -> ScalarSet? {
    let set: ScalarSet
    switch scalar {
    case "d", "D": set = .digit
    case "w", "W": set = .word
    case "s", "S": set = .space
    default: return nil
    }
    return scalar.value < 0x61 ? ScalarSet(union: [set], isNegated: true, isCaseSensitive: true) : set
  }

  private mutating func escapedScalar() throws(ExpressionError) -> Unicode.Scalar {
    guard let scalar = next else { throw error("a backslash at the end escapes nothing") }
    index += 1
    switch scalar {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "f": return "\u{0C}"
    case "v": return "\u{0B}"
    case "0": return "\0"
    case "x", "u":
      let isBraced = take("{")
      var digits = ""
      let most = isBraced ? 8 : scalar == "x" ? 2 : 4
      while digits.unicodeScalars.count < most, let digit = next, digit.properties.isASCIIHexDigit {
        digits.unicodeScalars.append(digit)
        index += 1
      }
      guard let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code), !isBraced || take("}") else {
        throw error("a character by its number is written \\x41, \\u0041 or \\x{41}")
      }
      return scalar
    default:
      guard !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) else {
        throw ExpressionError(message: "\\\(scalar) is not known here", place: index)
      }
      return scalar
    }
  }

  private mutating func bracketed() throws(ExpressionError) -> ScalarSet {
    let start = index
    index += 1
    let isNegated = take("^")
    var sets: [ScalarSet] = []
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      if scalar == "\\", index + 1 < text.count, let set = classSet(text[index + 1]) {
        index += 2
        sets.append(set)
        continue
      }
      let low = try bracketScalar()
      guard next == "-", index + 1 < text.count, text[index + 1] != "]" else {
        sets.append(ScalarSet(low, isCaseSensitive: isCaseSensitive))
        continue
      }
      index += 1
      let high = try bracketScalar()
      guard low.value <= high.value else { throw error("a range goes from the smaller character to the larger") }
      sets.append(ScalarSet([low.value...high.value]))
    }
    guard take("]") else {
      index = start
      throw error("the ] of this set is missing: \\[ is the character")
    }
    return ScalarSet(union: sets, isNegated: isNegated, isCaseSensitive: isCaseSensitive)
  }

  private mutating func bracketScalar() throws(ExpressionError) -> Unicode.Scalar {
    guard let scalar = next else { throw error("the ] of this set is missing") }
    index += 1
    guard scalar == "\\" else { return scalar }
    return take("b") ? "\u{08}" : try escapedScalar()
  }
}
