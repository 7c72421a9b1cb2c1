import Exchanges
import Recordings
import Testing

@Suite struct DurationTextTests {
  private static let start = Timestamp(nanoseconds: 5_000_000_000)

  @Test(
    "an age has tenths of a second only while it is young",
    arguments: [
      (0, "0.0 s"), (3_299, "3.2 s"), (9_999, "9.9 s"), (10_000, "10 s"), (59_999, "59 s"), (60_000, "1 min 0 s"),
      (3_725_000, "62 min 5 s"),
    ])
  func ages(milliseconds: UInt64, text: String) {
    #expect(DurationText.seconds(from: Self.start, to: Self.start.adding(milliseconds * 1_000_000)) == text)
  }

  @Test("an age reads the same until it is said to change, and otherwise from then on")
  func changes() {
    for milliseconds: UInt64 in [0, 3_299, 9_899, 9_900, 9_999, 10_000, 10_001, 59_500, 60_000, 3_725_001] {
      let now = Self.start.adding(milliseconds * 1_000_000)
      let wait = DurationText.untilSecondsChange(from: Self.start, to: now) / .nanoseconds(1)
      let text = DurationText.seconds(from: Self.start, to: now)
      #expect(DurationText.seconds(from: Self.start, to: now.adding(UInt64(wait) - 1)) == text)
      #expect(DurationText.seconds(from: Self.start, to: now.adding(UInt64(wait))) != text)
    }
  }
}
