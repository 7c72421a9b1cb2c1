/// A way to look at a message.
package enum DocumentView: UInt8, Sendable, Hashable, CaseIterable {
  /// Start lines, fields and trailers, then what is wrong with the message.
  case headers
  /// The content laid out for reading: JSON indented, a form one pair a row, anything else as text.
  case pretty
  /// The content as text, by its charset.
  case text
  /// The whole message, head and content, as bytes.
  case hex
  /// The content as bytes, without framing and codings.
  case hexContent
  /// What a filter lets through of the content: the paths of what was found, with the values laid out for reading.
  case filtered
  /// Each write and read with its time, its bytes and its diagnostics; over HTTP/2 the frames.
  case wire
  /// The same, but over HTTP/2 what the frames say as HTTP/1 would have written it.
  case wireText
  /// How a message differs from another one: head and content.
  case difference

  /// Whether it shows a message's content, codings undone.
  var isOfContent: Bool { self == .pretty || self == .text || self == .hexContent }

  /// Whether its rows are so many bytes each, with their offset.
  package var isHex: Bool { self == .hex || self == .hexContent }
}
