/// The methods that rules of messages name.
enum KnownMethod: UInt8, Sendable {
  case other, get, head, post, put, delete, connect, options, trace, patch
  /// What stands where a method does in the first bytes of HTTP/2 (RFC 9113 §3.4).
  case pri

  /// Methods are case-sensitive (RFC 9110 §9.1).
  init(token: UnsafeRawBufferPointer) {
    self.init(packed: Self.pack(token))
  }

  /// Of a token of so many bytes; `word` is the first eight from its first on, the first one lowest.
  @inline(__always)
  init(word: UInt64, count: Int) {
    self.init(packed: 1...8 ~= count ? word.byteSwapped &>> UInt64(truncatingIfNeeded: 64 &- count &* 8) : 0)
  }

  /// True for the methods whose requests usually have content (RFC 9110 §8.6, §9.3; RFC 5789).
  @inline(__always)
  var hasContent: Bool { self == .post || self == .put || self == .patch }

  /// True where the token is a method of RFC 9110 or PATCH but for the case of its letters.
  static func isMiscased(_ token: UnsafeRawBufferPointer) -> Bool {
    let packed = pack(token)
    guard KnownMethod(packed: packed) == .other else { return false }
    let capitals = KnownMethod(packed: packed & 0xdfdf_dfdf_dfdf_dfdf)
    return capitals != .other && capitals != .pri
  }

  /// The bytes as one number, the last one lowest; zero for more than eight.
  private static func pack(_ token: UnsafeRawBufferPointer) -> UInt64 {
    guard token.count <= 8 else { return 0 }
    var packed: UInt64 = 0
    for byte in token { packed = packed << 8 | UInt64(byte) }
    return packed
  }

  @inline(__always)
  private init(packed: UInt64) {
    switch packed {
    case 0x47_4554: self = .get
    case 0x4845_4144: self = .head
    case 0x504f_5354: self = .post
    case 0x50_5554: self = .put
    case 0x4445_4c45_5445: self = .delete
    case 0x43_4f4e_4e45_4354: self = .connect
    case 0x4f_5054_494f_4e53: self = .options
    case 0x54_5241_4345: self = .trace
    case 0x50_4154_4348: self = .patch
    case 0x50_5249: self = .pri
    default: self = .other
    }
  }
}
