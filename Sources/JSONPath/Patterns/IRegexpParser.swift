/// Reads the text of an I-Regexp (the grammar of RFC 9485 §3).
///
/// `^` and `$` outside of brackets stand for the beginning and the end, as they do in the expressions that the RFC
/// translates to; its grammar lets them through as if they were ordinary.
struct IRegexpParser {
  static let depthLimit = 64
  static let repeatLimit = 1000

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0

  /// The pattern's syntax; nil when it is no I-Regexp.
  static func parse(_ pattern: [UInt8]) -> IRegexpNode? {
    var parser = IRegexpParser(scalars: Array(String(decoding: pattern, as: UTF8.self).unicodeScalars))
    guard let node = parser.choice(), parser.index == parser.scalars.count else { return nil }
    return node
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    index += 1
    return true
  }

  private mutating func choice() -> IRegexpNode? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit, let first = branch() else { return nil }
    var branches = [first]
    while take("|") {
      guard let next = branch() else { return nil }
      branches.append(next)
    }
    return branches.count == 1 ? first : .choice(branches)
  }

  private mutating func branch() -> IRegexpNode? {
    var pieces: [IRegexpNode] = []
    while let scalar = peek, scalar != "|", scalar != ")" {
      guard let atom = atom(), let piece = quantified(atom) else { return nil }
      pieces.append(piece)
    }
    return .sequence(pieces)
  }

  private mutating func quantified(_ atom: IRegexpNode) -> IRegexpNode? {
    if take("*") { return .repeated(atom, least: 0, most: nil) }
    if take("+") { return .repeated(atom, least: 1, most: nil) }
    if take("?") { return .repeated(atom, least: 0, most: 1) }
    guard take("{") else { return atom }
    guard let least = number() else { return nil }
    guard take(",") else { return take("}") ? .repeated(atom, least: least, most: least) : nil }
    if take("}") { return .repeated(atom, least: least, most: nil) }
    guard let most = number(), most >= least, take("}") else { return nil }
    return .repeated(atom, least: least, most: most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let digit = peek.flatMap({ Int(String($0)) }) {
      value = (value ?? 0) * 10 + digit
      guard value ?? 0 <= Self.repeatLimit else { return nil }
      index += 1
    }
    return value
  }

  private mutating func atom() -> IRegexpNode? {
    guard let scalar = peek else { return nil }
    index += 1
    switch scalar {
    case "(":
      guard let inner = choice(), take(")") else { return nil }
      return inner
    case ".": return .set(.dot)
    case "^": return .start
    case "$": return .end
    case "[": return brackets().map { .set($0) }
    case "\\":
      var set = IRegexpSet()
      guard let category = category() else {
        guard let escaped = singleEscape() else { return nil }
        set.ranges = [escaped.value...escaped.value]
        return .set(set)
      }
      set.categories = [category]
      return .set(set)
    case ")", "*", "+", "?", "]", "{", "|", "}": return nil
    default: return .set(IRegexpSet(ranges: [scalar.value...scalar.value]))
    }
  }

  /// The character behind a backslash that stands for itself, or for the end of a line or a tab.
  private mutating func singleEscape() -> Unicode.Scalar? {
    guard let scalar = peek else { return nil }
    index += 1
    switch scalar {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "{", "|", "}": return scalar
    default: return nil
    }
  }

  /// `p{…}` or `P{…}` behind a backslash; nil, and nothing taken, when it is something else.
  private mutating func category() -> (name: [UInt8], isComplement: Bool)? {
    guard let mark = peek, mark == "p" || mark == "P" else { return nil }
    let before = index
    index += 1
    if take("{") {
      var name: [UInt8] = []
      while name.count < 2, let scalar = peek, scalar.isASCII, scalar != "}" {
        name.append(UInt8(scalar.value))
        index += 1
      }
      if take("}"), Self.isCategory(name) { return (name, mark == "P") }
    }
    index = before
    return nil
  }

  private static func isCategory(_ name: [UInt8]) -> Bool {
    guard let first = name.first else { return false }
    let seconds: StaticString
    switch first {
    case UInt8(ascii: "L"): seconds = "lmotu"
    case UInt8(ascii: "M"): seconds = "cen"
    case UInt8(ascii: "N"): seconds = "dlo"
    case UInt8(ascii: "P"): seconds = "cdefios"
    case UInt8(ascii: "Z"): seconds = "lps"
    case UInt8(ascii: "S"): seconds = "ckmo"
    case UInt8(ascii: "C"): seconds = "cfno"
    default: return false
    }
    return name.count == 1 || seconds.withUTF8Buffer { $0.contains(name[1]) }
  }

  private mutating func brackets() -> IRegexpSet? {
    var set = IRegexpSet()
    set.isComplement = take("^")
    if take("-") { set.ranges.append(0x2D...0x2D) }
    while !take("]") {
      if take("-") {
        // A hyphen stands first, last or between two characters.
        guard peek == "]" else { return nil }
        set.ranges.append(0x2D...0x2D)
        continue
      }
      if peek == "\\" {
        index += 1
        if let category = category() {
          set.categories.append(category)
          continue
        }
        index -= 1
      }
      guard let low = bracketCharacter() else { return nil }
      var high = low
      if peek == "-", index + 1 < scalars.count, scalars[index + 1] != "]" {
        index += 1
        guard let other = bracketCharacter(), other >= low else { return nil }
        high = other
      }
      set.ranges.append(low.value...high.value)
    }
    return set.ranges.isEmpty && set.categories.isEmpty ? nil : set
  }

  private mutating func bracketCharacter() -> Unicode.Scalar? {
    guard let scalar = peek else { return nil }
    index += 1
    switch scalar {
    case "\\": return singleEscape()
    case "-", "[", "]": return nil
    default: return scalar
    }
  }
}
