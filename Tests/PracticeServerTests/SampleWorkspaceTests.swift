import Glibc
import Testing

@testable import PracticeServer

@Suite("The sample workspaces")
struct SampleWorkspaceTests {
  @Test("practice uses every endpoint, and each of its requests has a note")
  func everyEndpoint() throws {
    let requests = try Self.requests(of: "practice")
    let router = Router(PracticeServer.endpoints)
    var unused = Set(PracticeServer.endpoints.map { "\($0.method) \($0.path)" })
    for request in requests {
      let target = RequestTarget(request.target)
      if case .endpoint(let endpoint, _) = router.route(method: request.method, target: target) {
        unused.remove("\(endpoint.method) \(endpoint.path)")
      }
      #expect(request.note?.isEmpty == false, "\(request.name)")
    }
    #expect(unused == [])
  }

  @Test("the raw requests by hand are answered with the status that their notes tell")
  func byHand() async throws {
    let statuses = [
      "6.": 400, "9.": 200, "10.": 200, "17.": 200, "19.": 200, "20.": 400, "21.": 400, "22.": 400,
    ]
    // Those that wait for a person.
    let waiting = ["3.", "6.", "14."]
    try await withServer { server in
      for request in try Self.requests(of: "sockets-by-hand") {
        let number = String(request.name.prefix { $0 != " " })
        let raw = try #require(request.raw, "\(request.name) has raw bytes")
        let client = try TestClient(port: server.port)
        try client.send(raw)
        if number == "10." { continue }
        if waiting.contains(number) { client.closeSending() }
        var head = try client.receiveHead()
        if head.hasPrefix("HTTP/1.1 100 ") { head = try client.receiveHead() }
        let expected = statuses[number] ?? (waiting.contains(number) ? 400 : 200)
        #expect(head.hasPrefix("HTTP/1.1 \(expected) "), "\(request.name): \(head)")
      }
    }
  }

  struct SampleRequest {
    var name: String
    var note: JSON?
    var method: String
    /// The URL after the host.
    var target: String
    var raw: String?
  }

  /// The requests of a workspace file beside the package's sources, folders left out.
  private static func requests(of workspace: String) throws -> [SampleRequest] {
    let root = #filePath.utf8.split(separator: UInt8(ascii: "/")).dropLast(3).map { "/\(Substring($0))" }.joined()
    let file = try #require(fopen("\(root)/Workspaces/\(workspace).json", "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return requests(in: try JSONReader.read(Array(bytes.prefix(count))))
  }

  private static func requests(in item: JSON) -> [SampleRequest] {
    if case .array(let items)? = item["items"] { return items.flatMap(requests(in:)) }
    guard case .string(let name)? = item["name"], case .string(let method)? = item["method"],
      case .string(let url)? = item["url"]
    else { return [] }
    var raw: String?
    if case .array(let lines)? = item["raw"] {
      raw = lines.map { line in if case .string(let text) = line { text } else { "" } }.joined()
    }
    // Behind the scheme and the host.
    let parts = url.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2)
    let target = parts.count > 2 ? String(Substring(parts[2])) : ""
    return [
      SampleRequest(
        name: name, note: item["note"], method: method, target: "/" + target, raw: raw)
    ]
  }
}

extension JSON {
  /// Whether an array has no elements.
  fileprivate var isEmpty: Bool { self == [] }
}
