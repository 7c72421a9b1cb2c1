package import PracticeServer
import TerminalText

/// The practice server's TLS ports, and the files that clients need there, as rows for people.
package enum PracticePortTable {
  /// One row for each port and each file.
  package static func text(of server: PracticeServer) -> String {
    var ports: [(String, String)] = []
    for port in PracticeTLSPort.allCases {
      if let number = server.tlsPorts[port] { ports.append(("https://localhost:\(number)", port.title)) }
    }
    guard let files = server.files else { return rows(ports) }
    return rows(ports) + "\n"
      + rows([
        (files.authority, "the authority's certificate, to trust"),
        (files.clientCertificate, "a certificate for the port that wants one"),
        (files.clientKey, "its key"),
        (files.encryptedClientKey, "its key, passphrase “\(PracticeFiles.passphrase)”"),
        (files.clientPKCS12, "both as PKCS #12, passphrase “\(PracticeFiles.passphrase)”"),
        (files.strangerIdentity, "certificate and key that the server does not know"),
      ])
  }

  private static func rows(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.utf8.count).max() ?? 0
    return rows.map { "  \($0.0.padding(to: width))  \($0.1)\n" }.joined()
  }
}
