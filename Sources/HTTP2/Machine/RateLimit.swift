/// How many of something may happen: a few at once, and so many in a second on average.
struct RateLimit: Sendable {
  private let burst: Int
  private let perSecond: Int
  private var spent = 0.0
  private var last: UInt64 = 0

  init(burst: Int, perSecond: Int) {
    self.burst = burst
    self.perSecond = perSecond
  }

  /// One more happened at a time in nanoseconds; false where it is too much.
  mutating func spend(now: UInt64) -> Bool {
    let seconds = now > last ? Double(now - last) / 1e9 : 0
    last = max(last, now)
    spent = max(0, spent - seconds * Double(perSecond)) + 1
    return spent <= Double(burst)
  }
}
