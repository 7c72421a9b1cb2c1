/// The fields that framing, routing and reuse depend on.
enum KnownField: UInt8, Sendable {
  case contentLength
  case transferEncoding
  case te
  case upgrade
  case keepAlive
  case expect
  case host
  case connection
  case trailer
  case other

  /// Only that it is there matters to the parser: nobody reads its value before it is shown.
  @inline(__always)
  var isReadLater: Bool { self == .upgrade || self == .keepAlive || self == .trailer }

  /// How many of the first ones are looked at again when the head has ended.
  static let rangeCount = 6

  /// A bit for each field's hint: most other names are told from them by it.
  private static let hints: UInt64 = 0x2008_0011_0080_0000

  /// True for every name of a field here, from its count of bytes and its first two, the first one lowest.
  @inline(__always)
  static func mayBe(length: Int, beginning pair: UInt16) -> Bool {
    // A number below 64, chosen so that no common name has that of one that matters.
    let hint = ((UInt64(pair | 0x2020) &* 4065) &>> 11 &+ UInt64(truncatingIfNeeded: length)) & 63
    return hints &>> hint & 1 != 0
  }

  /// The field of a name, which is a token: in a token only a letter becomes a letter by the bit of small letters.
  @inline(__always)
  init(name: UnsafeRawBufferPointer) {
    self = .other
    let count = name.count
    guard count >= 2, let bytes = name.baseAddress else { return }
    // The first and the last bytes, as many as there are up to eight; some are in both.
    func small<Word: FixedWidthInteger>(_ offset: Int, _: Word.Type) -> UInt64 {
      UInt64(Word(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Word.self))) | 0x2020_2020_2020_2020
    }
    if count >= 8 {
      let (first, last) = (small(0, UInt64.self), small(count &- 8, UInt64.self))
      switch count {
      case 10:
        if first == 0x6974_6365_6e6e_6f63, last == 0x6e6f_6974_6365_6e6e { self = .connection }
        if first == 0x696c_612d_7065_656b, last == 0x6576_696c_612d_7065 { self = .keepAlive }
      case 14:
        if first == 0x2d74_6e65_746e_6f63, last == 0x6874_676e_656c_2d74 { self = .contentLength }
      case 17:
        if first == 0x7265_6673_6e61_7274, name[8] == Byte.hyphen, last == 0x676e_6964_6f63_6e65 {
          self = .transferEncoding
        }
      default: break
      }
    } else if count >= 4 {
      // Two halves of a word; those of the shorter names overlap.
      let half: UInt64 = 0xffff_ffff
      let word = small(0, UInt32.self) & half | small(count &- 4, UInt32.self) << 32
      switch word {
      case 0x7473_6f68_7473_6f68: if count == 4 { self = .host }
      case 0x7463_6570_6570_7865: if count == 6 { self = .expect }
      case 0x7265_6c69_6961_7274: if count == 7 { self = .trailer }
      case 0x6564_6172_7267_7075: if count == 7 { self = .upgrade }
      default: break
      }
    } else if count == 2, small(0, UInt16.self) & 0xffff == 0x6574 {
      self = .te
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
