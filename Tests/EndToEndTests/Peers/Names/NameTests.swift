import Testing

extension EndToEnd {
  @Suite struct Names {
    @Test(
      "a name server's answer, or its silence, is told as what it is",
      .enabled("this machine allows no network of a test's own") { try await NameServer.isAllowed() },
      arguments: [
        ("good", [], "hello"), ("slow", [], "hello"), ("mixed", [], "hello"),
        ("false", [], "nothing listens on port 8080"), ("unknown", [], "No such host “unknown.test”"),
        ("empty", [], "empty.test"), ("failing", [], "No name server answered for “failing.test”"),
        ("garbled", [], "garbled.test"), ("silent", [], "No name server answered for “silent.test”"),
        ("silent", ["--connect-timeout", "0.3"], "within 300 ms"),
      ] as [(String, [String], String)])
    func names(name: String, options: [String], words: String) async throws {
      try await Sandbox.with { sandbox in
        let sent = try await NameServer.barewire(["send", "http://\(name).test:8080/"] + options, in: sandbox)
        if words == "hello" {
          #expect(sent.status == 0 && sent.text == words, "\(sent.error)")
        } else {
          #expect(sent.status == 3 && sent.error.contains(words), "\(sent.error)")
        }
      }
    }
  }
}
