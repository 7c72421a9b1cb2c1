/// How many bytes may pass in a second.
package struct ByteRate: Sendable, Hashable {
  /// 1 to 2^40.
  package let bytesPerSecond: Int

  /// Reads `65536`, `64k`, `1M` or `1G` (powers of 1024, either case), as curl's `--limit-rate`.
  package init(_ text: String) throws(RouteError) {
    guard let count = ByteCountText.count(text), count > 0 else { throw .rate(text) }
    bytesPerSecond = count
  }

  /// A rate within its bounds.
  package init(bytesPerSecond: Int) {
    self.bytesPerSecond = min(max(bytesPerSecond, 1), ByteCountText.limit)
  }
}

extension ByteRate: CustomStringConvertible {
  /// The rate as it is typed.
  package var description: String { ByteCountText.text(bytesPerSecond) }
}
