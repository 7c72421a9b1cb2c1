/// Reads "HTTP/1.1" byte by byte (RFC 9112 §2.3).
struct VersionMatcher: Sendable {
  private static let name: StaticString = "http/"

  /// Bytes that fit so far.
  private var progress: UInt8 = 0
  private var isBroken = false
  private var hasWrongCase = false
  private(set) var major: UInt8 = 0
  private(set) var minor: UInt8 = 0

  mutating func take(_ byte: UInt8) {
    guard !isBroken else { return }
    switch progress {
    case 0..<5:
      if Byte.lowercased(byte) != Self.name.utf8Start[Int(progress)] { isBroken = true }
      if byte != Byte.slash, byte & 0x20 != 0 { hasWrongCase = true }
    case 5, 7:
      if !ByteClass.contains(byte, .digit) { isBroken = true }
      if progress == 5 { major = byte &- Byte.zero } else { minor = byte &- Byte.zero }
    case 6:
      if byte != Byte.period { isBroken = true }
    default:
      isBroken = true
    }
    if !isBroken { progress += 1 }
  }

  /// No byte more can change what is known.
  @inline(__always)
  var isDecided: Bool { isBroken }

  /// The word begins with "HTTP/" in any case.
  var isVersion: Bool { progress >= 5 }

  /// The bytes so far are not the beginning of "HTTP/".
  var isOther: Bool { isBroken && progress < 5 }

  var isValid: Bool { progress == 8 && !isBroken && !hasWrongCase }
}
