/// A recording as it was at one moment: both directions and their transfers, consistent with each other.
package struct RecordingSnapshot: Sendable {
  /// The bytes that were sent.
  package let sent: ByteLogSnapshot
  /// The bytes that were received.
  package let received: ByteLogSnapshot
  /// When which bytes went which way.
  package let transfers: TransferLogSnapshot

  init(sent: ByteLogSnapshot, received: ByteLogSnapshot, transfers: TransferLogSnapshot) {
    self.sent = sent
    self.received = received
    self.transfers = transfers
  }

  /// A recording without bytes.
  package static let empty = RecordingSnapshot(
    sent: .empty, received: .empty, transfers: TransferLogSnapshot(.empty))

  /// The bytes of one direction.
  package subscript(direction: Direction) -> ByteLogSnapshot {
    direction == .sent ? sent : received
  }

  /// Why a direction ends before what it was given; nil when both are whole so far.
  package var cut: RecordingError? { sent.cut ?? received.cut }
}
