import Exchanges
import Recordings
import Testing

@Suite("Samples of TCP for a plot")
struct TCPSampleSeriesTests {
  private static func sample(_ milliseconds: Int) -> TCPSample {
    var facts = TCPFacts(
      roundTripMicroseconds: 1, roundTripVarianceMicroseconds: 1, congestionWindow: 10, retransmissions: 0, lost: 0,
      maximumSegmentSize: 1460, pathMTU: 1500)
    facts.bytesReceived = milliseconds
    return TCPSample(time: Timestamp(nanoseconds: UInt64(milliseconds) * 1_000_000), facts: facts)
  }

  @Test("a series of any length stays small, even, and keeps its first and its last")
  func halves() {
    var series = TCPSampleSeries()
    for milliseconds in 0...100_000 { series.take(Self.sample(milliseconds)) }
    series.finish(Self.sample(100_001))
    #expect(series.samples.count <= TCPSampleSeries.limit)
    #expect(series.samples.count >= TCPSampleSeries.limit / 2)
    #expect(series.samples.first == Self.sample(0))
    #expect(series.samples.last == Self.sample(100_001))
    let times = series.samples.dropLast().map(\.bytesReceived)
    let steps = Set(zip(times, times.dropFirst()).map { $1 - $0 })
    #expect(steps.count == 1)
  }

  @Test("samples that come too early are left out, but not the last one")
  func bounded() {
    var series = TCPSampleSeries()
    #expect(series.due == nil)
    series.take(Self.sample(0))
    #expect(series.due == Self.sample(10).time)
    series.take(Self.sample(9))
    #expect(series.samples.count == 1)
    series.finish(Self.sample(9))
    #expect(series.samples == [Self.sample(0), Self.sample(9)])
  }
}
