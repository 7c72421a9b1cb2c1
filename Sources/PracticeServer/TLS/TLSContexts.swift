import TLSEngine

/// What the connections to a TLS port share; lives on the event loop.
///
/// It is made when the first one comes, so that starting the server waits for no certificate.
final class TLSContexts {
  private let authority: CertificateAuthority
  private let names: [String]
  private var contexts: [PracticeTLSPort: TLSServerContext] = [:]

  /// Certificates will be for these names.
  init(authority: CertificateAuthority, names: [String]) {
    self.authority = authority
    self.names = names
  }

  /// A session for a new connection; clients can resume it on any other one to the same port.
  func session(for port: PracticeTLSPort) throws(TLSError) -> TLSSession {
    if let context = contexts[port] { return try TLSSession(server: context) }
    let context = try TLSServerContext(port.configuration(issuedBy: authority, names: names))
    contexts[port] = context
    return try TLSSession(server: context)
  }
}
