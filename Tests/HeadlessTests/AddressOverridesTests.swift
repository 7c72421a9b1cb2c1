import Connections
import Exchanges
import Headless
import Testing

@Suite("Where connections go instead")
struct AddressOverridesTests {
  private func reach(
    _ host: String, _ port: Int = 443, _ change: (inout AddressOverrides) throws -> Void
  ) rethrows -> EndpointReach {
    var overrides = AddressOverrides()
    try change(&overrides)
    var request = OutgoingRequest(
      endpoint: Endpoint(scheme: .https, host: host, port: port), method: "GET", target: "/", parts: [])
    overrides.apply(to: &request)
    return request.options.reach
  }

  @Test("addresses are given for a host and a port, or for any host")
  func resolve() throws {
    let found = try reach("Example.com") { try $0.resolve("example.com:443:[2001:db8::1],192.0.2.1") }
    #expect(found.addresses == ["2001:db8::1", "192.0.2.1"])
    #expect(try reach("example.com", 80) { try $0.resolve("example.com:443:192.0.2.1") } == EndpointReach())
    #expect(try reach("other.com") { try $0.resolve("*:443:192.0.2.1") }.addresses == ["192.0.2.1"])
    #expect(try reach("::1") { try $0.resolve("[::1]:443:192.0.2.1") }.addresses == ["192.0.2.1"])
    #expect(try reach("h") { try $0.resolve("h:443:2001:db8::1") }.addresses == ["2001:db8::1"])
  }

  @Test("another host and port are named, each of them or both; addresses are then those of the other host")
  func connectTo() throws {
    let target = EndpointReach.Target(host: "localhost", port: 8443)
    #expect(try reach("example.com") { try $0.connect("example.com:443:localhost:8443") }.target == target)
    #expect(try reach("example.com") { try $0.connect("::localhost:8443") }.target == target)
    let host = try reach("example.com") { try $0.connect("example.com::[::1]:") }.target
    #expect(host == EndpointReach.Target(host: "::1", port: 443))
    #expect(try reach("example.com") { try $0.connect("other.com:443:localhost:8443") }.target == nil)
    let both = try reach("example.com") {
      try $0.connect("example.com:443:localhost:8443")
      try $0.resolve("localhost:8443:192.0.2.1")
    }
    #expect(both.addresses == ["192.0.2.1"])
  }

  @Test(
    "what is no override is refused with how to write one",
    arguments: ["", "h", "h:443", "h:443:", "h:443:name", "h:no:192.0.2.1", ":443:192.0.2.1", "h:0:192.0.2.1"])
  func refusesResolve(text: String) {
    var overrides = AddressOverrides()
    #expect(throws: AddressOverrides.Failure.resolve(text)) { try overrides.resolve(text) }
    #expect("\(AddressOverrides.Failure.resolve(text))".contains("HOST:PORT:ADDRESS"))
  }

  @Test("what names no other host is refused", arguments: ["", "a:1:b", "a:x:b:1", "a:1:b:99999"])
  func refusesConnectTo(text: String) {
    var overrides = AddressOverrides()
    #expect(throws: AddressOverrides.Failure.connectTo(text)) { try overrides.connect(text) }
  }
}
