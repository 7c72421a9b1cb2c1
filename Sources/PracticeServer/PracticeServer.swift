import NIOCore
import NIOPosix
import TLSEngine

/// A server to practise on: well-behaved endpoints, and others that break one rule of HTTP each on purpose.
///
/// It runs inside the process on an event loop thread of its own, answers HTTP/1.0, 1.1 and HTTP/2 over plain TCP and TLS,
/// keeps connections alive and answers pipelined requests in order. Content of up to 10 GiB is made while it is sent; requests are bounded
/// (64 MiB for `/echo`, any size for `/sink`, 1 MiB for the rest).
package struct PracticeServer: Sendable {
  /// Everything it can do, in the order in which `/` lists it.
  package static let endpoints: [PracticeEndpoint] =
    FirstStepsEndpoints.all + StatusEndpoints.all + SizedEndpoints.all + PictureEndpoints.all + StreamingEndpoints.all
    + FormatEndpoints.all + CodingEndpoints.all + CharsetEndpoints.all + InterimEndpoints.all
    + AuthenticationEndpoints.all + NotesEndpoints.all + HTTP2Endpoints.all + BrokenFramingEndpoints.all
    + BrokenHeadEndpoints.all + CodingEndpoints.broken + BrokenConnectionEndpoints.all + BrokenHTTP2Endpoints.all

  /// The port that speaks plain HTTP.
  package let port: Int
  /// The ports that speak HTTP over TLS; empty where there are none.
  package let tlsPorts: [PracticeTLSPort: Int]
  /// The certificate of the authority behind the TLS ports as PEM, made anew at each start: a trust anchor for their
  /// clients; empty where there is no TLS.
  package let certificatePEM: String
  /// What clients need at the TLS ports, as files until ``stop()``; nothing where there is no TLS.
  package let files: PracticeFiles?

  private let group: MultiThreadedEventLoopGroup

  /// The TLS port where all is well; 0 where there is none.
  package var tlsPort: Int { tlsPorts[.good] ?? 0 }

  /// Starts to listen.
  ///
  /// - Parameters:
  ///   - port: the port for plain HTTP; 0 takes a free one.
  ///   - tlsPort: the port for TLS where all is well; 0 takes a free one, as all others are; nil starts without TLS.
  ///   - host: the address to listen on; certificates are for it, for `localhost` and for the loopback addresses.
  /// - Throws: a ``PracticeServerError`` where a port can't be had.
  /// - Returns: the running server; it runs until ``stop()``.
  package static func start(
    port: Int = 0, tlsPort: Int? = 0, host: String = "127.0.0.1"
  ) async throws(PracticeServerError) -> PracticeServer {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    do throws(PracticeServerError) {
      let listener = Listener(loop: group.next(), host: host)
      let plain = try await listener.listen(port: port)
      guard let tlsPort else {
        return PracticeServer(port: plain, tlsPorts: [:], certificatePEM: "", files: nil, group: group)
      }
      let authority = try makeAuthority()
      var names = ["localhost", "127.0.0.1", "::1"]
      if !names.contains(host) { names.append(host) }
      let ports = try await listener.listenTLS(
        port: tlsPort, contexts: TLSContexts(authority: authority, names: names))
      return PracticeServer(
        port: plain, tlsPorts: ports, certificatePEM: authority.root.certificatePEM,
        files: try PracticeFiles.write(authority: authority), group: group)
    } catch {
      try? await group.shutdownGracefully()
      throw error
    }
  }

  private static func makeAuthority() throws(PracticeServerError) -> CertificateAuthority {
    do throws(TLSError) {
      return try CertificateAuthority()
    } catch {
      throw .noCertificate(reason: error.message)
    }
  }

  /// Closes every connection and all ports, ends the thread and removes the files.
  package func stop() async {
    // The only error is that the group is shut down already.
    try? await group.shutdownGracefully()
    files?.remove()
  }
}
