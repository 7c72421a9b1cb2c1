import Foundation
import Testing

/// One row of the table of what becomes of a request to a peer.
struct Meeting: Sendable, CustomTestStringConvertible {
  enum End: Sendable {
    /// A whole, well-formed answer with this status.
    case works(Int)
    /// A malformed answer, told with these words.
    case malformed(String)
    /// No answer, told with these words.
    case fails(String)
  }

  let place: PeerPlace
  let path: String
  /// A place's name in braces is its port.
  let options: [String]
  let end: End

  init(_ place: PeerPlace, _ path: String, _ options: String..., end: End) {
    (self.place, self.path, self.options, self.end) = (place, path, options, end)
  }

  var testDescription: String { "\(place) \(path) \(options.joined(separator: " "))" }

  static func with(_ program: PeerProgram?) -> [Meeting] { all.filter { $0.place.program == program } }

  /// Sends the request with the built program and compares how it ended.
  func meet() async throws {
    let servers = try #require(PeerServers.current)
    let options = options.map { option in
      servers.ports.reduce(option) { $0.replacing("{\($1.key)}", with: "\($1.value)") }
    }
    let sent = try await servers.sandbox.barewire(["send", "--json", try servers.url(place, path)] + options)
    let object = try #require(JSONSerialization.jsonObject(with: Data(sent.output)) as? [String: Any], "\(sent.error)")
    let outcome = object["outcome"] as? [String: Any]
    let response = (object["response"] as? [String: Any])?["startLine"] as? [String: Any]
    switch end {
    case .works(let status):
      #expect(sent.status == 0 && outcome?["state"] as? String == "complete", "\(sent.error)")
      #expect(response?["status"] as? Int == status)
    case .malformed(let words):
      #expect(sent.status == 1 && sent.error.contains(words), "\(sent.error)")
    case .fails(let words):
      #expect(sent.status == 3 && sent.error.contains(words), "\(sent.error)")
    }
  }
}
