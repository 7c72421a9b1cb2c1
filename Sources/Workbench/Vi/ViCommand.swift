/// One command of vi, as its keys say it.
struct ViCommand: Sendable, Equatable {
  /// A movement, by its keys without count and argument: "w", "gg", "f".
  struct Motion: Sendable, Equatable {
    var keys: String
    /// The character of `f` and its like.
    var argument: Unicode.Scalar?
  }

  enum Operator: String, Sendable {
    case delete = "d"
    case change = "c"
    case yank = "y"
    case indent = ">"
    case outdent = "<"
    case lowercase = "gu"
    case uppercase = "gU"
    case swapCase = "g~"
  }

  enum Target: Sendable, Equatable {
    case motion(Motion)
    /// `iw`, `a"`: whether with what is around it, and which.
    case object(isAround: Bool, Unicode.Scalar)
    /// The operator twice.
    case lines
    /// What is selected.
    case selection
  }

  enum Action: Sendable, Equatable {
    case move(Motion)
    case operate(Operator, Target)
    case select(isAround: Bool, Unicode.Scalar)
    /// One key, and the character that belongs to it (`r`).
    case simple(String, Unicode.Scalar?)
    /// `:`, `/` or `?` with its text.
    case line(Unicode.Scalar, String)
  }

  var register: Unicode.Scalar?
  var count: Int?
  var action: Action

  /// Whether `.` does it again.
  var isChange: Bool {
    switch action {
    case .operate(let operation, _): operation != .yank
    case .simple(let key, _):
      ["x", "X", "s", "S", "D", "C", "p", "P", "J", "~", "r", "R", "i", "a", "I", "A", "o", "O"].contains(key)
    case .move, .select, .line: false
    }
  }
}

/// Reads vi's keys.
struct ViParser {
  enum Result: Sendable, Equatable {
    /// More keys are to come.
    case incomplete
    case invalid
    case command(ViCommand)
  }

  private enum Failure: Error {
    case incomplete, invalid
  }

  private static let largestCount = 1_000_000
  private static let simple: Set<Unicode.Scalar> = [
    "x", "X", "s", "S", "D", "C", "Y", "p", "P", "J", "~", "R", "i", "a", "I", "A", "o", "O", "v", "V", "u", "U", ".",
  ]
  private static let simpleInVisual: Set<Unicode.Scalar> = [
    "x", "X", "s", "p", "P", "J", "~", "u", "U", "o", "v", "V", "D", "C", "Y", "S", "R",
  ]
  private static let motions: Set<Unicode.Scalar> = [
    "h", "j", "k", "l", "w", "b", "e", "W", "B", "E", "0", "^", "$", "G", ";", ",", "%", "{", "}", "(", ")", "H", "M",
    "L",
    "n", "N", "*", "#", "|", "+", "-", "_", "\n", " ", "\u{8}", "\u{4}", "\u{15}", "\u{6}", "\u{2}",
  ]

  private let keys: [Unicode.Scalar]
  private let isVisual: Bool
  private var index = 0

  static func parse(_ keys: [Unicode.Scalar], isVisual: Bool) -> Result {
    var parser = ViParser(keys: keys, isVisual: isVisual)
    do throws(Failure) {
      return .command(try parser.command())
    } catch {
      return error == .incomplete ? .incomplete : .invalid
    }
  }

  private init(keys: [Unicode.Scalar], isVisual: Bool) {
    self.keys = keys
    self.isVisual = isVisual
  }

  private mutating func next() throws(Failure) -> Unicode.Scalar {
    guard index < keys.count else { throw .incomplete }
    defer { index += 1 }
    return keys[index]
  }

  private mutating func count() throws(Failure) -> Int? {
    var count: Int?
    while index < keys.count,
      let digit = keys[index].properties.numericType == .decimal ? Int(String(keys[index])) : nil,
      digit != 0 || count != nil
    {
      count = min(Self.largestCount, (count ?? 0) * 10 + digit)
      index += 1
    }
    if index == keys.count { throw .incomplete }
    return count
  }

  private mutating func command() throws(Failure) -> ViCommand {
    var register: Unicode.Scalar?
    var count = try count()
    while index < keys.count, keys[index] == "\"" {
      index += 1
      register = try next()
      if let more = try self.count() { count = more }
    }
    let key = try next()
    func made(_ action: ViCommand.Action) -> ViCommand {
      ViCommand(register: register, count: count, action: action)
    }
    switch key {
    case ":", "/", "?":
      guard keys.last == "\n" else { throw .incomplete }
      return made(.line(key, String(String.UnicodeScalarView(keys[index..<keys.count - 1]))))
    case "r": return made(.simple(String(key), try next()))
    case "d", "c", "y", "<", ">":
      guard let operation = ViCommand.Operator(rawValue: String(key)) else { throw .invalid }
      return try finish(operation, &count, register)
    case "i" where isVisual, "a" where isVisual: return made(.select(isAround: key == "a", try next()))
    case _ where (isVisual ? Self.simpleInVisual : Self.simple).contains(key): return made(.simple(String(key), nil))
    case "g":
      let second = try next()
      if let operation = ViCommand.Operator(rawValue: "g\(second)") { return try finish(operation, &count, register) }
      index -= 2
    case "Z":
      let second = try next()
      if second == "Z" || second == "Q" { return made(.simple("Z\(second)", nil)) }
      throw .invalid
    default: break
    }
    if key != "g" { index -= 1 }
    return made(.move(try motion()))
  }

  private mutating func finish(
    _ operation: ViCommand.Operator, _ count: inout Int?, _ register: Unicode.Scalar?
  ) throws(Failure) -> ViCommand {
    if isVisual {
      return ViCommand(register: register, count: count, action: .operate(operation, .selection))
    }
    if let more = try self.count() { count = min(Self.largestCount, more * (count ?? 1)) }
    let start = index
    let key = try next()
    let target: ViCommand.Target
    switch key {
    case "i", "a": target = .object(isAround: key == "a", try next())
    case _ where String(key) == operation.rawValue: target = .lines
    case _ where operation.rawValue.count == 2 && String(key) == operation.rawValue.dropFirst(): target = .lines
    case "g" where index < keys.count && "g\(keys[index])" == operation.rawValue:
      index += 1
      target = .lines
    default:
      index = start
      target = .motion(try motion())
    }
    return ViCommand(register: register, count: count, action: .operate(operation, target))
  }

  private mutating func motion() throws(Failure) -> ViCommand.Motion {
    let key = try next()
    switch key {
    case "f", "F", "t", "T": return ViCommand.Motion(keys: String(key), argument: try next())
    case "g":
      let second = try next()
      guard ["g", "e", "E", "j", "k", "_"].contains(second) else { throw .invalid }
      return ViCommand.Motion(keys: "g\(second)")
    default:
      guard Self.motions.contains(key) else { throw .invalid }
      return ViCommand.Motion(keys: String(key))
    }
  }
}
