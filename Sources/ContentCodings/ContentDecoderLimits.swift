/// How far decoding may go, so that a small content cannot fill a disk.
package struct ContentDecoderLimits: Sendable, Hashable {
  /// The most bytes that come out.
  package var decodedCount: Int
  /// How many times larger than the coded content may be what any of its codings gives.
  ///
  /// One deflate coding reaches 1032 at most, so gzip and deflate get beyond the default only when they are stacked; br
  /// reaches more than a million, zstd about 32,000.
  package var ratio: Int
  /// The ratio does not count for so many decoded bytes.
  package var ratioFloor: Int
  /// The most codings that may be stacked.
  package var codingCount: Int
  /// The most bytes that a zstd frame may have as its window: 8 MiB, as RFC 9659 §3 has it.
  package var zstdWindow: Int

  /// Makes limits; the defaults let every honest content through.
  package init(
    decodedCount: Int = .max, ratio: Int = 2000, ratioFloor: Int = 64 << 20, codingCount: Int = 5,
    zstdWindow: Int = 8 << 20
  ) {
    self.decodedCount = decodedCount
    self.ratio = ratio
    self.ratioFloor = ratioFloor
    self.codingCount = codingCount
    self.zstdWindow = zstdWindow
  }

  /// Whether what a coding gave out of so many coded bytes looks like an attack.
  func isBomb(givenCount: Int, codedCount: Int) -> Bool {
    givenCount > ratioFloor && givenCount / ratio > codedCount
  }
}
