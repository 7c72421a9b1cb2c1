import PracticeServer

/// Runs a server for one test and stops it afterwards.
@discardableResult
func withServer<Result>(
  tlsPort: Int? = nil, _ body: (PracticeServer) async throws -> Result
) async throws -> Result {
  let server = try await PracticeServer.start(tlsPort: tlsPort)
  do {
    let result = try await body(server)
    await server.stop()
    return result
  } catch {
    await server.stop()
    throw error
  }
}

/// Asks for one thing on a connection of its own.
func get(
  _ target: String, from server: PracticeServer, method: String = "GET", fields: [String] = [], content: String = ""
) throws -> TestResponse {
  let client = try TestClient(port: server.port)
  var lines = ["\(method) \(target) HTTP/1.1", "Host: localhost"] + fields
  if !content.isEmpty { lines.append("Content-Length: \(content.utf8.count)") }
  try client.send(lines.joined(separator: "\r\n") + "\r\n\r\n" + content)
  return try client.receiveResponse()
}
