import Testing

@testable import Routes

@Suite("SOCKS5")
struct SOCKS5HandshakeTests {
  private static let name = Destination(host: "example.com", port: 443)
  private static let user = ProxyCredentials(user: "u".utf8, password: "pw".utf8)
  private static let granted: [UInt8] = [5, 0, 0, 1, 10, 0, 0, 1, 0x10, 0x92]

  private func run(
    _ answer: [UInt8], to destination: Destination = name, as user: ProxyCredentials? = nil
  ) -> HandshakeRun {
    HandshakeRun(SOCKS5Handshake(to: destination, credentials: user), answer)
  }

  @Test("without authentication the name goes to the proxy, and what follows the reply is left over")
  func plain() {
    let run = run([5, 0] + Self.granted + [1, 2, 3])
    #expect(run.sent == [[5, 1, 0], [5, 1, 0, 3, 11] + Array("example.com".utf8) + [0x01, 0xBB]])
    #expect(run.leftover == [1, 2, 3])
    #expect(
      run.words == [
        "↑ offered to come without authentication, 3 B", "↓ no authentication is wanted, 2 B",
        "↑ asked for example.com:443, which the proxy looks up, 18 B",
        "↓ connected; the proxy's own end is 10.0.0.1:4242, 10 B",
      ])
  }

  @Test("addresses go as addresses")
  func addresses() {
    let four = run([5, 0] + Self.granted, to: Destination(host: "192.0.2.1", port: 80))
    #expect(four.sent.last == [5, 1, 0, 1, 192, 0, 2, 1, 0, 80])
    let six = run([5, 0] + Self.granted, to: Destination(host: "2001:db8::1", port: 80))
    #expect(six.sent.last == [5, 1, 0, 4, 0x20, 1, 0x0D, 0xB8] + [UInt8](repeating: 0, count: 11) + [1, 0, 80])
    #expect(six.words[2] == "↑ asked for [2001:db8::1]:80, 22 B")
  }

  @Test("user and password go only where they are wanted")
  func password() {
    let asked = run([5, 2, 1, 0] + Self.granted, as: Self.user)
    #expect(Array(asked.sent.prefix(2)) == [[5, 2, 0, 2], [1, 1, 0x75, 2, 0x70, 0x77]])
    #expect(asked.leftover == [])
    #expect(asked.words[2...3] == ["↑ user and password, 6 B", "↓ accepted, 2 B"])
    let notAsked = run([5, 0] + Self.granted, as: Self.user)
    #expect(notAsked.sent.count == 2)
    #expect(notAsked.leftover == [])
    let refused = run([5, 2, 1, 7], as: Self.user)
    #expect(refused.failure?.sentence == "The proxy refused the user and password: check them in the proxy's URL.")
  }

  @Test("a domain or an IPv6 address in the reply is read to its end")
  func boundAddresses() {
    let domain = run([5, 0, 5, 0, 0, 3, 2, 0x68, 0x07, 0, 1, 9])
    #expect(domain.words.last == "↓ connected; the proxy's own end is h?:1, 9 B")
    #expect(domain.leftover == [9])
    let empty = run([5, 0, 5, 0, 0, 3, 0, 0, 1, 9])
    #expect(empty.leftover == [9])
    let six = run([5, 0, 5, 0, 0, 4] + [UInt8](repeating: 0, count: 15) + [1, 0, 1, 9])
    #expect(six.words.last == "↓ connected; the proxy's own end is [::1]:1, 22 B")
    #expect(six.leftover == [9])
    #expect(run([5, 0, 5, 0, 0, 2, 0, 0]).failure?.sentence.contains("unknown kind 2") == true)
  }

  @Test("each reply code has its words, also where the reply ends behind it", arguments: 1...9)
  func replyCodes(_ code: UInt8) {
    let run = run([5, 0, 5, code])
    #expect(run.failure?.sentence.hasPrefix("The proxy makes no connection to example.com:443: ") == true)
    #expect(run.failure?.sentence.contains("unknown code") == (code == 9))
    #expect(run.steps.last?.byteCount == 2)
  }

  @Test(
    "what is no SOCKS5 is told",
    arguments: [
      ([0x48, 0x54], "seems to answer in HTTP"), ([0x15, 3], "seems to answer in TLS"),
      ([4, 0], "begins with the byte 4"),
      ([], "closed the connection before it answered"), ([5], "closed the connection before it answered"),
      ([5, 0, 5, 0], "before it said whether it connects to example.com:443"),
      ([5, 0xFF], "put user and password into"),
      ([5, 1], "method 1, which was not offered"), ([5, 2], "method 2, which was not offered"), ([5, 0, 0x48], "HTTP"),
    ] as [([UInt8], String)])
  func failures(_ answer: [UInt8], _ words: String) {
    let run = run(answer)
    #expect(run.failure?.sentence.contains(words) == true, "\(run)")
    #expect(run.leftover == nil)
  }

  @Test("a proxy that takes neither way is told of")
  func noWay() {
    #expect(run([5, 0xFF], as: Self.user).failure?.sentence.contains("no other way to log in") == true)
    #expect(run([5, 2], as: Self.user).failure?.sentence.contains("before it let the user in") == true)
  }

  @Test("a host that cannot be sent is refused before anything is")
  func hosts() {
    for host in ["", "a\0b", "a b", "a\r\nb", String(repeating: "x", count: 256)] {
      let run = run([5, 0], to: Destination(host: host, port: 1))
      #expect(run.failure != nil && run.sent.isEmpty)
    }
    #expect(run([5, 0], to: Destination(host: "h", port: 65_536)).failure != nil)
    let long = run([5, 0] + Self.granted, to: Destination(host: String(repeating: "x", count: 255), port: 1))
    #expect(long.sent.last?.count == 262)
  }
}
