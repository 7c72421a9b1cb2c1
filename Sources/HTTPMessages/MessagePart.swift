/// What a range of a message's bytes is; each byte of a stream is in one part.
package enum MessagePart: UInt8, Sendable, Hashable, CaseIterable {
  case method
  case target
  case version
  case statusCode
  case reason
  case fieldName
  case fieldValue
  case chunkSize
  /// What follows the size and its first semicolon on a chunk line.
  case chunkExtension
  case content
  case trailerName
  case trailerValue
  /// The colon between the name and the value of a field.
  case colon
  /// The semicolon between a chunk's size and its extensions.
  case semicolon
  /// Spaces and tabs between other parts, and a bare CR that is read as one.
  case whitespace
  /// The end of a start line, of a field line, of a chunk line, of a chunk's data, and empty lines before a message.
  case lineEnd
  /// The empty line that ends a head or a trailer section.
  case blankLine
  /// Bytes that belong to no message, or whose place in their message cannot be told.
  case leftover

  /// The part's name in words.
  package var name: String {
    switch self {
    case .method: "method"
    case .target: "target"
    case .version: "version"
    case .statusCode: "status code"
    case .reason: "reason"
    case .fieldName: "field name"
    case .fieldValue: "field value"
    case .chunkSize: "chunk size"
    case .chunkExtension: "chunk extension"
    case .content: "content"
    case .trailerName: "trailer name"
    case .trailerValue: "trailer value"
    case .colon: "colon"
    case .semicolon: "semicolon"
    case .whitespace: "white space"
    case .lineEnd: "line end"
    case .blankLine: "blank line"
    case .leftover: "leftover"
    }
  }

  /// True for what only separates other parts.
  package var isDelimiter: Bool {
    switch self {
    case .colon, .semicolon, .whitespace, .lineEnd, .blankLine: true
    default: false
    }
  }
}
