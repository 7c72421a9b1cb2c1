import Glibc
import Recordings

/// Why output could not be written.
package enum OutputError: Error, Equatable, Sendable {
  /// Nobody reads any more (a closed pipe): no reason to say anything.
  case closed
  case notOpened(path: String, errno: Int32)
  case notWritten(errno: Int32)
}

extension OutputError: CustomStringConvertible {
  /// One sentence for a person.
  package var description: String {
    switch self {
    case .closed: "Nobody reads the output any more."
    case .notOpened(let path, let code):
      "The file “\(path)” cannot be written (\(SystemWords.text(for: code))): name another one."
    case .notWritten(let code):
      "The output cannot be written (\(SystemWords.text(for: code))): make room for it, or write to another place."
    }
  }
}
