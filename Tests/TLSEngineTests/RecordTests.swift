import TLSEngine
import Testing

@Suite("Records")
struct RecordTests {
  private static func pair(_ version: TLSVersion, step: Int = .max) throws -> SessionPair {
    try PracticeAuthority.pair(step: step) { client, server in
      client.maximumVersion = version
      client.observations = .records
      server.observations = .records
    }
  }

  @Test("both sides see the same records, one after the other", arguments: [TLSVersion.tls12, .tls13], [Int.max, 1])
  func sameRecords(version: TLSVersion, step: Int) throws {
    let pair = try Self.pair(version, step: step)
    try pair.server.write(String(repeating: "x", count: 40_000))
    try pair.client.write("y")
    pair.carry()
    #expect(pair.clientEvents.records(.sent) == pair.serverEvents.records(.received))
    #expect(pair.clientEvents.records(.received) == pair.serverEvents.records(.sent))
    for records in [pair.clientEvents.records(.sent), pair.serverEvents.records(.sent)] {
      var offset = 0
      for record in records {
        #expect(record.wireOffset == offset)
        offset += 5 + record.length
      }
    }
  }

  @Test("records of application data tell where their bytes lie", arguments: [TLSVersion.tls12, .tls13])
  func plainOffsets(version: TLSVersion) throws {
    let pair = try Self.pair(version)
    try pair.server.write(String(repeating: "x", count: 40_000))
    pair.carry()
    let data = pair.clientEvents.records(.received).filter {
      ($0.innerContentType ?? $0.contentType) == .applicationData
    }
    #expect(data.map(\.plainOffset) == [0, 16_384, 32_768])
    #expect(data.allSatisfy { ($0.innerContentType == nil) == (version == .tls12) })
  }

  @Test("a TLS 1.3 handshake looks like application data from outside, and is told as what it is")
  func innerTypes() throws {
    let pair = try Self.pair(.tls13)
    let records = pair.clientEvents.records(.received)
    #expect(records.first?.contentType == .handshake)
    #expect(records.contains { $0.contentType == .applicationData && $0.innerContentType == .handshake })
    // Each record stands before the messages in it.
    let kinds = pair.clientEvents.compactMap { event -> String? in
      switch event {
      case .record(.received, let record): "type \((record.innerContentType ?? record.contentType).rawValue)"
      case .handshakeMessage(.received, let message): message.name
      default: nil
      }
    }
    #expect(kinds.first == "type 22")
    #expect(kinds.dropFirst().first == "server hello")
    #expect(kinds.last == "finished")
  }

  @Test("a record that cannot be decrypted is told without its inner type")
  func broken() throws {
    let pair = try Self.pair(.tls13)
    try pair.server.write("bad")
    var record = pair.server.takeCipher()
    record[record.count - 1] ^= 1
    pair.deliver(record, to: pair.client)
    let last = try #require(pair.clientEvents.records(.received).last)
    #expect(last.contentType == .applicationData)
    #expect(last.innerContentType == nil)
    #expect(last.length == 20)
  }

  @Test("nothing is told of records when nobody asks")
  func off() throws {
    let pair = try PracticeAuthority.pair()
    #expect(pair.clientEvents.records(.sent) == [])
  }
}
