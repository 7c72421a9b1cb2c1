/// Finds what a regular expression matches in a text.
struct ExpressionMatcher: Sendable {
  private let program: ExpressionProgram
  /// Whether a match can begin with a byte.
  private let beginnings: [Bool]

  /// Text that is part of all that matches.
  var requiredText: String { program.requiredText }

  init(_ text: String, isCaseSensitive: Bool) throws(ExpressionError) {
    program = try ExpressionProgram(text, isCaseSensitive: isCaseSensitive)
    beginnings = Self.beginnings(of: program)
  }

  /// All places that match in a text of UTF-8, none of which overlap or are empty.
  func ranges(in text: UnsafeRawBufferPointer) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var machine = Machine(steps: program.steps.count)
    var start = 0
    while start < text.count, let match = first(in: text, from: start, &machine) {
      ranges.append(match)
      start = match.upperBound
    }
    return ranges
  }

  /// The ways that are followed at a place, in the order in which they are preferred.
  private struct Machine {
    var ways: [(step: Int, start: Int)] = []
    var next: [(step: Int, start: Int)] = []
    /// At which place a step was last added, plus one.
    var seen: [Int]
    var pending: [Int] = []

    init(steps: Int) {
      seen = [Int](repeating: -1, count: steps)
    }
  }

  private func first(
    in text: UnsafeRawBufferPointer, from start: Int, _ machine: inout Machine
  ) -> Range<Int>? {
    machine.ways.removeAll(keepingCapacity: true)
    for index in machine.seen.indices { machine.seen[index] = -1 }
    var found: Range<Int>?
    var place = start
    while true {
      if machine.ways.isEmpty {
        if found != nil { return found }
        while place < text.count, !beginnings[Int(text[place])] { place += 1 }
        if place >= text.count { return nil }
      }
      if found == nil { add(0, start: place, at: place, text, &machine, toNext: false) }
      let (scalar, length) = place < text.count ? Self.scalar(in: text, at: place) : (0, 0)
      machine.next.removeAll(keepingCapacity: true)
      let after = place + max(1, length)
      way: for way in machine.ways {
        switch program.steps[way.step] {
        case .match:
          // What is empty is no match to go to.
          guard way.start < place else { continue }
          found = way.start..<place
          break way
        case .take(let set):
          if length > 0, set.contains(scalar) {
            add(way.step + 1, start: way.start, at: after, text, &machine, toNext: true)
          }
        default: continue
        }
      }
      if place >= text.count { return found }
      swap(&machine.ways, &machine.next)
      place = after
    }
  }

  /// Adds a way and those that it stands for, each step once at a place.
  private func add(
    _ step: Int, start: Int, at place: Int, _ text: UnsafeRawBufferPointer, _ machine: inout Machine, toNext: Bool
  ) {
    machine.pending.append(step)
    while let step = machine.pending.popLast() {
      guard machine.seen[step] != place else { continue }
      machine.seen[step] = place
      switch program.steps[step] {
      case .jump(let other): machine.pending.append(other)
      case .split(let first, let second):
        machine.pending.append(second)
        machine.pending.append(first)
      case .check(let assertion):
        if Self.holds(assertion, at: place, text) { machine.pending.append(step + 1) }
      case .take, .match:
        if toNext { machine.next.append((step, start)) } else { machine.ways.append((step, start)) }
      }
    }
  }

  private static func holds(
    _ assertion: ExpressionProgram.Assertion, at place: Int, _ text: UnsafeRawBufferPointer
  ) -> Bool {
    func isWord(_ index: Int) -> Bool {
      index >= 0 && index < text.count && ScalarSet.word.contains(UInt32(text[index]))
    }
    switch assertion {
    case .start: return place == 0
    case .end: return place >= text.count
    case .wordBoundary: return isWord(place - 1) != isWord(place)
    case .noWordBoundary: return isWord(place - 1) == isWord(place)
    }
  }

  /// The character at a place of UTF-8, which is right as a row's text is.
  private static func scalar(in text: UnsafeRawBufferPointer, at place: Int) -> (UInt32, length: Int) {
    let first = UInt32(text[place])
    if first < 0x80 { return (first, 1) }
    let length = min(first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2, text.count - place)
    var value = first & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for index in 1..<max(1, length) { value = value << 6 | UInt32(text[place + index]) & 0x3F }
    return (value, length)
  }

  /// With which bytes a match can begin; any where it may begin with a check, which reads nothing.
  private static func beginnings(of program: ExpressionProgram) -> [Bool] {
    var bytes = [Bool](repeating: false, count: 256)
    var seen: Set<Int> = []
    var pending = [0]
    while let step = pending.popLast() {
      guard seen.insert(step).inserted else { continue }
      switch program.steps[step] {
      case .jump(let other): pending.append(other)
      case .split(let first, let second): pending += [first, second]
      case .check: pending.append(step + 1)
      case .match: break
      case .take(let set):
        for byte in 0..<128 where set.contains(UInt32(byte)) { bytes[byte] = true }
        for byte in 128..<256 { bytes[byte] = true }
      }
    }
    return bytes
  }
}
