import Foundation
import TestSupport
import Testing
import Workspaces

struct CurlCommandTests {
  private let composer = RequestComposer(scope: VariableScope(), userAgent: "u/1")

  private func command(_ change: (inout SavedRequest) -> Void) throws -> String {
    var request = SavedRequest(name: "r", url: "http://h:81/p?q")
    change(&request)
    return CurlCommand.command(for: try composer.prepare(request)).command
  }

  @Test("a command says what the request says and nothing of curl's own")
  func commands() throws {
    #expect(
      try command { _ in }
        == "curl -H 'User-Agent: u/1' -H 'Accept: */*' -H 'Accept-Encoding: gzip, deflate, br, zstd' --compressed http://h:81/p?q"
        .replacing("http://h:81/p?q", with: "'http://h:81/p?q'"))
    let drop: (inout SavedRequest) -> Void = {
      $0.droppedAutomaticFields = ["user-agent", "accept", "accept-encoding"]
    }
    #expect(
      try command {
        drop(&$0); $0.method = "HEAD"; $0.url = "https://h/[x]"
      }
        == "curl --http1.1 --head -H User-Agent: -H Accept: --globoff 'https://h/[x]'")
    #expect(
      try command {
        drop(&$0)
        $0.method = "POST"
        $0.body = .text("it's\n@x", contentType: "a/b")
        $0.fields = [NamedValue("Empty", "")]
        $0.options.verifiesCertificates = false
      } == "curl --insecure -H 'Empty;' -H 'Content-Type: a/b' -H User-Agent: -H Accept: --data-raw 'it'\\''s\n@x' "
        + "'http://h:81/p?q'")
  }

  @Test("bytes that curl cannot be told go through printf")
  func raw() throws {
    #expect(
      try command { $0.rawBytes = Array("GET /% HTTP/1.1\r\nX : '\\\n\n".utf8) + [0, 0xFF] }
        == "printf 'GET /%% HTTP/1.1\\r\\nX : \\047\\\\\\n\\n\\000\\377' | nc -- h 81")
    #expect(
      try command {
        $0.url = "https://-h$x/"; $0.rawBytes = [0x21]
      }
        == "printf '\\041' | openssl s_client -quiet -connect '-h$x:443' -servername '-h$x' -verify_return_error "
        + "-verify_hostname '-h$x'")
  }

  /// Texts that a shell could carry out if a quote were wrong.
  private static let hostile = [
    "'; touch pwned; '", "$(touch pwned)", "`touch pwned`", "\"; touch pwned #", "\\'; touch pwned; \\'", "!!", "a\nb",
    "${IFS}", "*", "~", "| touch pwned", "%s%n", "é😀", "-o pwned", "@/etc/passwd", "{a,b}[1-3]",
  ]

  @Test("nothing in a request is carried out by the shell, and every word arrives as it is", arguments: hostile)
  func quoting(_ text: String) throws {
    let directory = try TemporaryDirectory()
    // A curl and an nc that only tell what they were given.
    for name in ["curl", "nc"] {
      let path = try directory.write(
        name, "#!/bin/sh\nfor word; do printf '%s\\0' \"$word\"; done\n[ \(name) = nc ] && cat\n:")
      #expect(chmod(path, 0o755) == 0)
    }
    func run(_ command: String) throws -> [String] {
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/sh")
      shell.arguments = ["-c", command]
      shell.environment = ["PATH": "\(directory.path):/usr/bin:/bin"]
      shell.currentDirectoryURL = URL(fileURLWithPath: directory.path)
      let output = Pipe()
      shell.standardOutput = output
      try shell.run()
      let bytes = output.fileHandleForReading.readDataToEndOfFile()
      shell.waitUntilExit()
      #expect(try directory.names == ["curl", "nc"])
      return bytes.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
    let isLine = !text.contains("\n")
    let words = try run(
      try command {
        $0.method = "POST"
        $0.body = .text(text, contentType: nil)
        if isLine { $0.fields = [NamedValue("X", text)] }
      })
    #expect(words.contains(text))
    #expect(!isLine || words.contains("X: \(text)"))
    // Raw and odd: the same bytes come out of printf.
    let raw = Array("ODD \(text)".utf8)
    let piped = try run(try command { $0.rawBytes = raw })
    #expect(piped == ["--", "h", "81", "ODD \(text)"])
  }

  @Test("a command that was written is read as the same request")
  func roundTrip() throws {
    for body in [RequestBody.none, .json("{\n  \"a\": \"'\"\n}"), .form([NamedValue("a b", "c&d")])] {
      var request = SavedRequest(name: "r", method: body == .none ? "GET" : "POST", url: "http://h:81/p?q")
      request.fields = [NamedValue("X", "it's; $(x)")]
      request.body = body
      let prepared = try composer.prepare(request)
      let again = try CurlCommand.parse(CurlCommand.command(for: prepared).command)
      func lines(_ request: PreparedRequest) -> [String] {
        String(decoding: request.bytes, as: UTF8.self).split(separator: "\r\n").map(String.init).sorted()
      }
      #expect(lines(try composer.prepare(again)) == lines(prepared))
    }
  }
}
