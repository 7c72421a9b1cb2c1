import Glibc
import TestSupport
import Testing

@testable import PracticeServer

@Suite("Connections")
struct ConnectionTests {
  @Test("pipelined requests are answered in order on one connection")
  func pipelining() async throws {
    try await withServer { server in
      let client = try TestClient(port: server.port)
      let names = (1...50).map { "n\($0)" }
      try client.send(names.map { "GET /hello?name=\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
      for name in names { #expect(try client.receiveResponse().text == #"{"hello":"\#(name)"}"#) }
    }
  }

  @Test("HEAD gets the head of GET and no content, and the connection goes on")
  func head() async throws {
    try await withServer { server in
      let client = try TestClient(port: server.port)
      for target in ["/hello", "/bytes/10G", "/chunked", "/gzip"] {
        try client.send("HEAD \(target) HTTP/1.1\r\nHost: a\r\n\r\n")
        let response = TestResponse(head: try client.receiveHead())
        #expect(response.status == 200)
        if target == "/bytes/10G" { #expect(response["content-length"] == "10737418240") }
      }
      try client.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try client.receiveResponse().text == #"{"hello":"world"}"#)
    }
  }

  @Test("HTTP/1.0 gets no chunks and a close, unless it asks to keep the connection")
  func oldVersion() async throws {
    try await withServer { server in
      let closing = try TestClient(port: server.port)
      try closing.send("GET /chunked?count=2 HTTP/1.0\r\n\r\n")
      let all = String(decoding: try closing.receiveToEnd(), as: UTF8.self)
      #expect(all.hasSuffix("Connection: close\r\n\r\n01234567890123456789"))
      #expect(!all.contains("Transfer-Encoding"))

      let keeping = try TestClient(port: server.port)
      for _ in 0..<2 {
        try keeping.send("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        #expect(try keeping.receiveResponse()["connection"] == "keep-alive")
      }
    }
  }

  @Test("a request is still answered when its sender has closed the sending side")
  func halfClose() async throws {
    try await withServer { server in
      let client = try TestClient(port: server.port)
      try client.send("GET /delay/20 HTTP/1.1\r\nHost: a\r\n\r\n")
      client.closeSending()
      #expect(String(decoding: try client.receiveToEnd(), as: UTF8.self).hasSuffix(#"{"delayed":20}"#))
    }
  }

  @Test(
    "what is no good request is refused with the rule that it breaks",
    arguments: [
      ("GET /hello HTTP/1.1\r\n\r\n", "RFC 9112 §3.2"),
      ("GET /hello HTTP/1.1\r\nHost : a\r\n\r\n", "RFC 9112 §5.1"),
      ("GET /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "RFC 9112 §6.3"),
      ("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "RFC 9112 §7.1"),
      ("\u{1}\u{2}\u{3}\r\n\r\n", "RFC 9112"),
    ])
  func refused(_ request: String, _ rule: String) async throws {
    try await withServer { server in
      let client = try TestClient(port: server.port)
      try client.send(request)
      let response = try client.receiveResponse()
      #expect(response.status == 400)
      #expect(response.text.contains(rule), "\(response.text)")
      #expect(response["connection"] == "close")
      #expect(try client.receiveToEnd() == [])
    }
  }

  @Test("closing the sending side before the blank line gets a 400 that says so")
  func unfinishedHead() async throws {
    try await withServer { server in
      let client = try TestClient(port: server.port)
      try client.send("GET /hello HTTP/1.1\r\nHost: a\r\n")
      client.closeSending()
      let response = try client.receiveResponse()
      #expect(response.status == 400)
      #expect(response.text.contains("blank line"))
    }
  }

  @Test("content beyond the limit is refused before and while it comes")
  func tooLarge() async throws {
    try await withServer { server in
      let announced = try get("/notes", from: server, method: "POST", fields: ["Content-Length: 2000000"])
      #expect(announced.status == 413)
      let client = try TestClient(port: server.port)
      try client.send("POST /notes HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n200000\r\n")
      try client.send([UInt8](repeating: 0x78, count: 0x200000))
      #expect(try client.receiveResponse().status == 413)
    }
  }

  @Test("1 GiB of bytes and 256 MiB into the sink use less than 48 MiB of memory")
  func largeContent() async throws {
    // A process of its own: the peak is not that of the tests beside it.
    await #expect(processExitsWith: .success) {
      try await withServer { server in
        let peak = try PeakMemory()
        let download = try TestClient(port: server.port)
        try download.send("GET /bytes/1G HTTP/1.1\r\nHost: a\r\n\r\n")
        _ = try download.receiveHead()
        var count = 0
        let start = try get("/bytes/16", from: server).content
        while count < 1 << 30 {
          let bytes = try download.receive(atMost: min(1 << 20, (1 << 30) - count))
          if count % (1 << 20) == 0, bytes.count >= 16 { #expect(Array(bytes.prefix(16)) == start) }
          count += bytes.count
        }
        #expect(count == 1 << 30)

        let upload = try TestClient(port: server.port)
        try upload.send("PUT /sink HTTP/1.1\r\nHost: a\r\nContent-Length: \(256 << 20)\r\n\r\n")
        let block = [UInt8](repeating: 0x61, count: 1 << 20)
        for _ in 0..<256 { try upload.send(block) }
        #expect(try upload.receiveResponse().text == #"{"received":\#(256 << 20)}"#)
        #expect(try peak.growth() < 48 << 10, "KiB")
      }
    }
  }

  @Test("a client that goes away in the middle leaves the server well")
  func goneClient() async throws {
    try await withServer { server in
      for _ in 0..<20 {
        let client = try TestClient(port: server.port)
        try client.send("GET /bytes/10G HTTP/1.1\r\nHost: a\r\n\r\n")
        _ = try client.receive()
      }
      #expect(try get("/hello", from: server).status == 200)
    }
  }

  @Test("a port that is taken is told in words")
  func takenPort() async throws {
    try await withServer { server in
      await #expect(
        throws: PracticeServerError.cannotListen(
          host: "127.0.0.1", port: server.port, reason: "Address already in use")
      ) {
        try await PracticeServer.start(port: server.port, tlsPort: nil)
      }
    }
  }
}
