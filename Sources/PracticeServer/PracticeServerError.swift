/// Why the practice server could not start.
package enum PracticeServerError: Error, Equatable, CustomStringConvertible {
  /// The port can't be listened on; `reason` is the system's word for it.
  case cannotListen(host: String, port: Int, reason: String)
  /// The certificates for the TLS ports could not be made.
  case noCertificate(reason: String)
  /// The files for the TLS ports' clients could not be written.
  case cannotWrite(path: String, reason: String)

  /// One sentence for a person, with what to do.
  package var message: String {
    switch self {
    case .cannotListen(let host, let port, let reason):
      "The practice server can't listen on \(host) port \(port) (\(reason)): choose another port, or 0 for a free one."
    case .noCertificate(let reason):
      "The practice server can't make certificates for its TLS ports (\(reason)): start it without TLS."
    case .cannotWrite(let path, let reason):
      "The practice server can't write its certificates to \(path) (\(reason)): set TMPDIR to a directory that takes files."
    }
  }

  package var description: String { message }
}
