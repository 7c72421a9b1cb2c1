/// One line that tells what just happened; it stays until the next key.
package struct StatusMessage: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case note, problem
  }

  package var kind: Kind
  package var text: String
  /// What may be done about it.
  ///
  /// An answer asks in this way, never by a popup: whoever types meanwhile keeps the keys, and an Enter that was meant for
  /// something else answers nothing.
  package var offer: Command?

  package static func note(_ text: String, offering offer: Command? = nil) -> StatusMessage {
    StatusMessage(kind: .note, text: text, offer: offer)
  }
  package static func problem(_ text: String, offering offer: Command? = nil) -> StatusMessage {
    StatusMessage(kind: .problem, text: text, offer: offer)
  }
}
