/// Why content cannot be decoded, or not further; what was decoded before stays good.
///
/// Offsets are bytes from the start of the coded content; where codings are stacked, of what the coding itself reads.
package enum ContentCodingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The name is no coding that Barewire decodes.
  case unknownCoding(String)
  /// More codings are stacked than the limits allow.
  case tooManyCodings(count: Int, limit: Int)
  /// The bytes break the format at, or shortly before, the offset.
  case corrupt(coding: ContentCoding, offset: Int, reason: String)
  /// The content was made with a dictionary, which these codings have no way to send.
  case needsDictionary(coding: ContentCoding, offset: Int)
  /// The content wants more memory than the limit in bytes for what it refers back to.
  case windowTooLarge(coding: ContentCoding, offset: Int, limit: Int)
  /// Everything was decoded, but the checksum or length at the end says that it is not what was encoded.
  case checksumMismatch(coding: ContentCoding, offset: Int)
  /// The content ended before the coding did.
  case truncated(coding: ContentCoding, offset: Int)
  /// Bytes follow the end of the coding; they were left out.
  case trailingBytes(coding: ContentCoding, offset: Int, count: Int)
  /// The decoded content reached the limit in bytes.
  case tooLarge(limit: Int)
  /// What a coding gave is so many times larger than the coded content that it looks like an attack.
  case ratioExceeded(limit: Int, decodedCount: Int)
  /// The place that takes the decoded bytes failed; its error in words.
  case outputFailed(String)
  /// There is no memory to decode or encode with.
  case noMemory

  /// One sentence for a person.
  package var message: String {
    switch self {
    case .unknownCoding(let name):
      "The content coding “\(name)” is not one that Barewire decodes: ask for gzip, deflate, br or zstd in "
        + "Accept-Encoding, or read the coded bytes as they are."
    case .tooManyCodings(let count, let limit):
      "The content has \(count) codings stacked, more than the \(limit) that are decoded: "
        + "read the coded bytes as they are."
    case .corrupt(let coding, let offset, let reason):
      "The \(coding.rawValue) content is broken at byte \(offset): \(reason)."
    case .needsDictionary(let coding, let offset):
      "The \(coding.rawValue) content needs a dictionary at byte \(offset), and \(coding.rawValue) has no way to send one."
    case .windowTooLarge(let coding, let offset, let limit):
      "The \(coding.rawValue) content at byte \(offset) needs a window of more than \(limit) bytes, which it must not "
        + "(RFC 9659)."
    case .checksumMismatch(let coding, let offset):
      "The \(coding.rawValue) content was decoded to its end, but its checksum at byte \(offset) does not match."
    case .truncated(let coding, let offset):
      "The \(coding.rawValue) content ends too early, after \(offset) bytes."
    case .trailingBytes(let coding, let offset, let count):
      "Left out what follows the end of the \(coding.rawValue) content at byte \(offset): "
        + (count == 1 ? "1 byte." : "\(count) bytes.")
    case .tooLarge(let limit):
      "The decoded content is larger than the limit of \(limit) bytes: only these are shown."
    case .ratioExceeded(let limit, let decodedCount):
      "The content grows to more than \(limit) times its size when it is decoded, as a bomb does: only the first "
        + "\(decodedCount) bytes are shown."
    case .outputFailed(let reason):
      reason
    case .noMemory:
      "There is not enough memory to decode or encode the content."
    }
  }

  /// The same sentence.
  package var description: String { message }
}
