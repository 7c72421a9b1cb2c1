import Foundation

/// The server certificates that the user has accepted for good although they do not verify: a file that a person can read.
///
/// It is an object of endpoints, such as `https://localhost:8443`, each with a list of SHA-256 fingerprints, in the XDG
/// state directory's `barewire`. Taking a line out takes the exception back.
package actor CertificateExceptions {
  private static let name = "certificate-exceptions.json"

  private let directory: String?

  /// Without a directory it is the XDG state directory's `barewire`.
  package init(directory: String? = nil) {
    self.directory = directory ?? (try? UserDirectories.state(ProcessInfo.processInfo.environment))
  }

  /// The fingerprints that are accepted of an endpoint; none where there is no file that can be read.
  package func fingerprints(for endpoint: String) -> [String] {
    guard let directory, let all = try? read("\(directory)/\(Self.name)") else { return [] }
    return all[endpoint] ?? []
  }

  /// Accepts a certificate of an endpoint from now on; a file that cannot be read is left as it is.
  package func accept(_ fingerprint: String, for endpoint: String) throws(WorkspaceError) {
    guard let directory else { throw .noHome }
    let path = "\(directory)/\(Self.name)"
    try UserDirectories.make(directory, mode: 0o700)
    do throws(FileProblem) {
      var all = try read(path)
      if all[endpoint]?.contains(fingerprint) == true { return }
      all[endpoint, default: []].append(fingerprint)
      let members = all.sorted { $0.key < $1.key }
        .map { (name: $0.key, value: OrderedJSON.array($0.value.map(OrderedJSON.string))) }
      _ = try AtomicFile().write(JSONPrinter.print(.object(members)), to: path, mode: 0o600)
    } catch {
      throw .notWritten(path: path, errno: error.code)
    }
  }

  private func read(_ path: String) throws(FileProblem) -> [String: [String]] {
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try FileBytes.read(path).bytes
    } catch {
      if error.code == ENOENT { return [:] }
      throw error
    }
    // A file that somebody broke is not written over.
    guard let all = try? JSONDecoder().decode([String: [String]].self, from: Data(bytes)) else {
      throw FileProblem(code: EBADMSG)
    }
    return all
  }
}
