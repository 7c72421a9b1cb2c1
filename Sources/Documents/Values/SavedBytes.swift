package import HTTPMessages

/// Which bytes of an exchange are written to a file.
package enum SavedBytes: Sendable, Hashable {
  /// A message's content with its codings undone: what the text view shows.
  case content(MessageKind)
  /// A part of that.
  case contentPart(MessageKind, Range<Int>)
  /// A message's content as it came, without the framing.
  case codedContent(MessageKind)
  /// Some bytes of the recording, as they are.
  case bytes(ByteReference)
  /// All bytes of one direction of the exchange: heads, framing, content.
  case messages(MessageKind)
}
