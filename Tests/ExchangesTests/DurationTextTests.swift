import Exchanges
import Glibc
import Recordings
import Testing

@Suite struct DurationTextTests {
  private static let start = Timestamp(nanoseconds: 5_000_000_000)

  @Test(
    "what is young has an age in tenths of a second",
    arguments: [(0, "0.0 s"), (3_299, "3.2 s"), (9_999, "9.9 s")])
  func ages(milliseconds: UInt64, text: String) {
    #expect(DurationText.age(from: Self.start, to: Self.start.adding(milliseconds * 1_000_000)) == text)
  }

  @Test("what is older began at a time of day, which stays", arguments: [10, 59, 3_725, 86_399])
  func older(seconds: UInt64) throws {
    let text = DurationText.age(from: Self.start, to: Self.start.adding(seconds * 1_000_000_000))
    let parts = try #require(text.wholeMatch(of: /since (\d\d):(\d\d):(\d\d)/))
    let began = try Self.secondsOfDay(#require(Int(parts.1)), #require(Int(parts.2)), #require(Int(parts.3)))
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    let present = Self.secondsOfDay(Int(local.tm_hour), Int(local.tm_min), Int(local.tm_sec))
    // The clock may have gone on meanwhile, and past midnight; where it is put forward or back, by an hour.
    #expect((0...2).contains((present - began - Int(seconds) + 2 * 86_400) % 3_600))
  }

  @Test("an age reads the same until it is said to change, and otherwise from then on")
  func changes() throws {
    for milliseconds: UInt64 in [0, 3_299, 9_899, 9_900] {
      let now = Self.start.adding(milliseconds * 1_000_000)
      let wait = try #require(DurationText.untilAgeChanges(from: Self.start, to: now)) / .nanoseconds(1)
      let text = DurationText.age(from: Self.start, to: now)
      #expect(DurationText.age(from: Self.start, to: now.adding(UInt64(wait) - 1)) == text)
      #expect(DurationText.age(from: Self.start, to: now.adding(UInt64(wait))) != text)
    }
    #expect(DurationText.untilAgeChanges(from: Self.start, to: Self.start.adding(10_000_000_000)) == nil)
  }

  private static func secondsOfDay(_ hour: Int, _ minute: Int, _ second: Int) -> Int {
    (hour * 60 + minute) * 60 + second
  }
}
