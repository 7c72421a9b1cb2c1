import DigestAuthentication
import Testing

@Suite("Digest authentication")
struct DigestTests {
  /// RFC 7616 §3.9.1.
  private static let example =
    #"Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=ALGORITHM, "#
    + #"nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS""#

  private static func answer(_ challenge: String) throws -> DigestAnswer {
    DigestAnswer(
      to: try #require(DigestChallenge.first(in: [challenge])), method: "GET", target: "/dir/index.html",
      clientNonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ")
  }

  @Test(
    "the examples of the RFC come out",
    arguments: [
      ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
      ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ])
  func examples(_ algorithm: String, _ response: String) throws {
    let answer = try Self.answer(Self.example.replacing("ALGORITHM", with: algorithm))
    #expect(answer.response(user: "Mufasa", password: "Circle of Life") == response)
    let credentials = try #require(answer.credentials(user: "Mufasa", password: "Circle of Life"))
    let parameters = try #require(AuthenticationScheme.all(in: credentials).first).parameters
    #expect(
      parameters["username"] == "Mufasa" && parameters["uri"] == "/dir/index.html" && parameters["nc"] == "00000001")
    #expect(parameters["response"] == response && parameters["opaque"]?.hasPrefix("FQhe/") == true)
    #expect(!credentials.contains("Circle"))
  }

  @Test("a session's hash and a server of RFC 2069 are answered as they want")
  func sessionAndOld() throws {
    // The first example's parts, hashed by hand: H(H(H(A1):nonce:cnonce):nonce:nc:cnonce:auth:H(A2)).
    let session = try Self.answer(Self.example.replacing("ALGORITHM", with: "md5-SESS"))
    let hash = DigestAlgorithm.md5.hash
    let user = try #require(hash("Mufasa:http-auth@example.org:Circle of Life"))
    let secret = try #require(hash("\(user):\(session.challenge.nonce):\(session.clientNonce)"))
    let request = try #require(hash("GET:/dir/index.html"))
    #expect(
      session.response(user: "Mufasa", password: "Circle of Life")
        == hash("\(secret):\(session.challenge.nonce):00000001:\(session.clientNonce):auth:\(request)"))
    // RFC 2069, with the response that its erratum 749 gives.
    var old = DigestAnswer(
      to: try #require(
        DigestChallenge.first(in: [
          #"Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093""#
        ])), method: "GET", target: "/dir/index.html", clientNonce: "")
    #expect(old.response(user: "Mufasa", password: "CircleOfLife") == "1949323746fe6a43ef61f9606e7febea")
    #expect(old.credentials(user: "a", password: "b")?.contains("qop") == false)
    old.challenge.hashesUser = true
    #expect(old.credentials(user: "a", password: "b")?.contains("username=\"a\"") == false)
  }

  @Test("a challenge with control characters is not answered", arguments: ["realm", "nonce", "opaque"])
  func control(_ name: String) {
    let challenge = "Digest realm=\"r\", nonce=\"n\", opaque=\"o\""
    #expect(DigestChallenge.first(in: [challenge]) != nil)
    for text in ["a\rX-Injected: 1", "a\u{0}", "\u{7F}"] {
      #expect(DigestChallenge.first(in: [challenge.replacing("\(name)=\"", with: "\(name)=\"\(text)")]) == nil)
    }
  }

  @Test("the first challenge that can be answered is taken, from one field or several")
  func choice() {
    func algorithm(_ values: String...) -> DigestAlgorithm? { DigestChallenge.first(in: values)?.algorithm }
    #expect(algorithm(#"Basic realm="x, Digest nonce=\"1\"", Digest nonce=1, algorithm=SHA-256"#) == .sha256)
    #expect(algorithm(#"Digest nonce="n", algorithm=SHA-512-256"#, #"dIGEST nonce="n""#) == .md5)
    #expect(algorithm(#"Digest nonce="n", qop="auth-int""#) == nil)
    #expect(algorithm(#"Digest realm="without a nonce""#, "Negotiate abc==, Bearer") == nil)
    #expect(algorithm("Digest nonce=n, algorithm=MD5-sess") == nil, "its hash needs a nonce that is not sent")
    for broken in ["", "\"", "=", ",,=,\"\\", "Digest nonce=\"", "Digest nonce = \"a\" , , = \"b\" \u{0}"] {
      _ = AuthenticationScheme.all(in: broken)
    }
    #expect(DigestChallenge.first(in: [#"Digest nonce = "a\"b" , stale=TRUE, userhash=true"#])?.nonce == #"a"b"#)
  }
}
