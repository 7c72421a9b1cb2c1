import Glibc
import Workspaces

/// A file with certificates or a key.
enum TLSFile {
  /// The files that the system itself brings along have some hundred kilobytes.
  private static let limit = 16 << 20

  /// All of a file, which must be a regular one of at most 16 MiB.
  static func bytes(_ path: String, _ purpose: TLSFileError.Purpose) throws(TLSFileError) -> [UInt8] {
    do throws(FileProblem) {
      return try FileBytes.bytes(of: path, atMost: limit)
    } catch {
      let isOther = [EISDIR, EINVAL, EFBIG].contains(error.code)
      throw .notRead(
        purpose, path: path, reason: isOther ? "it is not a regular file of at most 16 MiB" : words(error.code))
    }
  }

  /// All of a text file.
  static func text(_ path: String, _ purpose: TLSFileError.Purpose) throws(TLSFileError) -> String {
    guard let text = String(validating: try bytes(path, purpose), as: UTF8.self) else {
      throw .notRead(purpose, path: path, reason: "it is no text: a PEM file is, a PKCS #12 file is given as such")
    }
    return text
  }

  private static func words(_ code: Int32) -> String {
    code == ENOENT ? "it does not exist" : String(cString: strerror(code)).lowercased()
  }
}

/// Why the TLS options of a request cannot be used.
package enum TLSFileError: Error, Equatable, Sendable {
  package enum Purpose: String, Sendable {
    case authorities = "own authorities"
    case certificate = "client certificate"
    case key = "client key"
    case pkcs12 = "PKCS #12 file"
  }

  case notRead(Purpose, path: String, reason: String)
  case noFingerprint(String)
}

extension TLSFileError: CustomStringConvertible {
  /// One sentence for a person.
  package var description: String {
    switch self {
    case .notRead(let purpose, let path, let reason):
      "The file “\(path)” cannot be read (\(purpose.rawValue) under Options): \(reason)."
    case .noFingerprint(let text):
      "“\(text)” is no certificate's fingerprint: it is a SHA-256 of 64 hexadecimal digits, with or without colons."
    }
  }
}
