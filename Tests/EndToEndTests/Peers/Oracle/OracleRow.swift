import Foundation

/// One combination of option, server and fault, sent by both programs.
struct OracleRow: Sendable {
  let place: PeerPlace
  let path: String
  let options: [OracleOption]
  /// The authority in the URL where it is not the place's own.
  let authority: String?
  /// Tells the row from others; the place, the path and what is special about the options.
  let name: String

  init(_ place: PeerPlace, _ path: String, _ options: OracleOption..., authority: String? = nil, as note: String = "") {
    self.init(place, path, options, authority: authority, as: note)
  }

  init(_ place: PeerPlace, _ path: String, _ options: [OracleOption], authority: String? = nil, as note: String = "") {
    (self.place, self.path, self.options, self.authority) = (place, path, options, authority)
    name = "\(place) \(path)\(note.isEmpty ? "" : " ")\(note)"
  }

  func url(_ servers: PeerServers) throws -> String {
    guard let authority else { return try servers.url(place, path) }
    return "\(place.scheme)://\(authority.replacing("PORT", with: "\(try servers.port(place))"))\(path)"
  }

  func askCurl(_ servers: PeerServers, body file: String) async throws -> OracleAnswer {
    let ran = try await Command.run(
      [
        "curl", "-q", "--silent", "--show-error", "--path-as-is", "--output", file, "--write-out", "%{http_code}",
        try url(servers),
      ] + options.flatMap { try $0.curl(servers) }, environment: servers.sandbox.environment)
    let head = options.contains { if case .head = $0 { true } else { false } }
    // For HEAD curl writes the head where the content goes.
    let body = head ? [] : (try? [UInt8](Data(contentsOf: URL(filePath: file)))) ?? []
    return OracleAnswer(curl: ran.status ?? -1, httpStatus: Int(ran.text) ?? 0, body: body, words: ran.error)
  }

  func askBarewire(_ servers: PeerServers) async throws -> OracleAnswer {
    let ran = try await servers.sandbox.barewire(
      ["send", "--include", try url(servers)] + options.flatMap { try $0.barewire(servers) })
    return OracleAnswer(barewire: ran.status ?? -1, printed: ran.output, words: ran.error)
  }
}
