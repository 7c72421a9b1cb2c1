/// How the system has set a connection's socket, read once it is connected.
package struct SocketSettings: Sendable, Hashable {
  /// Small segments leave at once (`TCP_NODELAY`).
  package var sendsAtOnce: Bool
  /// The system asks a silent peer whether it is still there (`SO_KEEPALIVE`).
  package var probesSilentPeer: Bool
  /// Bytes; Linux doubles what was asked for, and counts its own book-keeping in.
  package var sendBuffer: Int
  package var receiveBuffer: Int
  /// The most content that one segment takes, bytes; nil for what is not TCP.
  package var maximumSegmentSize: Int?
  /// The algorithm's name, as in `cubic`; nil for what is not TCP.
  package var congestionControl: String?

  package init(
    sendsAtOnce: Bool, probesSilentPeer: Bool, sendBuffer: Int, receiveBuffer: Int, maximumSegmentSize: Int?,
    congestionControl: String?
  ) {
    self.sendsAtOnce = sendsAtOnce
    self.probesSilentPeer = probesSilentPeer
    self.sendBuffer = sendBuffer
    self.receiveBuffer = receiveBuffer
    self.maximumSegmentSize = maximumSegmentSize
    self.congestionControl = congestionControl
  }
}
