package import Exchanges
package import Recordings

/// Why rows, matches or a file could not be had.
package enum DocumentError: Error, Equatable, Sendable {
  /// The store was never given this exchange, or has closed it.
  case unknownExchange(ExchangeID)
  /// The recording could not be read, or no room was left for decoded content.
  case recording(RecordingError)
  /// The task that asked was cancelled.
  case cancelled
  /// There is no message of that kind in the exchange (yet).
  case noMessage
  /// More bytes than may be copied at once.
  case tooLarge(bytes: Int, limit: Int)
  /// Text of more bytes than may be copied at once; how many is not known, since it was not read to its end.
  case selectionTooLarge(limit: Int)
  /// A filter made more than is kept of it.
  case filteredTooMuch(limit: Int)
  /// A file of that name is there and was not to be replaced.
  case fileExists(path: String)
  /// The file could not be written.
  case file(path: String, errno: Int32)
}

extension DocumentError: CustomStringConvertible {
  /// What happened and what to do, as one sentence for a person.
  package var message: String {
    switch self {
    case .unknownExchange: "That exchange is no longer kept: send the request again."
    case .recording(let error): error.message
    case .cancelled: "Stopped."
    case .noMessage: "There is no such message yet: wait for the response, or send the request."
    case .tooLarge(let bytes, let limit):
      "\(bytes) bytes are too many to copy (the limit is \(limit)): save them to a file instead."
    case .selectionTooLarge(let limit):
      "This is too much to copy (the limit is \(limit) bytes): save it to a file instead."
    case .filteredTooMuch(let limit):
      "The filter was stopped: it has made \(ByteCount.words(limit)), and no more than that is kept."
    case .fileExists(let path): "\(path) exists already: choose another name, or say that it may be replaced."
    case .file(let path, let errno):
      "\(path) could not be written (\(SystemWords.text(for: errno))): choose another place."
    }
  }

  package var description: String { message }
}
