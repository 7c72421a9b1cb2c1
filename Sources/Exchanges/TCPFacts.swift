/// What the kernel knows of a TCP connection (Linux `TCP_INFO`) at one moment.
///
/// What an older kernel does not know is zero.
package struct TCPFacts: Sendable, Hashable {
  /// Smoothed round-trip time and its variance, microseconds.
  package var roundTripMicroseconds: Int
  package var roundTripVarianceMicroseconds: Int
  /// The shortest round trip of the last minutes, microseconds.
  package var minimumRoundTripMicroseconds = 0
  /// The congestion window, segments.
  package var congestionWindow: Int
  /// Segments sent again since the connection began.
  package var retransmissions: Int
  package var lost: Int
  /// Maximum segment size for sending, bytes.
  package var maximumSegmentSize: Int
  /// The path's maximum transmission unit, bytes.
  package var pathMTU: Int
  /// Bytes of ours that the peer has acknowledged.
  package var bytesAcknowledged = 0
  package var bytesReceived = 0
  package var segmentsSent = 0
  package var segmentsReceived = 0
  /// How fast the peer gets what is sent, bytes per second.
  package var deliveryRate = 0
  /// How fast the system lets bytes out, bytes per second; 0 for as fast as they can go.
  package var pacingRate = 0
  /// How much the peer would take now, bytes.
  package var peerWindow = 0
  /// How long sending stood still because the peer's window was full, microseconds.
  package var windowLimitedMicroseconds = 0

  package init(
    roundTripMicroseconds: Int, roundTripVarianceMicroseconds: Int, congestionWindow: Int, retransmissions: Int,
    lost: Int, maximumSegmentSize: Int, pathMTU: Int
  ) {
    self.roundTripMicroseconds = roundTripMicroseconds
    self.roundTripVarianceMicroseconds = roundTripVarianceMicroseconds
    self.congestionWindow = congestionWindow
    self.retransmissions = retransmissions
    self.lost = lost
    self.maximumSegmentSize = maximumSegmentSize
    self.pathMTU = pathMTU
  }
}
