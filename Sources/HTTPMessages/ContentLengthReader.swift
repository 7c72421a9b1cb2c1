/// Reads the value of Content-Length byte by byte (RFC 9110 §8.6, RFC 9112 §6.3).
struct ContentLengthReader: Sendable {
  private enum State: UInt8 { case beforeNumber, number, afterNumber }

  private var state = State.beforeNumber
  private var number = 0
  private var isInvalid = false
  private var overflows = false
  /// The numbers of this message agree on this length.
  private(set) var length: Int?
  private(set) var isRepeated = false
  private(set) var isDiffering = false

  /// Begins another field line of the same message.
  mutating func beginLine() {
    state = .beforeNumber
    number = 0
    isInvalid = false
    overflows = false
    isRepeated = false
    isDiffering = false
  }

  /// Takes as many digits as are plainly of a number, of at most `count`; returns how many.
  mutating func takeRun(_ bytes: UnsafeRawPointer, count: Int) -> Int {
    // Up to 18 digits cannot overflow.
    guard state == .beforeNumber else { return 0 }
    var sum = 0
    var index = 0
    while index < min(count, 18) {
      let digit = bytes.load(fromByteOffset: index, as: UInt8.self) &- Byte.zero
      guard digit < 10 else { break }
      sum = sum &* 10 &+ Int(digit)
      index &+= 1
    }
    guard index > 0 else { return 0 }
    number = sum
    state = .number
    return index
  }

  mutating func take(_ byte: UInt8) {
    switch byte {
    case 0x30...0x39:
      if state == .afterNumber { isInvalid = true }
      state = .number
      let (tens, tensOverflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, sumOverflow) = tens.addingReportingOverflow(Int(byte &- Byte.zero))
      if tensOverflow || sumOverflow { overflows = true } else { number = sum }
    case Byte.space, Byte.tab:
      if state == .number { state = .afterNumber }
    case Byte.comma:
      endNumber()
    default:
      isInvalid = true
    }
  }

  /// Ends the field line and says what is wrong with it.
  mutating func endLine() -> Diagnostic.Code {
    endNumber()
    if isInvalid { return .contentLengthInvalid }
    if overflows { return .contentLengthOverflow }
    if isDiffering { return .contentLengthDiffering }
    if isRepeated { return .contentLengthRepeated }
    return .none
  }

  private mutating func endNumber() {
    if state == .beforeNumber { isInvalid = true }
    state = .beforeNumber
    guard !isInvalid, !overflows else { return }
    if let length {
      isRepeated = true
      if length != number { isDiffering = true }
    } else {
      length = number
    }
  }
}
