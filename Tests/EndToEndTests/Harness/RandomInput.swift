import TestSupport

/// Bytes of a terminal's keys, mouse and pastes, any of them, but those that leave the program.
struct RandomInput {
  private var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
  }

  /// Pastes that could be mistaken for something else.
  private static let pastes = [
    "a", "{\"a\": [1, \"é\"]}", "\u{1B}[31m", "世界 e\u{301} 👩‍👩‍👧", "\u{202E}abc\r\nX: y\r\n", "{{host",
  ]
  /// Sequences that say a key, with and without modifiers.
  private static let keys =
    ["A", "B", "C", "D", "H", "F", "Z"].map { "\u{1B}[\($0)" }
    + ["A", "B", "C", "D"].flatMap { key in [2, 3, 4, 5].map { "\u{1B}[1;\($0)\(key)" } }
    + ["P", "Q", "R", "S"].map { "\u{1B}O\($0)" }
    + [2, 3, 5, 6, 15, 17, 18, 19, 20, 23, 24].map { "\u{1B}[\($0)~" }
  /// What ^P, ^Q and ^Z do leaves the program, or may; what is typed names no file outside of the sandbox.
  private static let controls = (1...31).filter { ![0x10, 0x11, 0x1A, 0x1B].contains($0) }.map(byte)
  private static let letters = "abcdefghijklmnopqrstuvwxyzNGKJRFYZ0123456789 {}[]\",:%=+-|?'.é世".map(String.init)
  private static let alternatives = "abcdefghijklmnoqrstuvwxyz.,<>=[]{}123456".map { "\u{1B}\($0)" }

  private static func byte(_ value: Int) -> String { String(Character(Unicode.Scalar(UInt8(value)))) }

  /// One key, one report of the mouse or one paste.
  mutating func next(columns: Int, rows: Int) -> String {
    switch below(100) {
    case 0..<14: return mouse(columns, rows)
    case 14: return "\u{1B}[200~\(one(of: Self.pastes))\u{1B}[201~"
    case 15..<45: return one(of: Self.keys)
    case 45..<57: return one(of: Self.controls)
    case 57..<72: return one(of: Self.alternatives)
    case 72..<77: return "\r"
    default: return one(of: Self.letters)
    }
  }

  private mutating func mouse(_ columns: Int, _ rows: Int) -> String {
    let place = "\(1 + below(columns));\(1 + below(rows))"
    return switch below(5) {
    case 0: "\u{1B}[<64;\(place)M"
    case 1: "\u{1B}[<65;\(place)M"
    case 2: "\u{1B}[<0;\(place)M\u{1B}[<32;\(1 + below(columns));\(1 + below(rows))M\u{1B}[<0;\(place)m"
    default: "\u{1B}[<0;\(place)M\u{1B}[<0;\(place)m"
    }
  }

  private mutating func one(of choices: [String]) -> String { choices[below(choices.count)] }
  private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
}
