import Testing

extension EndToEnd {
  @Suite struct Composing {
    @Test("a request composed by keys arrives at the practice server, byte by byte as the raw view showed it")
    func atThePracticeServer() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox, rows: 60) { session in
          try await session.startWorkbench()
          try await session.compose("POST", "http://{{practice}}/echo?colour=blue")
          try await composeFieldAndJSON(session)
          try await session.press("F7")
          let raw = try await session.waitFor("POST /echo?colour=blue HTTP/1.1␍␊", "X-Test: by keys␍␊")
          #expect(raw.shows("Content-Type: application/json␍␊", "Content-Length: ", "{\"list\": [1,", "well formed"))
          // The panes are drawn as their own answers come, so everything that is to be seen is waited for.
          try await session.send("200 OK", "POST /echo?colour=blue HTTP/1.1", "● open")
          // The echo's body is the request: it can be read beside the response's own fields.
          try await session.press("M-5", "2")
          try await session.waitFor("the echoed request beside the fields") { screen in
            screen.rows.contains { $0.contains("│HTTP/1.1 200 OK") && $0.contains("│POST /echo?colour=blue HTTP/1.1") }
              && screen.rows.contains { $0.contains("│X-Test: by keys") }
          }
        }
      }
    }

    @Test("a request composed by keys stores a file at nginx, plain and over TLS")
    func atNginx() async throws {
      try await Sandbox.with { sandbox in
        try await ServerProcess.withNginx(sandbox) { port, tlsPort in
          try await TerminalSession.with(sandbox) { session in
            try await session.startWorkbench()
            try await session.compose("PUT", "http://127.0.0.1:\(port)/stored.json")
            try await composeFieldAndJSON(session)
            try await session.send("201 Created", "X-Seen: by keys")
            #expect(try sandbox.text(of: "site/stored.json") == "{\"list\": [1,\n  true]}")

            try await session.compose("GET", "http://127.0.0.1:\(port)/answer.json")
            try await session.send("200 OK", "\"from\": \"nginx\"", "Server: nginx")
            try await session.waitFor("fields and body to stand side by side") { screen in
              screen.rows.contains { $0.contains("Server: nginx") && $0.contains("\"from\": \"nginx\"") }
                || screen.shows("Server: nginx", "│  \"from\": \"nginx\"")
            }

            // Nobody vouches for the certificate that this test has made: that is said, and nothing is sent.
            try await session.compose("GET", "https://127.0.0.1:\(tlsPort)/answer.json")
            let refused = try await session.send("no answer", "self-signed")
            #expect(!refused.shows("200 OK ·"))
            // Options, certificate verification off.
            try await session.press("M-{", "M-{")
            try await session.waitFor("─ Exchange ─")
            // It is the first one about TLS, behind those about the exchange, the connection and times.
            for _ in 0..<14 { try await session.press("Down") }
            try await session.waitFor("Verify certificates   [x]")
            try await session.press("Space")
            try await session.waitFor("Verify certificates   [ ]")
            try await session.send("200 OK", "\"from\": \"nginx\"", "TLS 1.3", "● open")
            // The connection's view of TLS has the cipher and the chain.
            try await session.press("M-3", "2")
            try await session.waitFor("TLS_AES_256_GCM_SHA384", "NOT verified")
            try await session.press("PageDown")
            try await session.waitFor("nginx.test")
          }
        }
      }
    }

    @Test("Python's file server answers a URL that was given on the command line")
    func atPython() async throws {
      try await Sandbox.with { sandbox in
        try sandbox.write("a text of the work directory\n", to: "work/notes.txt")
        try await ServerProcess.withPython(sandbox) { port in
          try await TerminalSession.with(sandbox) { session in
            let first = try await session.startWorkbench(["http://127.0.0.1:\(port)/notes.txt"])
            #expect(first.requestLine.contains("http://127.0.0.1:\(port)/notes.txt"))
            try await session.send(
              "200 OK", "a text of the work directory", "Server: SimpleHTTP", "Content-type: text/plain")
            // HTTP/1.0: the server closes, and the panel says who did.
            try await session.waitFor("○ closed by the server")
          }
        }
      }
    }

    @Test("Barewire's own certificate is trusted, and the connection says so")
    func overTLS() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.openRequest("Hello over TLS")
          try await session.send("200 OK", "\"hello\": \"TLS\"")
          try await session.press("M-3", "2", "M-z")
          let secured = try await session.waitFor("TLS 1.3", "verified", "Practice Root")
          #expect(!secured.shows("NOT verified"))
        }
      }
    }

    @Test("a curl command pasted into the URL becomes the request")
    func fromCurl() async throws {
      try await Sandbox.with { sandbox in
        try await ServerProcess.withPractice(sandbox) { port in
          try await TerminalSession.with(sandbox) { session in
            try await session.startWorkbench()
            try await session.press("C-n")
            try await session.waitFor("New request")
            try await session.press("C-u")
            try await session.paste(
              "curl -X PATCH 'http://127.0.0.1:\(port)/echo' -H 'X-From: curl' --data-raw 'a b'")
            try await session.waitFor("the curl command to be read") {
              $0.requestLine.contains("PATCH  http://127.0.0.1:\(port)/echo")
            }
            try await session.send("200 OK", "X-From: curl", "a b")
          }
        }
      }
    }

    @Test("an unknown variable is told before anything is sent")
    func unknownVariable() async throws {
      try await Sandbox.with { sandbox in
        try await TerminalSession.with(sandbox) { session in
          try await session.startWorkbench()
          try await session.compose("GET", "http://{{nowhere}}/")
          let refused = try await session.send("nowhere", " ! ")
          #expect(!refused.shows("● open"))
        }
      }
    }

    /// A field and a JSON body of two lines, from the URL line on.
    private func composeFieldAndJSON(_ session: TerminalSession) async throws {
      try await session.press("M-]")
      try await session.waitFor("the fields") { $0.shows("[x] Host") }
      try await session.type("X-Test")
      try await session.press("Tab")
      try await session.type("by keys")
      try await session.waitFor("[x] X-Test")
      try await session.press("M-]")
      try await session.waitFor("none ▾")
      try await session.press("Enter", "Down", "Down", "Enter")
      try await session.waitFor("JSON ▾")
      // Past the compression.
      try await session.press("Down", "Down")
      try await session.type("{\"list\": [1,")
      try await session.press("Enter")
      try await session.type("  true]}")
      try await session.waitFor("  true]}")
    }
  }
}
