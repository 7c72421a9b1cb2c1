package import PracticeServer

/// What `barewire practice` does: runs the practice server and says where it is.
package struct PracticeSession: Sendable {
  private let server: PracticeServer

  /// Starts the server; a port of 0 is any free one.
  package init(port: Int, tlsPort: Int) async throws(PracticeServerError) {
    server = try await PracticeServer.start(port: port, tlsPort: tlsPort)
  }

  /// Where the server listens, how to trust it, and what it can do.
  package var greeting: String {
    """
    The practice server listens on
      http://127.0.0.1:\(server.port)
    \(PracticePortTable.text(of: server))
    The certificates are made anew at each start. Clients must be told to trust their authority, or not to verify
    (curl --cacert, barewire send --insecure, curl --insecure). The files are gone when Ctrl-C ends the server.

    \(EndpointTable.text())
    """
  }

  /// The authority's certificate, for clients that are to trust it.
  package var certificatePEM: String { server.certificatePEM }

  /// Runs until a signal to end, then closes the ports.
  package func run(until signals: EndingSignals) async {
    await signals.next()
    await server.stop()
  }
}
