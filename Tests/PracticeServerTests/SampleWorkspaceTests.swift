import Glibc
import TLSEngine
import Testing

@testable import PracticeServer

@Suite("The sample workspaces")
struct SampleWorkspaceTests {
  @Test("practice and practice TLS use every endpoint, and each of their requests has a note")
  func everyEndpoint() throws {
    let requests = try Self.requests(of: "practice") + Self.requests(of: "practice-tls")
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

  @Test("the requests of practice TLS end as their folders tell")
  func overTLS() async throws {
    let ports: [String: PracticeTLSPort] = [
      "practiceTLS": .good, "practiceTLSExpired": .certificate(.expired),
      "practiceTLSNotYetValid": .certificate(.notYetValid), "practiceTLSWrongName": .certificate(.wrongName),
      "practiceTLSSelfSigned": .certificate(.selfSigned),
      "practiceTLSUnknownAuthority": .certificate(.unknownAuthority),
      "practiceTLSMissingIntermediate": .certificate(.missingIntermediate),
      "practiceTLSWeakKey": .certificate(.weakKey), "practiceTLSWeakSignature": .certificate(.weakSignature),
      "practiceTLSWrongPurpose": .certificate(.wrongPurpose), "practiceTLSClientCertificate": .clientCertificate,
      "practiceTLS12": .tls12, "practiceTLS11": .tls11,
    ]
    var failed: Set<String> = []
    try await withServer(tlsPort: 0) { server in
      for request in try Self.requests(of: "practice-tls") where request.isSecure && request.variable != "practice" {
        let port = try #require(ports[request.variable], "\(request.variable)")
        let client = try TLSTestClient(server, port) {
          $0.alpn = request.offersHTTP2 ? ["h2"] : ["http/1.1"]
          if request.isUnverified { $0.verification = .none }
        }
        try client.shakeHands()
        if client.error != nil { failed.insert(request.name) }
        guard client.error == nil, port != .clientCertificate else { continue }
        if request.offersHTTP2 {
          let target = WellBehavedTests.shortened(request.target)
          let answer = try HTTP2TestClient(client).get(target, method: request.method)
          let isBroken = target.hasPrefix("/broken") || target.hasPrefix("/h2/re")
          #expect((answer.statuses.last == "200" && answer.hasEnded) != isBroken, "\(request.name)")
        } else {
          try client.send("\(request.method) \(request.target) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
          #expect(try client.receiveToEnd().hasPrefix("HTTP/1.1 200 "), "\(request.name)")
        }
      }
    }
    let folder = try Self.requests(of: "practice-tls", folder: "Handshakes that fail").filter {
      $0.isSecure && $0.variable != "practice"
    }
    #expect(failed == Set(folder.map(\.name)))
  }

  struct SampleRequest {
    var name: String
    var note: JSON?
    var method: String
    /// The URL after the host.
    var target: String
    var raw: String?
    /// Whether the scheme is https.
    var isSecure: Bool
    /// The variable that stands for the host.
    var variable: String
    /// Whether HTTP/2 is among its protocols.
    var offersHTTP2: Bool
    /// Whether any certificate will do.
    var isUnverified: Bool
  }

  /// The requests of a workspace file beside the package's sources, folders left out.
  private static func requests(of workspace: String, folder: String? = nil) throws -> [SampleRequest] {
    let package = #filePath.utf8.split(separator: UInt8(ascii: "/")).dropLast(3).map { "/\(Substring($0))" }.joined()
    let file = try #require(fopen("\(package)/Workspaces/\(workspace).json", "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    let root = try JSONReader.read(Array(bytes.prefix(count)))
    guard let folder, case .array(let items)? = root["items"] else { return requests(in: root) }
    return items.filter { $0["name"] == .string(folder) }.flatMap(requests(in:))
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
    let host = parts.count > 1 ? String(Substring(parts[1])) : ""
    let variable = String(host.drop { $0 == "{" }.prefix { $0 != "}" })
    return [
      SampleRequest(
        name: name, note: item["note"], method: method, target: "/" + target, raw: raw,
        isSecure: url.utf8.starts(with: "https:".utf8), variable: variable,
        offersHTTP2: item["options"]?["alpn"] == ["h2"],
        isUnverified: item["options"]?["verifyCertificates"] == false)
    ]
  }
}

extension JSON {
  /// Whether an array has no elements.
  fileprivate var isEmpty: Bool { self == [] }
}
