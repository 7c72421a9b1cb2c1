package import ContentCodings

/// Why a request cannot be turned into bytes; nothing was sent.
package enum ComposeError: Error, Sendable, Hashable {
  case variable(VariableError)
  case url(RequestURLError)
  case emptyMethod
  /// A CR or LF in a place of the form where it would start a line of its own.
  case lineBreak(RequestPlace)
  /// RFC 7617 section 2: the first colon ends the user name.
  case colonInUserName
  /// The system's OpenSSL refuses the algorithm that the server asks for.
  case noDigest(String)
  case noBodyFile
  case bodyFileMissing(path: String)
  case bodyFileNotRegular(path: String)
  case bodyFileUnreadable(path: String, reason: String)
  /// A coded file's length is not known before it is sent, and HTTP/1.0 has no chunks.
  case codedFileNeedsChunks
  case coding(ContentCodingError)
}

extension ComposeError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .variable(let error): error.description
    case .url(let error): error.description
    case .emptyMethod: "The request has no method: type one, such as GET."
    case .lineBreak(let place):
      "There is a line break in \(place.words): remove it, or write the request by hand in the raw view."
    case .colonInUserName:
      "A user name for Basic must not contain “:”, because the password begins after the first one."
    case .noDigest(let algorithm):
      "The server wants a digest by \(algorithm), which this system's OpenSSL does not allow: use another kind of Auth."
    case .noBodyFile: "The body is a file, but no file is named: type its path, or choose another kind of body."
    case .bodyFileMissing(let path): "The body's file “\(path)” does not exist."
    case .bodyFileNotRegular(let path): "The body's file “\(path)” is not a regular file."
    case .bodyFileUnreadable(let path, let reason): "The body's file “\(path)” cannot be read: \(reason)."
    case .codedFileNeedsChunks:
      "A compressed file goes out in chunks, which HTTP/1.0 does not have: choose HTTP/1.1 or no compression."
    case .coding(let error): error.message
    }
  }
}
