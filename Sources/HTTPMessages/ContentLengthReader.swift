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

  mutating func take(_ byte: UInt8) {
    switch byte {
    case 0x30...0x39:
      if state == .afterNumber { isInvalid = true }
      if state == .beforeNumber { number = 0 }
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
