/// Which of the known fields a head has.
struct KnownFieldSet: Sendable {
  private var bits: UInt16 = 0

  @inline(__always)
  mutating func insert(_ field: KnownField) { bits |= Self.bit(field) }

  @inline(__always)
  func contains(_ field: KnownField) -> Bool { bits & Self.bit(field) != 0 }

  /// True where TE, Upgrade or Expect is there, of which most heads have none.
  @inline(__always)
  var hasRareField: Bool {
    bits & (Self.bit(.te) | Self.bit(.upgrade) | Self.bit(.expect)) != 0
  }

  @inline(__always)
  private static func bit(_ field: KnownField) -> UInt16 { 1 &<< UInt16(field.rawValue) }
}
