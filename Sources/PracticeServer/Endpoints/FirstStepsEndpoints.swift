import HTTPMessages

/// What a first request asks for: a greeting, its own bytes, its own fields.
enum FirstStepsEndpoints {
  static let all = [
    PracticeEndpoint("GET", "/", "the list of endpoints, as text") { _, _ in index() },
    PracticeEndpoint("GET", "/hello", example: "/hello?name=wire", "a greeting as JSON; ?name= says to whom") {
      request, _ in
      .json(["hello": .string(request.target["name"] ?? "world")])
    },
    PracticeEndpoint(
      "*", "/echo", "the exact bytes of the request, up to 64 MiB",
      content: .keepMessage(limit: ContentPolicy.echoLimit)
    ) { request, _ in
      Response(
        fields: [Response.Field("Content-Type", "application/octet-stream")], content: .bytes(request.bytes))
    },
    PracticeEndpoint("*", "/sink", "takes content of any size and tells how many bytes came", content: .count) {
      request, _ in
      .json(["received": JSON(request.contentLength)])
    },
    PracticeEndpoint("GET", "/headers", "the fields of the request, as JSON") { request, _ in
      .json([
        "fields": .array(request.fields.map { ["name": .string($0.name), "value": .string($0.value)] })
      ])
    },
    PracticeEndpoint(
      "GET", "/cookies", example: "/cookies?flavour=oat", "the cookies received, as JSON; each parameter sets one",
      answer: cookies),
  ]

  private static func index() -> Response {
    var text = "Barewire's practice server. A line for each endpoint: method, path, what it does.\n"
    for isBroken in [false, true] {
      text += isBroken ? "\nBroken on purpose:\n" : "\n"
      for endpoint in PracticeServer.endpoints where endpoint.isBroken == isBroken {
        let start = "\(endpoint.method == "*" ? "any" : endpoint.method) \(endpoint.path)"
        text += "  \(start)\(String(repeating: " ", count: max(1, 40 - start.utf8.count)))\(endpoint.summary)\n"
      }
    }
    return .text(text)
  }

  private static func cookies(_ request: PracticeRequest, _ state: ServerState) -> Response {
    let received = request.fields.filter { ASCIICase.equal($0.name, "Cookie") }
      .flatMap { $0.value.utf8.split(separator: UInt8(ascii: ";")) }
      .map { pair in
        let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
        return JSON.Member(
          name: OptionalWhitespace.trimmed(Substring(pair[..<equals])),
          value: .string(OptionalWhitespace.trimmed(Substring(pair[equals...].dropFirst()))))
      }
    var response = Response.json(["cookies": .object(received)])
    for parameter in request.target.parameters {
      guard Token.isToken(parameter.name), isCookieValue(parameter.value) else {
        return .problem(
          400, "A cookie's name must be a token and its value have no spaces, quotes, commas or semicolons.")
      }
      response.fields.append(
        Response.Field("Set-Cookie", "\(parameter.name)=\(parameter.value); Path=/; HttpOnly; SameSite=Lax"))
    }
    return response
  }

  private static func isCookieValue(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\",;\\".utf8.contains($0) }
  }
}
