package import Recordings

/// Lets bytes pass at a rate, with bursts of at most a tenth of a second's bytes: a limit for downloads and uploads.
///
/// It keeps one moment: that at which all that passed would have passed at the rate (the virtual scheduling of ITU-T
/// I.371's GCRA). Constant work for each call, none while nothing passes.
package struct TokenBucket: Sendable, Hashable {
  /// Nanoseconds that a burst may run ahead of the rate.
  private static let burst: UInt64 = 100_000_000
  private static let second: UInt64 = 1_000_000_000

  private let rate: UInt64
  private var settled = Timestamp(nanoseconds: 0)

  /// A bucket that is full.
  package init(_ rate: ByteRate) {
    self.rate = UInt64(rate.bytesPerSecond)
  }

  /// Takes up to `count` bytes; gives how many may pass now, or the next time to ask.
  ///
  /// Where more wait than a burst has, half a burst is saved up first: a transfer wakes up twenty times a second at most.
  package mutating func admit(_ count: Int, now: Timestamp) -> Admission {
    guard count > 0 else { return .pass(0) }
    let wanted = UInt64(count)
    let start = max(settled, Timestamp(nanoseconds: now.nanoseconds - min(now.nanoseconds, Self.burst)))
    let burstBytes = bytes(in: Self.burst)
    if burstBytes == 0 {
      // Less than ten bytes a second: one at a time, each paid for afterwards.
      if start > now { return .wait(until: start) }
      settled = start.adding(time(for: 1))
      return .pass(1)
    }
    let due = start.adding(time(for: max(1, min(wanted, burstBytes / 2))))
    if due > now { return .wait(until: due) }
    let passing = min(wanted, bytes(in: now.nanoseconds - start.nanoseconds))
    settled = start.adding(time(for: passing))
    return .pass(Int(passing))
  }

  /// Rounded down; for at most a burst's time.
  private func bytes(in nanoseconds: UInt64) -> UInt64 {
    Self.second.dividingFullWidth(rate.multipliedFullWidth(by: min(nanoseconds, Self.burst))).quotient
  }

  /// Rounded up, so that the rate is never exceeded; for at most a burst's bytes, or one.
  private func time(for bytes: UInt64) -> UInt64 {
    let (quotient, remainder) = rate.dividingFullWidth(bytes.multipliedFullWidth(by: Self.second))
    return remainder == 0 ? quotient : quotient + 1
  }
}
