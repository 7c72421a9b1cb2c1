import Glibc
import TLSEngine

/// What a client needs at the TLS ports, as files in a directory that only this user can read.
///
/// They are worth nothing after the server has stopped: its authority lives in memory only.
package struct PracticeFiles: Sendable, Equatable {
  /// The passphrase of ``clientPKCS12`` and ``encryptedClientKey``.
  package static let passphrase = "practice"

  /// The directory, without a slash at its end.
  package let directory: String

  /// The authority's certificate: a trust anchor.
  package var authority: String { directory + "/authority.pem" }
  /// The client's certificate, then its intermediate.
  package var clientCertificate: String { directory + "/client.pem" }
  /// The key of ``clientCertificate``.
  package var clientKey: String { directory + "/client.key" }
  /// The same key, encrypted with the passphrase.
  package var encryptedClientKey: String { directory + "/client-encrypted.key" }
  /// Certificate, intermediate and key in one, encrypted with the passphrase.
  package var clientPKCS12: String { directory + "/client.p12" }
  /// A client's certificate with its key, from an authority that the server does not know.
  package var strangerIdentity: String { directory + "/stranger.pem" }

  /// Makes the identities and writes the files.
  static func write(authority: CertificateAuthority) throws(PracticeServerError) -> PracticeFiles {
    let files = PracticeFiles(directory: try makeDirectory())
    do throws(PracticeServerError) {
      for (path, bytes) in try files.contents(authority) { try write(bytes, to: path) }
    } catch {
      files.remove()
      throw error
    }
    return files
  }

  private func contents(
    _ authority: CertificateAuthority
  ) throws(PracticeServerError) -> [(path: String, bytes: [UInt8])] {
    do throws(TLSError) {
      let client = try authority.issueClient(named: "practice client")
      let stranger = try CertificateAuthority(name: "Unknown", hasIntermediate: false).issueClient(named: "stranger")
      return [
        (self.authority, Array(authority.root.certificatePEM.utf8)),
        (clientCertificate, Array(client.chainPEM.utf8)),
        (clientKey, Array(client.privateKeyPEM.utf8)),
        (encryptedClientKey, Array(try client.encryptedPrivateKeyPEM(passphrase: Self.passphrase).utf8)),
        (clientPKCS12, try client.pkcs12(passphrase: Self.passphrase)),
        (strangerIdentity, Array((stranger.chainPEM + stranger.privateKeyPEM).utf8)),
      ]
    } catch {
      throw .noCertificate(reason: error.message)
    }
  }

  /// Removes the files and their directory.
  func remove() {
    for path in [authority, clientCertificate, clientKey, encryptedClientKey, clientPKCS12, strangerIdentity] {
      unlink(path)
    }
    rmdir(directory)
  }

  /// A new directory with mode 0700 where temporary files belong.
  private static func makeDirectory() throws(PracticeServerError) -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/barewire-practice-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .cannotWrite(path: parent, reason: String(cString: strerror(errno)))
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(PracticeServerError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    let count = file < 0 ? -1 : bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    let reason = String(cString: strerror(errno))
    if file >= 0 { close(file) }
    guard count == bytes.count else { throw .cannotWrite(path: path, reason: reason) }
  }
}
