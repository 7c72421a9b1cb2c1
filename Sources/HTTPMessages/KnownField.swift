/// The fields that framing, routing and reuse depend on.
enum KnownField: UInt8, Sendable {
  case other
  case host
  case contentLength
  case transferEncoding
  case connection
  /// A field that RFC 9110 §6.5.1 keeps out of trailers and that matters to nothing else here.
  case notInTrailers

  /// True where the field may not stand in a trailer section.
  var isForbiddenInTrailers: Bool { self != .other }

  /// False where no field that matters to a head has a name of so many bytes and with these first 8, lowest first.
  @inline(__always)
  static func mayBe(length: Int, beginning word: UInt64) -> Bool {
    // Most names are told from these by their length alone.
    let lengths: UInt64 = 1 << 2 | 1 << 4 | 1 << 6 | 1 << 7 | 1 << 10 | 1 << 14 | 1 << 17
    guard length < 18, lengths &>> UInt64(truncatingIfNeeded: length) & 1 != 0 else { return false }
    let small = word | 0x2020_2020_2020_2020
    switch length {
    case 4: return UInt32(truncatingIfNeeded: small) == 0x7473_6f68  // host
    case 10: return small == 0x6974_6365_6e6e_6f63  // connecti
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
    case (2, 0x74): if name.matches("te") { self = .notInTrailers }
    case (4, 0x68): if name.matches("host") { self = .host }
    case (6, 0x65): if name.matches("expect") { self = .notInTrailers }
    case (7, 0x74): if name.matches("trailer") { self = .notInTrailers }
    case (10, 0x63): if name.matches("connection") { self = .connection }
    case (10, 0x73): if name.matches("set-cookie") { self = .notInTrailers }
    case (12, 0x63): if name.matches("content-type") { self = .notInTrailers }
    case (12, 0x6d): if name.matches("max-forwards") { self = .notInTrailers }
    case (13, 0x61): if name.matches("authorization") { self = .notInTrailers }
    case (13, 0x63):
      if name.matches("content-range") || name.matches("cache-control") { self = .notInTrailers }
    case (14, 0x63): if name.matches("content-length") { self = .contentLength }
    case (16, 0x63): if name.matches("content-encoding") { self = .notInTrailers }
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
