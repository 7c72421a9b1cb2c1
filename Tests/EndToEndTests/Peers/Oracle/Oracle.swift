import Testing

/// Curl, which says what a row's answer is.
enum Oracle {
  /// Rows that are under way at a time.
  private static let width = 4

  /// Sends the rows with both programs; what differs must be expected, and what is expected must differ.
  static func compare(_ rows: [OracleRow]) async throws {
    let servers = try #require(PeerServers.current)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, row) in rows.enumerated() {
        if number >= width { try await group.next() }
        group.addTask { try await compare(row, servers) }
      }
      try await group.waitForAll()
    }
  }

  private static func compare(_ row: OracleRow, _ servers: PeerServers) async throws {
    let file = servers.sandbox.file(row.name.replacing("/", with: "|"))
    let curl = try await row.askCurl(servers, body: file)
    let barewire = try await row.askBarewire(servers)
    let aspects = barewire.differences(from: curl)
    let expected = ExpectedDifference.all.first { $0.rows.contains(row.name) }
    #expect(
      aspects == expected?.aspects ?? [],
      """
      \(row.name)
        differs in \(aspects.map(\.rawValue).sorted()), not \(expected?.aspects.map(\.rawValue).sorted() ?? [])
        curl: \(curl.summary)
        barewire: \(barewire.summary)
      """)
  }
}
