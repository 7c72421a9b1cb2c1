package import Recordings

/// The bytes of one direction under a `NetworkCondition`: when how many of those that wait may pass.
///
/// It knows counts and moments, no bytes, clock or timer. Bytes wait for their delay, then for the rate. Chance comes
/// from a seed, so that what happened can happen again.
package struct ConditionedLine: Sendable {
  /// What may happen now.
  package enum Verdict: Sendable, Hashable {
    /// So many bytes may pass; ask again for the rest. None only where none wait.
    case pass(Int)
    /// None may pass before this moment.
    case wait(until: Timestamp)
    /// The connection is to end like this, now; all that waits is lost.
    case drop(ConnectionDrop.Kind)
  }

  /// Bytes that came within so many nanoseconds of each other wait together: what is kept stays small.
  private static let grain: UInt64 = 1_000_000

  private let line: NetworkCondition.Line
  private var bucket: TokenBucket?
  private var chance: ChanceSource
  /// Bytes that are still delayed, by the moment at which they are through, in order.
  private var delayed: [(due: Timestamp, count: Int)] = []
  /// Entries of `delayed` that are done with.
  private var doneCount = 0
  private var delayedBytes = 0
  /// Bytes that are through their delay and wait for the rate.
  private var readyBytes = 0
  private var passedBytes = 0
  private var dropped: ConnectionDrop.Kind?

  /// A line on which nothing waits.
  package init(_ line: NetworkCondition.Line, seed: UInt64) {
    self.line = line
    bucket = line.rate.map { TokenBucket($0) }
    chance = ChanceSource(seed: seed)
  }

  /// Decides about `count` bytes: all that wait.
  ///
  /// Those beyond what was told of before came just now.
  package mutating func admit(_ count: Int, now: Timestamp) -> Verdict {
    if let dropped { return .drop(dropped) }
    let fresh = count - delayedBytes - readyBytes
    if fresh > 0 {
      take(fresh, now: now)
      if let drop = line.drop, case .chance(let perMillion) = drop.trigger, chance.below(1_000_000) < perMillion {
        return end(drop.kind)
      }
    }
    if let drop = line.drop, case .bytes(let limit) = drop.trigger, passedBytes >= limit, count > 0 {
      return end(drop.kind)
    }
    release(now: now)
    guard readyBytes > 0 else {
      return doneCount < delayed.count ? .wait(until: delayed[doneCount].due) : .pass(0)
    }
    return pass(now: now)
  }

  private mutating func pass(now: Timestamp) -> Verdict {
    var passing = readyBytes
    if let drop = line.drop, case .bytes(let limit) = drop.trigger { passing = min(passing, limit - passedBytes) }
    switch bucket?.admit(passing, now: now) ?? .pass(passing) {
    case .wait(let moment): return .wait(until: moment)
    case .pass(let admitted):
      readyBytes -= admitted
      let (sum, overflow) = passedBytes.addingReportingOverflow(admitted)
      passedBytes = overflow ? .max : sum
      return .pass(admitted)
    }
  }

  private mutating func take(_ count: Int, now: Timestamp) {
    guard let delay = line.delay else {
      readyBytes += count
      return
    }
    let jitter = chance.below(delay.jitterMilliseconds * 1_000 + 1) * 1_000
    let due = now.adding(UInt64(delay.milliseconds * 1_000_000 + jitter))
    delayedBytes += count
    if doneCount < delayed.count, let last = delayed.last, due < last.due.adding(Self.grain) {
      delayed[delayed.count - 1].count += count
    } else {
      delayed.append((due, count))
    }
  }

  private mutating func release(now: Timestamp) {
    while doneCount < delayed.count, delayed[doneCount].due <= now {
      delayedBytes -= delayed[doneCount].count
      readyBytes += delayed[doneCount].count
      doneCount += 1
    }
    if doneCount > 64, doneCount > delayed.count / 2 {
      delayed.removeFirst(doneCount)
      doneCount = 0
    }
  }

  private mutating func end(_ kind: ConnectionDrop.Kind) -> Verdict {
    dropped = kind
    delayed = []
    doneCount = 0
    return .drop(kind)
  }
}
