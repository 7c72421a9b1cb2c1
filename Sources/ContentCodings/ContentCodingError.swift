/// Why content cannot be decoded, or not further; what was decoded before stays good.
///
/// Offsets are bytes from the start of the coded content; where codings are stacked, of what the coding itself reads.
package enum ContentCodingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The name is no coding that Barewire decodes.
  case unknownCoding(String)
  /// More codings are stacked than the limits allow.
  case tooManyCodings(count: Int, limit: Int)
  /// The bytes break the format at, or shortly before, the offset.
  case corrupt(coding: ContentCoding, offset: Int, reason: String)
  /// Everything was decoded, but the checksum or length at the end says that it is not what was encoded.
  case checksumMismatch(coding: ContentCoding, offset: Int)
  /// The content ended before the coding did.
  case truncated(coding: ContentCoding, offset: Int)
  /// Bytes follow the end of the coding; they were left out.
  case trailingBytes(coding: ContentCoding, offset: Int, count: Int)
  /// The decoded content reached the limit in bytes.
  case tooLarge(limit: Int)
  /// The decoded content is so many times larger than the coded that it looks like an attack.
  case ratioExceeded(limit: Int, decodedCount: Int)
  /// The place that takes the decoded bytes failed; its error in words.
  case outputFailed(String)
  /// zlib failed for reasons of its own, such as no memory.
  case libraryFailure(String)

  /// One sentence for a person.
  package var message: String {
    switch self {
    case .unknownCoding(let name):
      "The content coding “\(name)” is not one that Barewire decodes: ask for gzip or deflate in Accept-Encoding, "
        + "or read the coded bytes as they are."
    case .tooManyCodings(let count, let limit):
      "The content has \(count) codings stacked, more than the \(limit) that are decoded: "
        + "read the coded bytes as they are."
    case .corrupt(let coding, let offset, let reason):
      "The \(coding.rawValue) content is broken at byte \(offset): \(reason)."
    case .checksumMismatch(let coding, let offset):
      "The \(coding.rawValue) content was decoded to its end, but its checksum at byte \(offset) does not match."
    case .truncated(let coding, let offset):
      "The \(coding.rawValue) content ends too early, after \(offset) bytes."
    case .trailingBytes(let coding, let offset, let count):
      "Left out what follows the end of the \(coding.rawValue) content at byte \(offset): "
        + (count == 1 ? "1 byte." : "\(count) bytes.")
    case .tooLarge(let limit):
      "The decoded content is larger than the limit of \(limit) bytes: what came before it is shown."
    case .ratioExceeded(let limit, let decodedCount):
      "The decoded content is more than \(limit) times as large as the coded one: "
        + "decoding was stopped after \(decodedCount) bytes."
    case .outputFailed(let reason):
      reason
    case .libraryFailure(let reason):
      "zlib failed: \(reason)."
    }
  }

  /// The same sentence.
  package var description: String { message }
}
