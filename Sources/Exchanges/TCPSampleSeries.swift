package import Recordings

/// What TCP did at one moment of an exchange.
package struct TCPSample: Sendable, Hashable {
  package var time: Timestamp
  package var roundTripMicroseconds: Int
  /// Segments.
  package var congestionWindow: Int
  /// Bytes of ours that the peer has acknowledged, and bytes that came, since the connection began.
  package var bytesAcknowledged: Int
  package var bytesReceived: Int
  /// Segments sent again since the connection began.
  package var retransmissions: Int

  package init(time: Timestamp, facts: TCPFacts) {
    self.time = time
    roundTripMicroseconds = facts.roundTripMicroseconds
    congestionWindow = facts.congestionWindow
    bytesAcknowledged = facts.bytesAcknowledged
    bytesReceived = facts.bytesReceived
    retransmissions = facts.retransmissions
  }
}

/// Samples of one exchange for a plot, however long it lasts.
///
/// At most `limit` are kept: a full series drops every second one and takes them half as often from then on.
package struct TCPSampleSeries: Sendable, Hashable {
  /// Even.
  package static let limit = 120

  /// Oldest first.
  package private(set) var samples: [TCPSample] = []
  /// Nanoseconds between two samples.
  private var interval: UInt64 = 10_000_000

  package init() {}

  /// When the next sample is wanted; nil before the first one, which is wanted at once.
  package var due: Timestamp? {
    samples.last?.time.adding(interval)
  }

  /// Takes a sample; one that comes too early is left out.
  package mutating func take(_ sample: TCPSample) {
    if let due, sample.time < due { return }
    samples.append(sample)
    guard samples.count >= Self.limit else { return }
    for index in 1..<samples.count / 2 { samples[index] = samples[index * 2] }
    samples.removeLast(samples.count / 2)
    interval *= 2
  }

  /// Takes the last sample of an exchange: it belongs there however early it comes.
  package mutating func finish(_ sample: TCPSample) {
    if let due, sample.time < due, samples.count > 1 { samples.removeLast() }
    samples.append(sample)
  }
}
