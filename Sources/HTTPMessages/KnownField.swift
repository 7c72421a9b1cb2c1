/// The fields that framing, routing and reuse depend on.
enum KnownField: UInt8, Sendable {
  case other
  case host
  case contentLength
  case transferEncoding
  case connection
  case te
  case upgrade
  case keepAlive
  case expect
  case trailer

  /// Counts of bytes of the names that matter to a head, a bit each: most other names are told from them by it.
  static let lengths: UInt64 = 1 << 4 | 1 << 10 | 1 << 14 | 1 << 17

  /// False where no field that matters to a head has a name of so many bytes and with these first 8, lowest first.
  @inline(__always)
  static func mayBe(length: Int, beginning word: UInt64) -> Bool {
    let small = word | 0x2020_2020_2020_2020
    switch length {
    case 2: return UInt16(truncatingIfNeeded: small) == 0x6574  // te
    case 4: return UInt32(truncatingIfNeeded: small) == 0x7473_6f68  // host
    case 6: return small & 0xffff_ffff_ffff == 0x7463_6570_7865  // expect
    case 7:
      let name = small & 0xff_ffff_ffff_ffff
      return name == 0x72_656c_6961_7274 || name == 0x65_6461_7267_7075  // trailer, upgrade
    case 10: return small == 0x6974_6365_6e6e_6f63 || small == 0x696c_612d_7065_656b  // connecti, keep-ali
    case 14: return small == 0x2d74_6e65_746e_6f63  // content-
    case 17: return small == 0x7265_6673_6e61_7274  // transfer
    default: return false
    }
  }

  init(name: UnsafeRawBufferPointer) {
    guard let first = name.first else {
      self = .other
      return
    }
    self = .other
    switch (name.count, first | 0x20) {
    case (2, 0x74): if name.matches("te") { self = .te }
    case (4, 0x68): if name.matches("host") { self = .host }
    case (6, 0x65): if name.matches("expect") { self = .expect }
    case (7, 0x74): if name.matches("trailer") { self = .trailer }
    case (7, 0x75): if name.matches("upgrade") { self = .upgrade }
    case (10, 0x63): if name.matches("connection") { self = .connection }
    case (10, 0x6b): if name.matches("keep-alive") { self = .keepAlive }
    case (14, 0x63): if name.matches("content-length") { self = .contentLength }
    case (17, 0x74): if name.matches("transfer-encoding") { self = .transferEncoding }
    default: break
    }
  }
}

extension UnsafeRawBufferPointer {
  /// True where the bytes are `name` (small letters of ASCII) in any case.
  func matches(_ name: StaticString) -> Bool {
    guard count == name.utf8CodeUnitCount else { return false }
    for index in 0..<count where Byte.lowercased(self[index]) != name.utf8Start[index] { return false }
    return true
  }
}
