import Testing

@testable import Workspaces

@Suite("TLS in curl commands")
struct CurlTLSTests {
  private func options(_ text: String) throws(CurlError) -> RequestOptions {
    try CurlCommand.parse(text).options
  }

  @Test("certificates, versions and algorithms are taken over")
  func parsed() throws {
    var options = try options(
      "curl --cacert ca.pem --cert c.pem:secret --key c.key --tlsv1.2 --tls-max 1.3 --ciphers A:B --tls13-ciphers C "
        + "--curves X25519:P-256 --no-alpn --no-sessionid --http2 https://h")
    var expected = RequestTLS()
    expected.trustAnchors = ["ca.pem"]
    expected.trustsSystem = false
    expected.clientCertificate = "c.pem"
    expected.passphrase = "secret"
    expected.clientKey = "c.key"
    expected.ciphers = ["A", "B"]
    expected.tls13Ciphers = ["C"]
    expected.groups = ["X25519", "P-256"]
    expected.alpn = []
    expected.resumesSessions = false
    #expect(options.tls == expected)
    #expect(options.httpVersion == .http2)
    options = try self.options("curl --cert-type p12 -E 'a\\:b.p12' --pass x https://h")
    #expect(options.tls.pkcs12 == "a:b.p12")
    #expect(options.tls.passphrase == "x")
    #expect(try self.options("curl --tls-max 1.1 https://h").tls.minimumVersion == .tls11)
    #expect(throws: CurlError.wrongValue(option: "--tls-max", value: "9")) {
      try CurlCommand.parse("curl --tls-max 9 https://h")
    }
    #expect(throws: CurlError.wrongValue(option: "--cert-type", value: "DER")) {
      try CurlCommand.parse("curl --cert-type DER https://h")
    }
  }

  @Test("a command has the options, but never the passphrase")
  func written() throws {
    var request = SavedRequest(name: "", method: "GET", url: "https://h/")
    request.options.tls.trustAnchors = ["/ca.pem"]
    request.options.tls.clientCertificate = "/a:b.pem"
    request.options.tls.clientKey = "/k"
    request.options.tls.passphrase = "hush"
    request.options.tls.minimumVersion = .tls13
    request.options.tls.groups = ["P-256"]
    request.options.httpVersion = .http2
    let composer = RequestComposer(scope: VariableScope(), userAgent: "t")
    let command = CurlCommand.command(for: try composer.prepare(request)).command
    #expect(command.contains("--http2 "))
    #expect(command.contains("--cacert /ca.pem --cert '/a\\:b.pem' --key /k --tlsv1.3 --curves P-256"))
    #expect(!command.contains("hush"))
    // What is written can be read again.
    var tls = try options(command).tls
    tls.trustsSystem = true
    tls.passphrase = "hush"
    #expect(tls == request.options.tls)
  }

  @Test("whatever option curl knows comes back from a command that was copied and pasted")
  func roundTrip() throws {
    let changes: [(inout RequestOptions) -> Void] = [
      { _ in }, { $0.httpVersion = .http10 }, { $0.httpVersion = .http2 },
      { $0.httpVersion = .http2Upgrade }, { $0.verifiesCertificates = false },
      { $0.redirects = .follow }, { ($0.redirects, $0.redirectLimit) = (.follow, 3) },
      { $0.connectTimeoutMilliseconds = 1500 }, { $0.totalTimeoutMilliseconds = 20_250 },
      { $0.continueTimeoutMilliseconds = 1 }, { $0.socketPath = "/run/a socket" }, { $0.socketPath = "@abstract" },
      { $0.proxy = "direct" }, { $0.proxy = "http://u:p@proxy:3128" }, { $0.proxy = "socks5h://proxy:1080" },
      { $0.proxy = "https://proxy:443" }, { $0.addresses = .ipv4 }, { $0.addresses = .ipv6 },
      { $0.networkCondition = "down=64k,up=64k" },
      { ($0.tls.trustAnchors, $0.tls.trustsSystem) = (["/ca.pem"], false) },
      { $0.tls.clientCertificate = "/c:1.pem" }, { ($0.tls.clientCertificate, $0.tls.clientKey) = ("/c", "/k") },
      { $0.tls.pkcs12 = "/c.p12" }, { $0.tls.minimumVersion = .tls10 }, { $0.tls.minimumVersion = .tls13 },
      { $0.tls.maximumVersion = .tls12 }, { $0.tls.ciphers = ["A", "B"] }, { $0.tls.tls13Ciphers = ["C"] },
      { $0.tls.groups = ["X25519", "P-256"] }, { $0.tls.alpn = [] }, { $0.tls.resumesSessions = false },
    ]
    let composer = RequestComposer(scope: VariableScope(), userAgent: "t")
    for scheme in ["https", "http"] {
      for change in changes {
        var request = SavedRequest(name: "", url: "\(scheme)://h/")
        change(&request.options)
        // Over TLS there is nothing to upgrade.
        if scheme == "https", request.options.httpVersion == .http2Upgrade { continue }
        if scheme == "http", request.options.tls != RequestTLS() { continue }
        let command = CurlCommand.command(for: try composer.prepare(request)).command
        #expect(try options(command) == request.options, "\(command)")
      }
    }
  }

  private func text(_ url: String, raw: String? = nil, _ change: (inout RequestOptions) -> Void) throws
    -> CurlCommand.Text
  {
    var request = SavedRequest(name: "", url: url)
    request.rawBytes = raw.map { Array($0.utf8) }
    change(&request.options)
    return CurlCommand.command(
      for: try RequestComposer(scope: VariableScope(), userAgent: "t").prepare(request))
  }

  private static let unsaid: [(change: @Sendable (inout RequestOptions) -> Void, words: String)] = [
    ({ $0.tls.trustAnchors = ["/a"] }, "the system's authorities beside your own"),
    ({ $0.tls.trustAnchors = ["/a", "/b"] }, "your own authorities, because they are several files"),
    ({ $0.tls.trustsSystem = false }, "that the system's authorities are not trusted"),
    ({ $0.tls.acceptedCertificates = ["AA"] }, "the accepted certificates"),
    ({ $0.tls.serverName = "other" }, "the TLS server name"),
    ({ $0.tls.sendsServerName = false }, "that no server name is sent"),
    ({ $0.tls.alpn = ["x"] }, "the application protocols"),
    ({ $0.tls.passphrase = "hush" }, "the passphrase, which it asks for"),
    ({ $0.handshakeTimeoutMilliseconds = 1 }, "the handshake's time limit"),
    ({ $0.firstByteTimeoutMilliseconds = 1 }, "the first byte's time limit"),
    ({ $0.idleTimeoutMilliseconds = 1 }, "the time limit without bytes"),
    ({ $0.networkCondition = "delay=1s" }, "the network condition"),
  ]

  @Test("what a command cannot say is told beside it", arguments: unsaid.indices)
  func omissions(_ index: Int) throws {
    let (change, words) = Self.unsaid[index]
    let text = try self.text("https://h/") { change(&$0) }
    #expect(text.omissions == [words])
    #expect(text.remark == "The command leaves out \(words).")
    #expect(!text.command.contains("hush"))
    #expect(try self.text("https://h/") { _ in }.remark == nil)
  }

  @Test("bytes that go into OpenSSL's program are secured as the request asks, and what it cannot do is told")
  func piped() throws {
    let text = try self.text("https://h/", raw: "!") { options in
      options.addresses = .ipv4
      options.proxy = "http://p:3128"
      options.tls.trustAnchors = ["/ca.pem"]
      options.tls.trustsSystem = false
      options.tls.clientCertificate = "/c.pem"
      options.tls.serverName = "other"
      (options.tls.minimumVersion, options.tls.maximumVersion) = (.tls10, .tls11)
      options.tls.ciphers = ["A", "B"]
      options.tls.alpn = ["x", "y"]
    }
    #expect(
      text.command == "printf '\\041' | openssl s_client -quiet -connect h:443 -4 -proxy p:3128 -servername other "
        + "-verify_return_error -verify_hostname other -CAfile /ca.pem -cert /c.pem -cert_chain /c.pem -key /c.pem "
        + "-min_protocol TLSv1 -max_protocol TLSv1.1 -cipher A:B -alpn x,y")
    #expect(text.remark == nil)
    let unsaid = try self.text("http://h/", raw: "!") { options in
      (options.proxy, options.httpVersion, options.totalTimeoutMilliseconds) = ("socks5://p", .http2, 1)
    }
    #expect(unsaid.command == "printf '\\041' | nc -- h 80")
    #expect(unsaid.omissions == ["HTTP/2", "the proxy", "the time limit"])
    let insecure = try self.text("https://1.2.3.4/", raw: "!") { $0.socketPath = "/s" }
    #expect(insecure.command.hasSuffix("-quiet -unix /s -servername 1.2.3.4 -verify_return_error -verify_ip 1.2.3.4"))
  }
}
