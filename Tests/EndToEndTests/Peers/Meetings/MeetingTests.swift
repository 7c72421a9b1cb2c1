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

    @Test(
      "nginx through proxies", .needs(.nginx, .tinyproxy, .haproxy, .dante, .microsocks), arguments: Meeting.proxied)
    func proxied(_ meeting: Meeting) async throws { try await meeting.meet() }
  }
}
