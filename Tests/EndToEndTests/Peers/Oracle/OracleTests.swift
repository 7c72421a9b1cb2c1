import Testing

extension EndToEnd.Peers {
  /// Status, body and outcome of every row are curl's, or their difference is listed.
  @Suite struct ComparedWithCurl {
    @Test("at the practice server", .needs(.curl))
    func practice() async throws { try await Oracle.compare(OracleRow.practice) }

    @Test("at faulty servers and lines", .needs(.curl))
    func faults() async throws { try await Oracle.compare(OracleRow.faults) }

    @Test("at nginx", .needs(.curl, .nginx))
    func nginx() async throws { try await Oracle.compare(OracleRow.nginx) }

    @Test("at Apache", .needs(.curl, .apache))
    func apache() async throws { try await Oracle.compare(OracleRow.apache) }

    @Test("at Caddy", .needs(.curl, .caddy))
    func caddy() async throws { try await Oracle.compare(OracleRow.caddy) }

    @Test("at h2o", .needs(.curl, .h2o))
    func h2o() async throws { try await Oracle.compare(OracleRow.h2o) }

    @Test("in hundreds of rows, each with a name of its own, and each expected difference is one row's")
    func rows() {
      let names = OracleRow.all.map(\.name)
      let differing = ExpectedDifference.all.flatMap(\.rows)
      #expect(names.count >= 200 && Set(names).count == names.count)
      #expect(Set(differing).count == differing.count && Set(differing).isSubset(of: names))
    }
  }
}

extension OracleRow {
  fileprivate static let nginx = files(.nginx) + tls(.nginxTLS) + unixSocket(.nginx, .nginx)
  fileprivate static let apache = files(.apache) + tls(.apacheTLS)
  fileprivate static let caddy = files(.caddy) + tls(.caddyTLS) + unixSocket(.caddy, .caddy)
  fileprivate static let h2o = files(.h2o) + tls(.h2oTLS)
  fileprivate static let all = practice + faults + nginx + apache + caddy + h2o
}
