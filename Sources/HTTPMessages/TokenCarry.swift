/// The first bytes of a short token that is split over feeds, so that it can be recognized when it is complete.
struct TokenCarry: Sendable {
  private var bytes = SIMD32<UInt8>()
  /// Bytes of the token so far, also those beyond the capacity.
  private(set) var count = 0

  mutating func removeAll() { count = 0 }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes.prefix(max(0, SIMD32<UInt8>.scalarCount - count)) {
      self.bytes[count] = byte
      count += 1
    }
    if count == SIMD32<UInt8>.scalarCount { count += 1 }
  }

  /// Calls `body` with the token; nil when it is longer than what is carried.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
    guard count <= SIMD32<UInt8>.scalarCount else { return nil }
    return withUnsafeBytes(of: bytes) { body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }
}
