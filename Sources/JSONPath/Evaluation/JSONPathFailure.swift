package import JSONText

/// Why a query could not be answered to its end; the matches before stand.
package enum JSONPathFailure: Error, Sendable, Hashable {
  case cancelled
  /// The text is no JSON from here on.
  case notJSON(JSONError)
  /// The bytes could not be read; the reason as a sentence.
  case unreadable(String)
  /// A value that a filter compares, and that must be in memory for that, is too large.
  case tooLarge(offset: Int, limit: Int)

  /// What happened, as one sentence.
  package var message: String {
    switch self {
    case .cancelled: "Stopped."
    case .notJSON(let error): "This is no JSON from byte \(error.offset) on: \(error.message)"
    case .unreadable(let reason): reason
    case .tooLarge(let offset, let limit):
      "The filter compares a value of more than \(limit) bytes, at byte \(offset): ask for something smaller."
    }
  }
}
