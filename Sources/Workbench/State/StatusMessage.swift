/// One line that tells what just happened; it stays until the next key.
package struct StatusMessage: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case note, problem
  }

  package var kind: Kind
  package var text: String

  package static func note(_ text: String) -> StatusMessage { StatusMessage(kind: .note, text: text) }
  package static func problem(_ text: String) -> StatusMessage { StatusMessage(kind: .problem, text: text) }
}
