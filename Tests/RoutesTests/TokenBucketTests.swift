import Recordings
import Testing

@testable import Routes

@Suite("A rate limit")
struct TokenBucketTests {
  private static let second: UInt64 = 1_000_000_000

  /// Bytes that pass, by the moments at which they do.
  private func passes(
    _ count: Int, at rate: Int, until end: UInt64, from start: UInt64 = 5
  ) -> [(now: UInt64, count: Int)] {
    var bucket = TokenBucket(ByteRate(bytesPerSecond: rate))
    var now = Timestamp(nanoseconds: start)
    var rest = count
    var passes: [(now: UInt64, count: Int)] = []
    while rest > 0, now.nanoseconds <= end {
      switch bucket.admit(rest, now: now) {
      case .pass(let passed):
        rest -= passed
        passes.append((now.nanoseconds, passed))
      case .wait(let next):
        #expect(next > now)
        now = next
      }
    }
    return passes
  }

  @Test("no span of time has more than the rate and one burst", arguments: [1, 7, 10, 1_000, 65_536, 1 << 20, 1 << 40])
  func keepsRate(_ rate: Int) {
    let passes = passes(rate * 4, at: rate, until: 3 * Self.second, from: Self.second)
    for first in passes.indices {
      var sum = 0
      for pass in passes[first...] {
        sum += pass.count
        let seconds = Double(pass.now - passes[first].now) / 1e9
        #expect(Double(sum) <= Double(rate) * (seconds + 0.1) + 1)
      }
    }
  }

  @Test(
    "a transfer goes at the rate and wakes up twenty times a second at most", arguments: [20, 1_000, 65_536, 1 << 30])
  func reachesRate(_ rate: Int) {
    let passes = passes(rate * 10, at: rate, until: 3 * Self.second, from: Self.second)
    let sum = passes.reduce(0) { $0 + $1.count }
    #expect(Double(sum) >= Double(rate) * 2 - 1)
    #expect(passes.count <= 45)
  }

  @Test("less than ten bytes a second go one by one")
  func slow() {
    let passes = passes(4, at: 2, until: 9 * Self.second)
    #expect(passes.map(\.count) == [1, 1, 1, 1])
    #expect((passes.last?.now ?? 0) - passes[1].now == Self.second)
  }

  @Test("after a rest a burst passes at once, and not more")
  func burst() {
    var bucket = TokenBucket(ByteRate(bytesPerSecond: 1_000))
    #expect(bucket.admit(5_000, now: Timestamp(nanoseconds: 9 * Self.second)) == .pass(100))
    #expect(bucket.admit(0, now: Timestamp(nanoseconds: 9 * Self.second)) == .pass(0))
    #expect(
      bucket.admit(5_000, now: Timestamp(nanoseconds: 9 * Self.second))
        == .wait(until: Timestamp(nanoseconds: 9 * Self.second + 50_000_000)))
    #expect(bucket.admit(5_000, now: Timestamp(nanoseconds: 99 * Self.second)) == .pass(100))
  }

  @Test("no count and no moment traps", arguments: 1...20)
  func hostile(_ seed: UInt64) {
    var chance = ChanceSource(seed: seed)
    var bucket = TokenBucket(ByteRate(bytesPerSecond: 1 << chance.below(62)))
    for _ in 0..<2_000 {
      let count = [-1, 0, 1, Int.max, chance.below(1 << 40)][chance.below(5)]
      let now = [0, 1, UInt64.max, UInt64(chance.below(.max))][chance.below(4)]
      if case .pass(let passed) = bucket.admit(count, now: Timestamp(nanoseconds: now)) {
        #expect(passed <= max(0, count))
      }
    }
  }
}
