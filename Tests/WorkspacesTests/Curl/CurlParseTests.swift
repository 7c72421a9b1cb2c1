import Testing
import Workspaces

struct CurlParseTests {
  private func request(_ text: String) throws -> SavedRequest { try CurlCommand.parse(text) }

  @Test(
    "words are read as a shell reads them",
    arguments: [
      ("curl 'a b'\\''c'\"d $ \\\" \\n\"", "a b'cd $ \" \\n"),
      ("$ curl \\\n  h\\ x", "h x"), ("curl \\\r\n h", "h"), ("curl http://h/?a=1&b=2", "http://h/?a=1&b=2"),
      ("curl h/#frag # comment", "h/#frag"), ("curl h | jq .", "h"), ("curl h 2>/dev/null", "h"), ("curl h; ls", "h"),
      ("curl $'a\\n\\t\\'\\x41\\101\\u00e9\\xC3\\xA9\\\\'", "a\n\t'AAéé\\"), ("curl --url h", "h"), ("curl -- h", "h"),
    ])
  func words(_ text: String, _ url: String) throws {
    #expect(try request(text).url == url)
  }

  @Test("a command copied from a browser becomes the request")
  func browser() throws {
    let request = try request(
      """
      curl 'https://api.example/items?x=1' \\
        -X 'PATCH' \\
        -H 'accept: application/json' -H 'X-Empty;' -H 'User-Agent:' \\
        -H $'content-type: application/json' \\
        -b 'a=1; b=2' --compressed --insecure -sSL --http1.0 \\
        --data-raw $'{"a": "it\\'s"}' --connect-timeout 2.5 --max-time 30
      """)
    #expect(request.method == "PATCH")
    #expect(request.url == "https://api.example/items?x=1")
    #expect(
      request.fields == [
        NamedValue("accept", "application/json"), NamedValue("X-Empty", ""), NamedValue("Cookie", "a=1; b=2"),
      ])
    #expect(request.droppedAutomaticFields == ["user-agent"])
    #expect(request.body == .json("{\"a\": \"it's\"}"))
    #expect(!request.options.verifiesCertificates)
    #expect(request.options.redirects == .follow)
    #expect(request.options.httpVersion == .http10)
    #expect(request.options.connectTimeoutMilliseconds == 2500)
    #expect(request.options.totalTimeoutMilliseconds == 30_000)
    #expect(request.note.isEmpty)
  }

  @Test(
    "the method is the one that curl chooses",
    arguments: [
      ("h", "GET"), ("-d a h", "POST"), ("-G -d a h", "GET"), ("-I h", "HEAD"), ("-T f h", "PUT"), ("-XPOST h", "POST"),
      ("-sXDELETE h", "DELETE"), ("-d a -X PUT h", "PUT"), ("--json {} h", "POST"),
    ])
  func methods(_ words: String, _ method: String) throws {
    #expect(try request("curl \(words)").method == method)
  }

  @Test("data becomes the body that says the same")
  func bodies() throws {
    func body(_ words: String) throws -> RequestBody { try request("curl h \(words)").body }
    #expect(try body("-d a=1 -d 'b=x+y'") == .form([NamedValue("a", "1"), NamedValue("b", "x y")]))
    #expect(try body("-d 'a b'") == .text("a b", contentType: "application/x-www-form-urlencoded"))
    #expect(
      try body("--data-urlencode 'q=a b&c~' --data-urlencode '=x*'")
        == .text(
          "q=a%20b%26c~&x%2A", contentType: "application/x-www-form-urlencoded"))
    #expect(try body("-d x -H 'Content-Type: text/x'") == .text("x", contentType: "text/x"))
    #expect(try body("--json '{' --json '}'") == .json("{}"))
    #expect(try body("--data-raw @x") == .text("@x", contentType: "application/x-www-form-urlencoded"))
    #expect(
      try body("--data-binary @a.bin") == .file(path: "a.bin", contentType: "application/x-www-form-urlencoded"))
    #expect(try body("-T a.bin") == .file(path: "a.bin", contentType: nil))
  }

  @Test("-G and --url-query go into the URL, before its fragment")
  func queries() throws {
    #expect(try request("curl -G -d a=1 -d b=2 'h/?x#f'").url == "h/?x&a=1&b=2#f")
    #expect(try request("curl --url-query q=1 h").url == "h?q=1")
  }

  @Test("how it is sent becomes the request's options")
  func options() throws {
    let options = try request(
      "curl --unix-socket /run/docker.sock -6 -L --max-redirs 5 --expect100-timeout 0.5 http://d/"
    ).options
    #expect(options.socketPath == "/run/docker.sock")
    #expect(options.addresses == .ipv6)
    #expect(options.redirects == .follow)
    #expect(options.redirectLimit == 5)
    #expect(options.continueTimeoutMilliseconds == 500)
    #expect(try request("curl -L --max-redirs -1 h").options.redirectLimit == 1000)
  }

  @Test("users and tokens become Auth")
  func auth() throws {
    #expect(try request("curl -u a:b:c h").auth == .basic(user: "a", password: "b:c"))
    #expect(try request("curl --oauth2-bearer t h").auth == .bearer(token: "t"))
  }

  @Test("what is not taken over is noted")
  func notes() throws {
    #expect(
      try request("curl --preproxy proxy:3128 --http3 h").note
        == "--preproxy was left out: one proxy is used, not two.\n--http3 was left out: HTTP/1.1 is spoken.")
  }

  @Test(
    "what cannot become a request is refused with its reason",
    arguments: [
      ("wget h", .notCurl), ("curly h", .notCurl), ("curl", .notCurl), ("curl -s", .missingURL),
      ("curl a b", .severalURLs), ("curl -H", .missingValue(option: "-H")), ("curl 'h", .unclosedQuote("'")),
      ("curl \"h", .unclosedQuote("\"")), ("curl $(id)", .shellSyntax("$(")),
      ("curl \"$HOME/x\"", .shellSyntax("$HOME")),
      ("curl `id`", .shellSyntax("`")), ("curl --nonsense h", .unknownOption("--nonsense")),
      ("curl -sQ h", .unknownOption("-Q")), ("curl -m soon h", .wrongValue(option: "-m", value: "soon")),
      ("curl -H nothing h", .wrongValue(option: "-H", value: "nothing")),
      ("curl -b jar.txt h", .notSupported(option: "-b", reason: "files of cookies are not read")),
      (
        "curl -F a=b h",
        .notSupported(option: "-F", reason: "forms of several parts are not made; write the body as text")
      ),
    ] as [(String, CurlError)])
  func refuses(_ text: String, _ error: CurlError) {
    #expect(throws: error) { try CurlCommand.parse(text) }
  }

  @Test(
    "proxies are taken over as one URL",
    arguments: [
      ("-x p:3128", "http://p:3128"), ("-x socks5h://p -U 'a b:c@d'", "socks5h://a%20b:c%40d@p"),
      ("--socks5 p:1", "socks5://p:1"), ("--socks5-hostname p", "socks5h://p"), ("--socks4a p", "socks4a://p"),
      ("-x http://old:x@p --proxy-user new:y", "http://new:y@p"), ("--proxy ''", "direct"),
    ])
  func proxies(options: String, proxy: String) throws {
    #expect(try CurlCommand.parse("curl \(options) http://example.com/").options.proxy == proxy)
  }

  @Test("a rate is taken over as a condition of the network, both ways")
  func rate() throws {
    let options = try CurlCommand.parse("curl --limit-rate 64k http://example.com/").options
    #expect(options.networkCondition == "down=64k,up=64k")
  }
}
