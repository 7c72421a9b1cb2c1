/// The bytes of a control sequence or an SS3 key after its introducer, and what they mean.
///
/// Parameters are numbers between semicolons (ECMA-48 section 5.4); the second one of a key is xterm's modifier.
struct ControlSequence {
  enum Meaning: Equatable {
    case key(KeyPress), mouse(MouseEvent), focus(Bool), report(TerminalReport), pasteBegins, nothing
  }

  private let bytes: ArraySlice<UInt8>
  private let final: UInt8
  /// The sign that marks a private sequence: `<`, `=`, `>` or `?`.
  private let privateMark: UInt8?
  private let hasIntermediate: Bool
  private let numbers: [Int]

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    final = bytes.last ?? 0
    var body = bytes.dropLast()
    privateMark = body.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
    if privateMark != nil { body = body.dropFirst() }
    hasIntermediate = body.contains { (0x20...0x2F).contains($0) }
    // A number's parts after a colon are details (kitty's other layouts).
    numbers = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
      part.prefix { $0 != UInt8(ascii: ":") }.reduce(0) { value, digit in
        (0x30...0x39).contains(digit) ? min(value * 10 + Int(digit - 0x30), 0xFF_FFFF) : value
      }
    }
  }

  var meaning: Meaning {
    if privateMark == UInt8(ascii: "<"), final == UInt8(ascii: "M") || final == UInt8(ascii: "m"), numbers.count == 3 {
      return MouseReport(sgr: numbers, isRelease: final == UInt8(ascii: "m")).event.map(Meaning.mouse) ?? .nothing
    }
    if let key = rxvtKey { return .key(key) }
    if let report { return .report(report) }
    guard privateMark == nil, !hasIntermediate else { return .nothing }
    switch final {
    case UInt8(ascii: "I") where bytes.count == 1: return .focus(true)
    case UInt8(ascii: "O") where bytes.count == 1: return .focus(false)
    case UInt8(ascii: "M") where numbers.count == 3: return rxvtMouse
    case UInt8(ascii: "~") where number(0) == 200: return .pasteBegins
    case UInt8(ascii: "~") where number(0) == 27 && numbers.count == 3: return codedKey(number(2))
    case UInt8(ascii: "u"): return codedKey(number(0))
    case UInt8(ascii: "~"): return Self.tildeKeys[number(0)].map { .key(KeyPress($0, modifiers)) } ?? .nothing
    case UInt8(ascii: "Z"): return .key(KeyPress(.backTab, modifiers.subtracting(.shift)))
    case UInt8(ascii: "R") where number(0) > 1 || modifiers.isEmpty && numbers.count > 1:
      // A cursor position; F3 with modifiers is "1;5R".
      return .nothing
    default: break
    }
    if bytes.first == UInt8(ascii: "["), bytes.count == 2, (0x41...0x45).contains(final) {
      return .key(KeyPress(.function(Int(final) - 0x40)))
    }
    return Self.letterKeys[final].map { .key(KeyPress($0, modifiers)) } ?? .nothing
  }

  /// An answer about pictures, of which nothing looks like a key.
  private var report: TerminalReport? {
    guard !hasIntermediate else { return nil }
    switch (privateMark, final) {
    case (UInt8(ascii: "?"), UInt8(ascii: "c")): return .attributes(numbers)
    case (UInt8(ascii: "?"), UInt8(ascii: "S")) where numbers.count == 3 && numbers[0] == 1 && numbers[1] == 0:
      return .colorRegisters(numbers[2])
    case (nil, UInt8(ascii: "t")) where numbers.count == 3 && numbers[0] == 6 && numbers[1] > 0 && numbers[2] > 0:
      return .cell(Size(width: numbers[2], height: numbers[1]))
    default: return nil
    }
  }

  /// The key of the sequence after Esc O.
  var singleShiftKey: KeyPress? {
    // Old xterms have the modifier alone: Esc O 5 P.
    let modifiers = numbers.count > 1 ? self.modifiers : Self.modifiers(number(0))
    if let key = Self.letterKeys[final] { return KeyPress(key, modifiers) }
    if (0x61...0x64).contains(final) { return KeyPress(Self.rxvtArrows[Int(final) - 0x61], .control) }
    if final == UInt8(ascii: "M") { return KeyPress(.enter, modifiers) }
    if final == UInt8(ascii: "I") { return KeyPress(.tab, modifiers) }
    // The application keypad: j … y are * … 9, X is =.
    if (0x6A...0x79).contains(final) { return KeyPress(.character(Unicode.Scalar(final - 0x40)), modifiers) }
    return final == UInt8(ascii: "X") ? KeyPress(.character("="), modifiers) : nil
  }

  private func number(_ index: Int) -> Int { index < numbers.count ? numbers[index] : 0 }

  /// xterm's modifier parameter: one more than a bit set of Shift, Alt, Ctrl and Meta.
  private var modifiers: KeyPress.Modifiers { Self.modifiers(number(1)) }

  private static func modifiers(_ parameter: Int) -> KeyPress.Modifiers {
    guard (2...16).contains(parameter) else { return [] }
    let bits = parameter - 1
    return KeyPress.Modifiers(rawValue: UInt8(bits & 7)).union(bits & 8 != 0 ? .alt : [])
  }

  /// A key named by its code, in the forms of xterm's modifyOtherKeys and of kitty's "CSI u".
  private func codedKey(_ code: Int) -> Meaning {
    var modifiers = modifiers
    switch code {
    case 9: return .key(KeyPress(.tab, modifiers))
    case 13: return .key(KeyPress(.enter, modifiers))
    case 27: return .key(KeyPress(.escape, modifiers))
    case 8, 127: return .key(KeyPress(.backspace, modifiers))
    default:
      guard code >= 0x20, code < 0xE000 || code > 0xF8FF, let scalar = Unicode.Scalar(UInt32(code)) else {
        return .nothing
      }
      var typed = scalar
      if modifiers.contains(.shift), !modifiers.contains(.control) || !scalar.properties.isAlphabetic {
        if let upper = String(scalar).uppercased().unicodeScalars.first { typed = upper }
        modifiers.remove(.shift)
      }
      return .key(KeyPress(.character(typed), modifiers))
    }
  }

  /// rxvt's keys: Shift, Ctrl and both are `$`, `^` and `@` in place of `~`, and small letters are arrows with Shift.
  var rxvtKey: KeyPress? {
    guard privateMark == nil, numbers.count == 1 else { return nil }
    if bytes.count == 1, (0x61...0x64).contains(final) {
      return KeyPress(Self.rxvtArrows[Int(final) - 0x61], .shift)
    }
    guard let key = Self.tildeKeys[number(0)] else { return nil }
    switch final {
    case UInt8(ascii: "^"): return KeyPress(key, .control)
    case UInt8(ascii: "@"): return KeyPress(key, [.control, .shift])
    case UInt8(ascii: "$"): return KeyPress(key, .shift)
    default: return nil
    }
  }

  /// rxvt's mouse report in decimal numbers.
  private var rxvtMouse: Meaning {
    let report = MouseReport(
      sgr: [number(0) - 32, number(1), number(2)], isRelease: (number(0) - 32) & 0b110_0011 == 3)
    return report.event.map(Meaning.mouse) ?? .nothing
  }

  private static let rxvtArrows: [KeyPress.Key] = [.up, .down, .right, .left]

  private static let letterKeys: [UInt8: KeyPress.Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "F"): .end, UInt8(ascii: "H"): .home, UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  private static let tildeKeys: [Int: KeyPress.Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6),
    18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
    25: .function(13), 26: .function(14), 28: .function(15), 29: .function(16), 31: .function(17), 32: .function(18),
    33: .function(19), 34: .function(20),
  ]
}
