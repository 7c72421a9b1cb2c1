/// Searches for the end of a run of bytes.
enum ByteScan {
  /// Index of the first control byte other than HTAB at or after `start`, or `end`.
  ///
  /// 16 bytes at a time; only vectors are compared with vectors, because comparing one with a scalar is a slow loop.
  @inline(__always)
  static func controlByte(in bytes: UnsafeRawPointer, from start: Int, to end: Int) -> Int {
    typealias Vector = SIMD16<UInt8>
    let space = Vector(repeating: Byte.space)
    let tab = Vector(repeating: Byte.tab)
    let delete = Vector(repeating: Byte.delete)
    var index = start
    let last = end &- 16
    while index <= last {
      let vector = bytes.loadUnaligned(fromByteOffset: index, as: Vector.self)
      let isLow: SIMDMask<SIMD16<Int8>> = vector .< space
      let isNoTab: SIMDMask<SIMD16<Int8>> = vector .!= tab
      let isDelete: SIMDMask<SIMD16<Int8>> = vector .== delete
      let found = (isLow .& isNoTab) .| isDelete
      if unsafeBitCast(found, to: UInt128.self) != 0 {
        let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
        return halves[0] != 0
          ? index &+ (halves[0].trailingZeroBitCount &>> 3)
          : index &+ 8 &+ (halves[1].trailingZeroBitCount &>> 3)
      }
      index &+= 16
    }
    while index < end, !Byte.isControl(bytes.load(fromByteOffset: index, as: UInt8.self)) { index &+= 1 }
    return index
  }

  /// Index of the first byte outside of `set` at or after `start`, or `end`.
  @inline(__always)
  static func byte(outside set: ByteClass, in bytes: UnsafeRawPointer, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, ByteClass.contains(bytes.load(fromByteOffset: index, as: UInt8.self), set) { index &+= 1 }
    return index
  }
}
