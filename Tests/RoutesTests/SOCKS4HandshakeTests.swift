import Testing

@testable import Routes

@Suite("SOCKS4 and SOCKS4a")
struct SOCKS4HandshakeTests {
  private static let granted: [UInt8] = [0, 90, 0, 0, 0, 0, 0, 0]
  private static let address = Destination(host: "192.0.2.1", port: 80)
  private static let name = Destination(host: "example.com", port: 80)

  private func run(
    _ answer: [UInt8], to destination: Destination = address, user: String = "", names: Bool = false
  ) -> HandshakeRun {
    let credentials = user.isEmpty ? nil : ProxyCredentials(user: user.utf8, password: "p".utf8)
    return HandshakeRun(SOCKS4Handshake(to: destination, credentials: credentials, sendsNames: names), answer)
  }

  @Test("an address and the user go out, and what follows the reply is left over")
  func address() {
    let run = run(Self.granted + [7], user: "me")
    #expect(run.sent == [[4, 1, 0, 80, 192, 0, 2, 1, 0x6D, 0x65, 0]])
    #expect(run.leftover == [7])
    #expect(run.words == ["↑ asked for 192.0.2.1:80, 11 B", "↓ request granted, 8 B"])
  }

  @Test("with SOCKS4a the name follows an impossible address")
  func name() {
    let run = run(Self.granted, to: Self.name, names: true)
    #expect(run.sent == [[4, 1, 0, 80, 0, 0, 0, 1, 0] + Array("example.com".utf8) + [0]])
    #expect(run.leftover == [])
  }

  @Test("names without SOCKS4a and addresses of IPv6 are refused before anything is sent")
  func impossible() {
    #expect(run([], to: Self.name).failure?.sentence.contains("use socks4a or socks5h") == true)
    let six = run([], to: Destination(host: "::1", port: 80), names: true)
    #expect(six.failure?.sentence.contains("use socks5h, or only IPv4") == true)
    #expect(six.sent.isEmpty)
    #expect(run([], user: "a\0b").failure?.sentence.contains("control character") == true)
  }

  @Test("each refusal has its words", arguments: [91, 92, 93, 94] as [UInt8])
  func refusals(_ code: UInt8) {
    let run = run([0, code, 0, 0, 0, 0, 0, 0])
    #expect(run.failure?.sentence.hasPrefix("The proxy makes no connection to 192.0.2.1:80: ") == true)
    #expect(run.failure?.sentence.contains("unknown code 94") == (code == 94))
  }

  @Test("what is no SOCKS4 is told")
  func foreign() {
    #expect(run(Array("HTTP/1.1 400".utf8)).failure?.sentence.contains("seems to answer in HTTP") == true)
    #expect(run([5, 0]).failure?.sentence.contains("not SOCKS4: it begins with the byte 5") == true)
    #expect(run([0, 90]).failure?.sentence.contains("closed the connection before it answered") == true)
  }
}
