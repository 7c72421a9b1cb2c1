/// How far decoding may go, so that a small content cannot fill a disk.
package struct ContentDecoderLimits: Sendable, Hashable {
  /// The most bytes that come out.
  package var decodedCount: Int
  /// How many times larger than the coded content the decoded one may be.
  ///
  /// One deflate coding reaches 1032 at most, so only stacked codings get beyond the default.
  package var ratio: Int
  /// The ratio does not count for so many decoded bytes.
  package var ratioFloor: Int
  /// The most codings that may be stacked.
  package var codingCount: Int

  /// Makes limits; the defaults let every honest content through.
  package init(
    decodedCount: Int = .max, ratio: Int = 2000, ratioFloor: Int = 64 << 20, codingCount: Int = 5
  ) {
    self.decodedCount = decodedCount
    self.ratio = ratio
    self.ratioFloor = ratioFloor
    self.codingCount = codingCount
  }
}
