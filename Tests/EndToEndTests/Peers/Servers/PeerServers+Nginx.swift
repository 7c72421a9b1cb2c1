extension PeerServers {
  /// nginx with HTTP/2 and with a wish for a client's certificate, on ports of their own, and on a Unix-domain socket.
  static func withNginx(_ sandbox: Sandbox, _ body: ([PeerPlace: Int]) async throws -> Void) async throws {
    guard PeerProgram.nginx.isInstalled else { return try await body([:]) }
    let (http2, wanting) = try (LoopbackPort.free(), LoopbackPort.free())
    let more = """
      gzip on; gzip_types text/plain; types { text/plain txt; }
      server {
        listen 127.0.0.1:\(http2) ssl http2; listen unix:\(sandbox.file("nginx.sock"));
        ssl_certificate \(sandbox.file("certificate.pem")); ssl_certificate_key \(sandbox.file("key.pem"));
        root \(sandbox.file("site"));
      }
      server {
        listen 127.0.0.1:\(wanting) ssl; ssl_verify_client on; ssl_client_certificate \(sandbox.file("certificate.pem"));
        ssl_certificate \(sandbox.file("certificate.pem")); ssl_certificate_key \(sandbox.file("key.pem"));
        root \(sandbox.file("site"));
      }
      """
    try await ServerProcess.withNginx(sandbox, more: more) { port, tlsPort in
      try await body([.nginx: port, .nginxTLS: tlsPort, .nginxHTTP2: http2, .nginxWantingCertificate: wanting])
    }
  }
}
