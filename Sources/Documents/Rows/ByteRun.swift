/// Runs of bytes that are looked at sixteen at a time.
enum ByteRun {
  /// A place before which a range has no byte of a mask's: that of the first one, or one less than sixteen from the end.
  @inline(__always)
  static func end(
    _ bytes: UnsafeRawBufferPointer, from start: Int, upTo end: Int, without mask: (UnsafeRawPointer) -> UInt32
  ) -> Int {
    guard let base = bytes.baseAddress else { return start }
    var place = start
    while place + 16 <= end {
      let found = mask(base + place)
      if found != 0 { return place + found.trailingZeroBitCount }
      place += 16
    }
    return place
  }
}
