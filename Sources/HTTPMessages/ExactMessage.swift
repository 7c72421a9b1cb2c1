/// A message as it stands in its bytes: every byte of it in the part that it is.
///
/// `MessageWriter` writes the same bytes back. Changing a part changes these bytes of it and no others: white space,
/// line ends, sizes and lengths stay as they are, right or wrong.
package struct ExactMessage: Sendable, Hashable {
  /// A part and its bytes.
  package struct Piece: Sendable, Hashable {
    package var part: MessagePart
    package var bytes: [UInt8]

    package init(_ part: MessagePart, _ bytes: [UInt8]) {
      self.part = part
      self.bytes = bytes
    }
  }

  /// The pieces of a line.
  package struct Line: Sendable, Hashable {
    package var pieces: [Piece] = []

    /// The bytes of the first piece that is this part; nil where there is none, and setting it then does nothing.
    package subscript(part: MessagePart) -> [UInt8]? {
      get { pieces.first { $0.part == part }?.bytes }
      set {
        guard let newValue, let index = pieces.firstIndex(where: { $0.part == part }) else { return }
        pieces[index].bytes = newValue
      }
    }
  }

  /// A field line: name, white space, colon, white space, value with its folds, white space and line end.
  package struct Field: Sendable, Hashable {
    package var name: [UInt8]
    package var spaceBeforeColon: [UInt8]
    /// False for a line without a colon.
    package var hasColon: Bool
    package var spaceBeforeValue: [UInt8]
    package var value: [UInt8]
    package var spaceAfterValue: [UInt8]
    /// CR LF, LF alone, or nothing where the stream ended.
    package var lineEnd: [UInt8]

    /// A field as it should be written (RFC 9112 §5).
    package init(name: [UInt8], value: [UInt8]) {
      self.name = name
      spaceBeforeColon = []
      hasColon = true
      spaceBeforeValue = [Byte.space]
      self.value = value
      spaceAfterValue = []
      lineEnd = [Byte.carriageReturn, Byte.lineFeed]
    }

    /// The field that an event tells of.
    init(_ event: ParseEvent, in bytes: [UInt8]) {
      let (name, value) = (event.nameRange, event.valueRange)
      let lineEnd = event.range.upperBound - event.lineEndCount
      self.name = Array(bytes[name])
      spaceBeforeColon = Array(bytes[name.upperBound..<(event.colon ?? name.upperBound)])
      hasColon = event.colon != nil
      spaceBeforeValue = Array(bytes[(event.colon.map { $0 + 1 } ?? name.upperBound)..<value.lowerBound])
      self.value = Array(bytes[value])
      spaceAfterValue = Array(bytes[value.upperBound..<lineEnd])
      self.lineEnd = Array(bytes[lineEnd..<event.range.upperBound])
    }
  }

  /// A chunk: its line, its bytes and the line end after them; the last chunk has the line only (RFC 9112 §7.1).
  package struct Chunk: Sendable, Hashable {
    package var line = Line()
    package var content: [UInt8] = []
    package var lineEnd: [UInt8] = []
  }

  /// Empty lines before the start line.
  package var emptyLines: [UInt8] = []
  package var startLine = Line()
  package var fields: [Field] = []
  /// The blank line; what came of it where the stream ended.
  package var headEnd: [UInt8] = []
  /// Content that is not chunked.
  package var content: [UInt8] = []
  package var chunks: [Chunk] = []
  package var trailers: [Field] = []
  /// The blank line after the last chunk and the trailers.
  package var trailerEnd: [UInt8] = []

  package init() {}
}
