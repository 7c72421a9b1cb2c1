/// What the sessions of one server share: its certificate, read once, and the keys of its tickets, so that clients can
/// resume their sessions on other connections.
///
/// It may be used from several threads. Make sessions of it with ``TLSSession/init(server:)-(TLSServerContext)``.
package struct TLSServerContext: Sendable {
  /// How the server is set up.
  package let configuration: TLSServerConfiguration
  let context: TLSContext

  /// Reads the certificates and keys of a configuration.
  package init(_ configuration: TLSServerConfiguration) throws(TLSError) {
    try self.init(configuration, issuesTickets: true)
  }

  init(_ configuration: TLSServerConfiguration, issuesTickets: Bool) throws(TLSError) {
    self.configuration = configuration
    context = try TLSContext(server: configuration, issuesTickets: issuesTickets)
  }
}
