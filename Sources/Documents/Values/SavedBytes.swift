package import HTTPMessages

/// Which bytes of an exchange leave the program: for a file, the clipboard or another program.
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
  /// What the filter of this number has let through of a message's content: of a query one object of JSON, whose names are
  /// the paths; of a command exactly what it wrote.
  case filtered(number: Int, MessageKind)
  /// All rows of a document as text in UTF-8, with control characters as the screen shows them.
  case rows(DocumentKey)
}
