/// Finds where the next value of a JSON text begins and ends, a member's name before it passed over; whatever is wrong
/// in it is part of it.
struct JSONValueScanner {
  private enum State { case before, string, word, container, afterString, ended }

  /// Where the value begins, and one past its last byte.
  private(set) var start: Int?
  private(set) var end: Int?
  private var state = State.before
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// Takes the bytes at a position; those behind the value are not looked at.
  mutating func take(_ bytes: [UInt8], at position: Int) {
    for (offset, byte) in bytes.enumerated() where state != .ended { take(byte, at: position + offset) }
  }

  /// Nothing more comes behind a position: what needs no bracket or quote to end has ended.
  mutating func finish(at position: Int) {
    if state == .word { end = position }
    state = .ended
  }

  private mutating func take(_ byte: UInt8, at position: Int) {
    switch state {
    case .before: begin(byte, at: position)
    case .string:
      takeString(byte)
      if !isInString { (state, end) = (.afterString, position + 1) }
    case .word:
      if Self.isBlank(byte) || Self.isMark(byte) { (state, end) = (.ended, position) }
    case .container: takeContainer(byte, at: position)
    case .afterString:
      if byte == UInt8(ascii: ":") {
        (state, start, end) = (.before, nil, nil)
      } else if !Self.isBlank(byte) {
        state = .ended
      }
    case .ended: break
    }
  }

  private mutating func begin(_ byte: UInt8, at position: Int) {
    switch byte {
    case _ where Self.isBlank(byte), UInt8(ascii: ","), UInt8(ascii: ":"), 0x1E: return
    case UInt8(ascii: "}"), UInt8(ascii: "]"): return state = .ended
    case UInt8(ascii: "\""): (state, isInString) = (.string, true)
    case UInt8(ascii: "{"), UInt8(ascii: "["): (state, depth) = (.container, 1)
    default: state = .word
    }
    start = position
  }

  private mutating func takeString(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
    }
  }

  private mutating func takeContainer(_ byte: UInt8, at position: Int) {
    if isInString { return takeString(byte) }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if depth == 0 { (state, end) = (.ended, position + 1) }
    default: break
    }
  }

  /// A string is known to be no name only by what follows; without that it is the value.
  var isComplete: Bool { state == .ended }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x1E: true
    default: false
    }
  }
}
