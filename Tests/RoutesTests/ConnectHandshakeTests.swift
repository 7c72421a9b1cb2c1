import Testing

@testable import Routes

@Suite("HTTP CONNECT")
struct ConnectHandshakeTests {
  private func run(
    _ answer: String, to destination: Destination = Destination(host: "h", port: 443), as user: ProxyCredentials? = nil
  ) -> HandshakeRun {
    HandshakeRun(ConnectHandshake(to: destination, credentials: user, userAgent: "b/1"), Array(answer.utf8))
  }

  @Test("the request names the endpoint twice, and carries credentials if there are any")
  func request() throws {
    let six = Destination(host: "::1", port: 80)
    let plain = try #require(run("", to: six).sent.first)
    #expect(
      String(decoding: plain, as: UTF8.self) == "CONNECT [::1]:80 HTTP/1.1\r\nHost: [::1]:80\r\nUser-Agent: b/1\r\n\r\n"
    )
    let user = ProxyCredentials(user: "Aladdin".utf8, password: "open sesame".utf8)
    let run = run("", as: user)
    let text = String(decoding: try #require(run.sent.first), as: UTF8.self)
    #expect(text.contains("\r\nProxy-Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n"))
    #expect(run.words == ["↑ asked for a tunnel to h:443, with user and password, \(text.utf8.count) B"])
  }

  @Test("after a 2xx all that follows the head is the tunnel's, whatever the head announces")
  func tunnel() {
    for head in [
      "HTTP/1.1 200 Connection established\r\n\r\n", "HTTP/1.0 200\r\n\r\n",
      "HTTP/1.1 299 x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", "HTTP/1.1 204 x\nA: b\n\n",
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
    ] {
      let run = run(head + "\u{16}\u{3}\u{1}HTTP/1.1 500 x\r\n\r\n")
      #expect(run.leftover == Array("\u{16}\u{3}\u{1}HTTP/1.1 500 x\r\n\r\n".utf8), "\(head)")
      #expect(run.failure == nil)
    }
    #expect(run("HTTP/1.1 200 Fine\r\n\r\n").words.last == "↓ answered with 200 Fine, 21 B")
    #expect(
      run("HTTP/1.1 100 A\r\n\r\nHTTP/1.1 200 B\r\n\r\n").words.suffix(2) == [
        "↓ answered with 100 A, 18 B", "↓ answered with 200 B, 18 B",
      ])
  }

  @Test("407 names the schemes that are offered")
  func credentials() {
    let basic = "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"a, Evil b\"\r\n\r\n"
    #expect(
      run(basic).failure?.sentence
        == "The proxy asks who you are (407), offering Basic: put user and password into its URL, as in http://user:password@host:port."
    )
    let user = ProxyCredentials(user: "u".utf8, password: "p".utf8)
    #expect(run(basic, as: user).failure?.sentence.contains("refused the user and password in its URL") == true)
    let others =
      "HTTP/1.1 407 x\r\nProxy-Authenticate: Digest realm=\"x\", nonce=\"y\", Negotiate\r\nproxy-authenticate: NTLM\r\n\r\n"
    #expect(
      run(others).failure?.sentence.contains("offering Digest, Negotiate, NTLM: Barewire knows only Basic") == true)
    #expect(run("HTTP/1.1 407 x\r\n\r\n").failure?.sentence.contains("no scheme, against the rules") == true)
  }

  @Test(
    "a refusal is told in words, with its head for display",
    arguments: [199, 302, 400, 401, 403, 404, 429, 502, 503, 504, 599])
  func refusals(_ status: Int) {
    let head = "HTTP/1.1 \(status) No\u{1B}[31m\r\nVia: x\r\n\r\n"
    let run = run(head + "sorry")
    if status < 200 { return #expect(run.failure?.sentence.contains("not HTTP") == true) }
    #expect(run.failure?.head == Array(head.utf8))
    #expect(run.failure?.sentence.hasPrefix("The proxy makes no tunnel to h:443 (\(status) No?[31m): ") == true)
    #expect(run.leftover == nil)
  }

  @Test("what is no answer in HTTP is told")
  func foreign() {
    #expect(run("SSH-2.0-x\r\n").failure?.sentence.contains("not HTTP") == true)
    #expect(run("\u{15}\u{3}\u{1}\u{0}\u{2}\u{2}\u{16}").failure?.sentence.contains("in TLS") == true)
    #expect(run("").failure?.sentence.contains("without an answer") == true)
    #expect(run("HTTP/1.1 200 OK\r\n").failure?.sentence.contains("in the middle of its answer") == true)
  }

  @Test("an answer without end is given up")
  func limits() {
    let fields = String(repeating: "A: b\r\n", count: 300)
    #expect(run("HTTP/1.1 200 OK\r\n" + fields + "\r\n").failure?.sentence.contains("too long") == true)
    let line = String(repeating: "x", count: 20_000)
    #expect(run("HTTP/1.1 200 OK\r\nA: \(line)\r\n\r\n").failure?.sentence.contains("too long") == true)
    let interim = String(repeating: "HTTP/1.1 102 x\r\n\r\n", count: 5_000)
    #expect(run(interim + "HTTP/1.1 200 OK\r\n\r\n").failure?.sentence.contains("too long") == true)
    let tunnel = run("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: 100_000))
    #expect(tunnel.leftover?.count == 100_000)
  }

  @Test("a host with a line end in it never gets into the request")
  func injection() {
    let run = run("", to: Destination(host: "h\r\nX: y", port: 1))
    #expect(run.sent.isEmpty && run.failure != nil)
  }
}
