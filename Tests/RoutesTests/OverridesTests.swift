import Exchanges
import Testing

@testable import Routes

@Suite("Overrides")
struct OverridesTests {
  private func target(
    _ host: String, _ port: Int = 80, resolve: [String] = [], connectTo: [String] = [], usable: UsableAddresses = .all
  ) throws -> Overrides.Target {
    try Overrides(
      resolve: try resolve.map { try ResolveEntry($0) }, connectTo: try connectTo.map { try ConnectToEntry($0) },
      usable: usable
    ).apply(to: Endpoint(scheme: .http, host: host, port: port))
  }

  private func addresses(_ host: String, _ port: Int = 80, _ resolve: String...) throws -> [String]? {
    try target(host, port, resolve: resolve).addresses?.map(\.description)
  }

  @Test("without any the endpoint stays as it is")
  func none() throws {
    #expect(try target("h", 81) == Overrides.Target(host: "h", port: 81, addresses: nil, reasons: []))
  }

  @Test("given addresses stand in for a look-up of this host and port")
  func resolve() throws {
    #expect(try addresses("a", 80, "a:80:127.0.0.1,[::1],::2,127.0.0.1") == ["127.0.0.1:80", "[::1]:80", "[::2]:80"])
    #expect(try addresses("A", 80, "a:80:127.0.0.1") == ["127.0.0.1:80"])
    #expect(try addresses("a", 81, "a:80:127.0.0.1") == nil)
    #expect(try addresses("b", 80, "a:80:127.0.0.1") == nil)
    #expect(try addresses("a", 80, "+a:80:127.0.0.1") == ["127.0.0.1:80"])
    #expect(try target("a", resolve: ["a:80:127.0.0.1"]).reasons == ["is not looked up, by --resolve a:80:127.0.0.1"])
  }

  @Test("the last entry counts, a minus takes entries away, and a host's own is before the star's")
  func resolveOrder() throws {
    #expect(try addresses("a", 80, "a:80:127.0.0.1", "a:80:127.0.0.2") == ["127.0.0.2:80"])
    #expect(try addresses("a", 80, "a:80:127.0.0.1", "-a:80") == nil)
    #expect(try addresses("a", 80, "-a:80", "a:80:127.0.0.1") == ["127.0.0.1:80"])
    #expect(try addresses("a", 80, "*:80:127.0.0.3") == ["127.0.0.3:80"])
    #expect(try addresses("a", 80, "a:80:127.0.0.1", "*:80:127.0.0.3") == ["127.0.0.1:80"])
    #expect(try addresses("127.0.0.9", 80, "*:80:127.0.0.3") == nil)
  }

  @Test("the first place that fits is connected to, and what is left empty stays")
  func connectTo() throws {
    for (entries, host, port) in [
      (["a:80:b:81"], "b", 81), ([":80:b:81"], "b", 81), (["a::b:81"], "b", 81), (["::b:"], "b", 80),
      ([":::81"], "a", 81),
      (["a:80:b"], "b", 80), (["x:80:b:81", "a:80:c:82", "::d:83"], "c", 82), (["A:80:[::1]:81"], "::1", 81),
      ([":::"], "a", 80),
      (["b:80:c:1"], "a", 80), (["a:81:c:1"], "a", 80),
    ] {
      let target = try target("a", connectTo: entries)
      #expect(target.host == host && target.port == port, "\(entries)")
    }
    #expect(try target("::1", connectTo: ["[0:0::1]:80:b:"]).host == "b")
    #expect(try target("a", connectTo: ["a:80:b:81"]).reasons == ["connects to b:81 by --connect-to a:80:b:81"])
  }

  @Test("addresses are given for the place that is connected to")
  func both() throws {
    let target = try target("a", resolve: ["b:81:127.0.0.1", "a:80:127.0.0.2"], connectTo: ["a:80:b:81"])
    #expect(target.addresses == [NetworkAddress(ip: "127.0.0.1", port: 81)])
    #expect(target.reasons.count == 2)
  }

  @Test("only addresses of the wanted kind are left")
  func families() throws {
    let entry = ["a:80:127.0.0.1,::1"]
    #expect(try target("a", resolve: entry, usable: .ipv4Only).addresses?.map(\.ip) == ["127.0.0.1"])
    #expect(try target("a", resolve: entry, usable: .ipv6Only).addresses?.map(\.ip) == ["::1"])
    #expect(throws: RouteError.noUsableAddress(host: "a", .ipv6Only)) {
      try target("a", resolve: ["a:80:127.0.0.1"], usable: .ipv6Only)
    }
    #expect(throws: RouteError.noUsableAddress(host: "::1", .ipv4Only)) { try target("::1", usable: .ipv4Only) }
    #expect(try target("a", usable: .ipv4Only).reasons == ["uses only IPv4"])
  }

  @Test(
    "texts that are no entries are refused",
    arguments: [
      ("", .resolveEntry("")), ("a", .resolveEntry("a")), ("a:80", .resolveEntry("a:80")),
      (":80:1.2.3.4", .resolveEntry(":80:1.2.3.4")),
      ("-a", .resolveEntry("-a")), ("a:x:1.2.3.4", .resolvePort("x")), ("a:0:1.2.3.4", .resolvePort("0")),
      ("a:80:", .resolveAddress("")),
      ("a:80:b", .resolveAddress("b")), ("a:80:1.2.3.4,", .resolveAddress("")),
      ("a:80:[1.2.3.4]", .resolveAddress("[1.2.3.4]")),
      ("[::1:80:1.2.3.4", .resolveEntry("[::1:80:1.2.3.4")), ("a]:80:1.2.3.4", .resolveEntry("a]:80:1.2.3.4")),
    ] as [(String, RouteError)])
  func badResolve(_ text: String, _ error: RouteError) {
    #expect(throws: error) { try ResolveEntry(text) }
    #expect(error.description.hasSuffix("."))
  }

  @Test("entries are written as they are read")
  func written() throws {
    for text in ["a:80:127.0.0.1,[::1]", "+a:80:127.0.0.1", "-a:80", "*:443:[::1]", "[::1]:80:127.0.0.1"] {
      #expect(try ResolveEntry(text).description == text)
    }
    for text in ["a:80:b:81", ":::", "::b:", "[::1]:80:[::2]:81", "a::b:"] {
      #expect(try ConnectToEntry(text).description == text)
    }
    for text in ["", "a", "a:80", "a:80:b:c", "a:x:b:1", "[a]:1:b:2", "[::1:1:b:2", "a:1:b:2:3"] {
      #expect(throws: RouteError.self) { try ConnectToEntry(text) }
    }
  }

  @Test(
    "a local binding is read as curl's",
    arguments: [
      ("eth0", .interfaceOrHost("eth0")), ("if!eth0", .interface("eth0")), ("host!name", .host("name")),
      ("192.0.2.1", .host("192.0.2.1")), ("::1", .host("::1")), ("[::1]", .host("::1")), ("host![::1]", .host("::1")),
      ("ifhost!eth0!192.0.2.1", .both(interface: "eth0", host: "192.0.2.1")),
    ] as [(String, LocalBinding.Source)])
  func binding(_ text: String, _ source: LocalBinding.Source) throws {
    #expect(try LocalBinding(interface: text).source == source)
  }

  @Test("a range of local ports is read, and all of a binding is told in words")
  func ports() throws {
    #expect(try LocalBinding(interface: nil, ports: "40000").description == "from any address, port 40000")
    #expect(
      try LocalBinding(interface: "if!eth0", ports: "1-65535").description == "from the interface eth0, port 1 to 65535"
    )
    for text in ["", "0", "2-1", "1-", "-1", "1-2-3", "65536", "x"] {
      #expect(throws: RouteError.localPorts(text)) { try LocalBinding(interface: nil, ports: text) }
    }
    for text in ["", "if!", "if!a/b", "if!abcdefghijklmnop", "host!", "x!y", "if!a!b", "a b", "ifhost!a!"] {
      #expect(throws: RouteError.self) { try LocalBinding(interface: text) }
    }
  }
}
