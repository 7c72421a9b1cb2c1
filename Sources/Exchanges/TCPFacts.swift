/// What the kernel knows of a TCP connection (Linux `TCP_INFO`) at one moment.
package struct TCPFacts: Sendable, Hashable {
  /// Smoothed round-trip time and its variance, microseconds.
  package var roundTripMicroseconds: Int
  package var roundTripVarianceMicroseconds: Int
  /// The congestion window, segments.
  package var congestionWindow: Int
  /// Segments sent again since the connection began.
  package var retransmissions: Int
  package var lost: Int
  /// Maximum segment size for sending, bytes.
  package var maximumSegmentSize: Int
  /// The path's maximum transmission unit, bytes.
  package var pathMTU: Int

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
