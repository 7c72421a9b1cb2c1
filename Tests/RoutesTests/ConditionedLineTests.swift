import Recordings
import Testing

@testable import Routes

@Suite("A line under a network condition")
struct ConditionedLineTests {
  private func line(_ text: String, seed: UInt64 = 1) throws -> ConditionedLine {
    ConditionedLine(try NetworkCondition(text).up, seed: seed)
  }

  private func at(_ milliseconds: UInt64) -> Timestamp { Timestamp(nanoseconds: (10_000 + milliseconds) * 1_000_000) }

  @Test("a clear line lets all pass at once")
  func clear() throws {
    var line = try line("")
    #expect(line.admit(0, now: at(0)) == .pass(0))
    #expect(line.admit(1_000_000, now: at(0)) == .pass(1_000_000))
  }

  @Test("a delay holds each arrival back by its length, in order")
  func delay() throws {
    var line = try line("delay=200ms")
    #expect(line.admit(10, now: at(0)) == .wait(until: at(200)))
    // Five more come later.
    #expect(line.admit(15, now: at(50)) == .wait(until: at(200)))
    #expect(line.admit(15, now: at(199)) == .wait(until: at(200)))
    #expect(line.admit(15, now: at(200)) == .pass(10))
    #expect(line.admit(5, now: at(200)) == .wait(until: at(250)))
    #expect(line.admit(5, now: at(250)) == .pass(5))
    #expect(line.admit(0, now: at(250)) == .pass(0))
  }

  @Test("arrivals within a millisecond wait together, so that little is kept")
  func grain() throws {
    var line = try line("delay=1s")
    for count in 1...100_000 {
      let now = Timestamp(nanoseconds: 10_000_000_000 + UInt64(count) * 100)
      _ = line.admit(count, now: now)
    }
    guard case .pass(let passed) = line.admit(100_000, now: Timestamp(nanoseconds: 11_010_000_100)) else {
      Issue.record("nothing passed")
      return
    }
    #expect(passed >= 99_000)
  }

  @Test("jitter delays by chance, within its bounds, and a seed repeats it")
  func jitter() throws {
    func passes(seed: UInt64) throws -> [UInt64] {
      var line = try line("delay=10ms~20ms", seed: seed)
      return (0..<100).map { index in
        let begin = at(UInt64(index) * 100)
        guard case .wait(let due) = line.admit(1, now: begin), line.admit(1, now: due) == .pass(1) else { return 0 }
        return due.nanoseconds - begin.nanoseconds
      }
    }
    let delays = try passes(seed: 7)
    #expect(delays.allSatisfy { 10_000_000...30_000_000 ~= $0 })
    #expect(Set(delays).count > 50)
    #expect(try passes(seed: 7) == delays)
    #expect(try passes(seed: 8) != delays)
  }

  @Test("what is through its delay still waits for the rate")
  func rate() throws {
    var line = try line("delay=100ms,up=1000")
    #expect(line.admit(1_000, now: at(0)) == .wait(until: at(100)))
    #expect(line.admit(1_000, now: at(100)) == .pass(100))
    #expect(line.admit(900, now: at(100)) == .wait(until: at(150)))
    #expect(line.admit(900, now: at(150)) == .pass(50))
  }

  @Test("a connection ends after exactly so many bytes, for good")
  func dropsAfterBytes() throws {
    var line = try line("drop=reset@10")
    #expect(line.admit(4, now: at(0)) == .pass(4))
    #expect(line.admit(100, now: at(0)) == .pass(6))
    #expect(line.admit(0, now: at(0)) == .pass(0))
    #expect(line.admit(94, now: at(0)) == .drop(.reset))
    #expect(line.admit(0, now: at(0)) == .drop(.reset))
    var first = try self.line("drop=close@0")
    #expect(first.admit(1, now: at(0)) == .drop(.close))
  }

  @Test("a connection ends by chance at the given rate of arrivals")
  func dropsByChance() throws {
    var ends = 0
    for seed in 1...2_000 {
      var line = try line("drop=close@10%", seed: UInt64(seed))
      if line.admit(1, now: at(0)) == .drop(.close) { ends += 1 }
    }
    #expect(150...250 ~= ends)
    var certain = try line("drop=close@100%")
    #expect(certain.admit(1, now: at(0)) == .drop(.close))
  }

  @Test("all bytes pass in the end, whatever the condition and the pieces", arguments: 1...40)
  func allPass(_ seed: UInt64) throws {
    var chance = ChanceSource(seed: seed)
    let text = ["delay=20ms~30ms", "up=5k", "delay=5ms,up=1M", "delay=1ms~100ms,up=3"][chance.below(4)]
    var line = try line(text, seed: seed)
    var now = at(0)
    var (waiting, told, passed) = (0, 0, 0)
    for _ in 0..<2_000 {
      if told < 300, chance.below(3) == 0 {
        let count = 1 + chance.below(40)
        waiting += count
        told += count
      }
      switch line.admit(waiting, now: now) {
      case .pass(let count):
        #expect(count <= waiting)
        waiting -= count
        passed += count
        if count == 0 { #expect(waiting == 0) }
      case .wait(let next):
        #expect(next > now && waiting > 0)
        now = chance.below(2) == 0 ? next : Timestamp(nanoseconds: (now.nanoseconds + next.nanoseconds) / 2)
      case .drop: Issue.record("nothing was to be dropped")
      }
    }
    while waiting > 0 {
      switch line.admit(waiting, now: now) {
      case .pass(let count):
        waiting -= count
        passed += count
      case .wait(let next): now = next
      case .drop:
        Issue.record("nothing was to be dropped")
        return
      }
    }
    #expect(passed == told)
  }
}
