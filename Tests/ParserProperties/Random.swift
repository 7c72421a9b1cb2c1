/// Xorshift, so that a failure can be repeated from its seed.
package struct Random {
  private var state: UInt64

  /// Numbers that depend on the seed alone.
  package init(seed: Int) { state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1 }

  /// Numbers that depend on these bytes alone (FNV-1a).
  package init(of bytes: [UInt8]) {
    state = bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } | 1
  }

  package mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
