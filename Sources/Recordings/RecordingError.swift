/// Why bytes could not be recorded or read back.
package enum RecordingError: Error, Equatable, Sendable {
  /// No room, or no more quota, on the disk that holds `directory`.
  case diskFull(directory: String)
  /// The directory for spooled bytes could not be made or written to.
  case directoryUnusable(directory: String, errno: Int32)
  /// The system refused `operation` (a word for a person: "reading", "writing").
  case ioFailed(errno: Int32, operation: String)
}

extension RecordingError: CustomStringConvertible {
  /// What happened and what to do, as one sentence for a person.
  package var message: String {
    switch self {
    case .diskFull(let directory):
      "The disk that holds \(directory) is full: the recording ends here and what came before is kept. "
        + "Make room there, or set XDG_CACHE_HOME to another disk."
    case .directoryUnusable(let directory, let errno):
      "Long recordings cannot be kept in \(directory) (\(SystemWords.text(for: errno))). "
        + "Make it writable, or set XDG_CACHE_HOME to another directory."
    case .ioFailed(let errno, let operation):
      "The recording failed while \(operation) its spool file (\(SystemWords.text(for: errno))). "
        + "Look at the disk, then send the request again."
    }
  }

  package var description: String { message }
}
