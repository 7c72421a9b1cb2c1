import Testing

extension EndToEnd.Peers {
  /// Each row sends one request to one peer.
  @Suite struct Meetings {
    @Test("nginx", .needs(.nginx), arguments: Meeting.with(.nginx))
    func nginx(_ meeting: Meeting) async throws { try await meeting.meet() }

    @Test("Apache", .needs(.apache), arguments: Meeting.with(.apache))
    func apache(_ meeting: Meeting) async throws { try await meeting.meet() }

    @Test("Caddy", .needs(.caddy), arguments: Meeting.with(.caddy))
    func caddy(_ meeting: Meeting) async throws { try await meeting.meet() }

    @Test("h2o", .needs(.h2o), arguments: Meeting.with(.h2o))
    func h2o(_ meeting: Meeting) async throws { try await meeting.meet() }

    @Test("nghttpd", .needs(.nghttpd), arguments: Meeting.with(.nghttpd))
    func nghttpd(_ meeting: Meeting) async throws { try await meeting.meet() }

    @Test("openssl s_server", .needs(.openssl), arguments: Meeting.with(.openssl))
    func openssl(_ meeting: Meeting) async throws { try await meeting.meet() }

    @Test("lines that delay, throttle, cut and reset", arguments: Meeting.with(nil))
    func faultyLines(_ meeting: Meeting) async throws { try await meeting.meet() }

    /// Through which a request of Barewire's own is a row here once it takes a proxy.
    @Test(
      "the proxies lead to nginx", .needs(.tinyproxy, .dante, .microsocks, .nginx, .curl),
      arguments: [("http", PeerPlace.tinyproxy), ("socks4", .dante), ("socks5h", .dante), ("socks5h", .microsocks)])
    func proxies(scheme: String, place: PeerPlace) async throws {
      let servers = try #require(PeerServers.current)
      let sent = try await Command.run(
        ["curl", "-sS", "--proxy", "\(scheme)://127.0.0.1:\(servers.port(place))", servers.url(.nginx, "/one")],
        environment: servers.sandbox.environment)
      #expect(sent.status == 0 && sent.text == "x", "\(sent.error)")
    }
  }
}
