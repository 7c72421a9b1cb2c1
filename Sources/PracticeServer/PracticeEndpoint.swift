import HTTP2

/// One thing that the practice server can do: where to ask for it, what it does, and how it answers.
package struct PracticeEndpoint: Sendable {
  /// The request method, or `*` where any method will do; `GET` includes `HEAD`.
  package let method: String
  /// The path, where `{name}` stands for any one segment, as in `/status/{code}`.
  package let path: String
  /// A target to try, as in `/status/418`.
  package let example: String
  /// What it does, in one line.
  package let summary: String
  /// Whether its response breaks a rule of HTTP on purpose.
  package let isBroken: Bool
  /// Whether it answers over HTTP/2 only.
  package private(set) var needsHTTP2 = false

  /// What becomes of the request's content while it is read.
  let content: ContentPolicy
  let answer: @Sendable (PracticeRequest, ServerState) -> Response

  init(
    _ method: String, _ path: String, example: String? = nil, _ summary: String, isBroken: Bool = false,
    content: ContentPolicy = .keep(limit: ContentPolicy.defaultLimit),
    answer: @escaping @Sendable (PracticeRequest, ServerState) -> Response
  ) {
    self.method = method
    self.path = path
    self.example = example ?? path
    self.summary = summary
    self.isBroken = isBroken
    self.content = content
    self.answer = answer
  }

  /// An endpoint that breaks a rule: its steps go out as they are, with no head made for them.
  init(broken name: String, _ summary: String, steps: @escaping @Sendable () -> Steps) {
    self.init("GET", "/broken/\(name)", summary, isBroken: true) { _, _ in Response(raw: steps()) }
  }

  /// An endpoint that does what HTTP/2 alone has words for; over HTTP/1 it says how to get there (RFC 9110 §15.5.22).
  init(
    http2 path: String, example: String? = nil, _ summary: String, isBroken: Bool = false,
    answer: @escaping @Sendable (PracticeRequest, StreamID) -> Response
  ) {
    self.init("GET", path, example: example, summary, isBroken: isBroken) { request, _ in
      if let stream = request.stream { return answer(request, stream) }
      var response = Response.problem(
        426, "This is about HTTP/2: ask for it over TLS with h2 among the protocols, or by prior knowledge.")
      response.fields += [Response.Field("Upgrade", "h2c"), Response.Field("Connection", "Upgrade")]
      return response
    }
    needsHTTP2 = true
  }
}
