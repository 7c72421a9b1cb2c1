/// Checks a host with or without a port byte by byte: the value of Host, and what a target has of it (RFC 9110 §7.2,
/// RFC 3986 §3.2.2).
struct HostReader: Sendable {
  private enum State: UInt8 {
    case start, name, percent, percentDigit
    /// "[" ( IPv6address / IPvFuture ) "]"
    case literalStart, address, futureStart, futureVersion, future, afterLiteral
    case port, afterEnd
  }

  private static let hashStart: UInt64 = 0xcbf2_9ce4_8422_2325

  /// A hash of the bytes (FNV-1a), letters without regard to case and without white space around; see `init`.
  private(set) var hash = Self.hashStart
  private let hashes: Bool
  private var portNumber: UInt32 = 0
  private var address = IPv6AddressReader()
  private var hasFutureByte = false
  private var state = State.start
  private var isInvalid = false
  private var hasPortDigit = false
  /// A port that is no number of a port, and one that is no number.
  private var portIsInvalid = false
  private var portHasOddByte = false
  /// A byte before the port was taken.
  private(set) var hasHost = false

  /// A reader that makes a hash only where it `hashes`, because that takes longer than all the rest.
  init(hashes: Bool) { self.hashes = hashes }

  /// Takes a name that is known to be one; false, and nothing taken, where the hash is wanted too.
  mutating func takeName() -> Bool {
    guard !hashes else { return false }
    hasHost = true
    state = .name
    return true
  }

  /// Takes as many bytes as are plainly of a name, of at most `count`; returns how many.
  mutating func takeRun(_ bytes: UnsafeRawPointer, count: Int) -> Int {
    guard state == .start || state == .name, !hashes else { return 0 }
    var index = 0
    while index < count {
      let byte = bytes.load(fromByteOffset: index, as: UInt8.self)
      guard ByteClass.contains(byte, .registeredName), byte != Byte.percent else { break }
      index &+= 1
    }
    if index > 0 {
      hasHost = true
      state = .name
    }
    return index
  }

  mutating func take(_ byte: UInt8) {
    // White space around the value is not part of it; inside it is wrong.
    if Byte.isWhitespace(byte) {
      if !isComplete { isInvalid = true }
      if state != .start { state = .afterEnd }
      return
    }
    if hashes { hash = (hash ^ UInt64(Byte.lowercased(byte))) &* 0x100_0000_01b3 }
    switch state {
    case .start where byte == Byte.openingBracket:
      hasHost = true
      state = .literalStart
    case .start, .name:
      takeNameByte(byte)
    case .percent, .percentDigit:
      if !ByteClass.contains(byte, .hexDigit) { isInvalid = true }
      state = state == .percent ? .percentDigit : .name
    case .literalStart, .address, .futureStart, .futureVersion, .future:
      takeLiteralByte(byte)
    case .afterLiteral:
      if byte != Byte.colon { isInvalid = true }
      state = .port
    case .port:
      takePortByte(byte)
    case .afterEnd:
      isInvalid = true
    }
  }

  private mutating func takeNameByte(_ byte: UInt8) {
    guard byte != Byte.colon else {
      state = .port
      return
    }
    hasHost = true
    state = byte == Byte.percent ? .percent : .name
    if !ByteClass.contains(byte, .registeredName) { isInvalid = true }
  }

  private mutating func takeLiteralByte(_ byte: UInt8) {
    guard byte != Byte.closingBracket else {
      if state == .address ? !address.isValid : !hasFutureByte { isInvalid = true }
      state = .afterLiteral
      return
    }
    switch state {
    case .literalStart where byte | 0x20 == 0x76:
      state = .futureStart
    case .literalStart, .address:
      state = .address
      address.take(byte)
    case .future:
      if byte != Byte.colon, byte == Byte.percent || !ByteClass.contains(byte, .registeredName) { isInvalid = true }
      hasFutureByte = true
    default:
      if state == .futureVersion, byte == Byte.period {
        state = .future
      } else {
        if !ByteClass.contains(byte, .hexDigit) { isInvalid = true }
        state = .futureVersion
      }
    }
  }

  private mutating func takePortByte(_ byte: UInt8) {
    guard ByteClass.contains(byte, .digit) else {
      // A slash begins a path: this is more than a host and a port.
      if byte == Byte.slash { isInvalid = true }
      portHasOddByte = true
      return
    }
    hasPortDigit = true
    portNumber = portNumber * 10 + UInt32(byte &- Byte.zero)
    if portNumber > 65_535 {
      portNumber = 65_535
      portIsInvalid = true
    }
  }

  /// Nothing is missing at the end of what was taken.
  private var isComplete: Bool {
    switch state {
    case .percent, .percentDigit, .literalStart, .address, .futureStart, .futureVersion, .future: false
    default: true
    }
  }

  /// True where the value that was taken is a host with or without a port, or empty.
  var isValid: Bool { isHostValid && !portHasOddByte }

  /// The same, whatever the port is.
  var isHostValid: Bool { !isInvalid && isComplete }

  /// True where a port was taken that is a number up to 65,535.
  var hasValidPort: Bool { state == .port && hasPortDigit && !portIsInvalid && !portHasOddByte }
}
