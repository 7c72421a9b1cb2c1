/// What a range of a message's bytes is.
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
  /// What lies between the other parts of a message: spaces, colons, line ends, the blank line. The parser reports no
  /// events for it: a byte of a message that no part covers is a delimiter.
  case delimiter
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
    case .delimiter: "delimiter"
    case .leftover: "leftover"
    }
  }
}
