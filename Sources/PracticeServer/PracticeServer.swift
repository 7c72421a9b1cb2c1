import NIOCore
import NIOPosix
import TLSEngine

/// A server to practise on: well-behaved endpoints, and others that break one rule of HTTP each on purpose.
///
/// It runs inside the process on an event loop thread of its own, answers HTTP/1.0 and 1.1 over plain TCP and TLS, keeps connections
/// alive and answers pipelined requests in order. Content of up to 10 GiB is made while it is sent; requests are bounded
/// (64 MiB for `/echo`, any size for `/sink`, 1 MiB for the rest).
package struct PracticeServer: Sendable {
  /// Everything it can do, in the order in which `/` lists it.
  package static let endpoints: [PracticeEndpoint] =
    FirstStepsEndpoints.all + StatusEndpoints.all + SizedEndpoints.all + StreamingEndpoints.all
    + CodingEndpoints.all + CharsetEndpoints.all + InterimEndpoints.all + AuthenticationEndpoints.all
    + NotesEndpoints.all + BrokenFramingEndpoints.all + BrokenHeadEndpoints.all + CodingEndpoints.broken
    + BrokenConnectionEndpoints.all

  /// The port that speaks plain HTTP.
  package let port: Int
  /// The port that speaks HTTP over TLS; 0 where there is none.
  package let tlsPort: Int
  /// The self-signed certificate of the TLS port as PEM: a trust anchor for its clients; empty where there is no TLS port.
  package let certificatePEM: String

  private let group: MultiThreadedEventLoopGroup

  /// Starts to listen.
  ///
  /// - Parameters:
  ///   - port: the port for plain HTTP; 0 takes a free one.
  ///   - tlsPort: the port for TLS; 0 takes a free one, nil starts without TLS.
  ///   - host: the address to listen on; the certificate is for it, for `localhost` and for the loopback addresses.
  /// - Throws: a ``PracticeServerError`` where a port can't be had.
  /// - Returns: the running server; it runs until ``stop()``.
  package static func start(
    port: Int = 0, tlsPort: Int? = 0, host: String = "127.0.0.1"
  ) async throws(PracticeServerError) -> PracticeServer {
    var certificate = (certificatePEM: "", privateKeyPEM: "")
    if tlsPort != nil {
      do {
        var names = ["localhost", "127.0.0.1", "::1"]
        if !names.contains(host) { names.append(host) }
        certificate = try SelfSignedCertificate.make(names: names)
      } catch {
        throw .noCertificate(reason: error.message)
      }
    }
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    do throws(PracticeServerError) {
      let listener = Listener(loop: group.next())
      let plain = try await listener.listen(host: host, port: port, tls: nil)
      var cipher = 0
      if let tlsPort {
        let configuration = TLSServerConfiguration(
          certificateChainPEM: certificate.certificatePEM, privateKeyPEM: certificate.privateKeyPEM)
        cipher = try await listener.listen(host: host, port: tlsPort, tls: configuration)
      }
      return PracticeServer(
        port: plain, tlsPort: cipher, certificatePEM: certificate.certificatePEM, group: group)
    } catch {
      try? await group.shutdownGracefully()
      throw error
    }
  }

  /// Closes every connection and both ports, and ends the thread.
  package func stop() async {
    // The only error is that the group is shut down already.
    try? await group.shutdownGracefully()
  }
}
