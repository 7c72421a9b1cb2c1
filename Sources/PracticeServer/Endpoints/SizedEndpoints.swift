/// Content of any size, made while it is sent: it uses no memory.
enum SizedEndpoints {
  static let all = [
    sized("bytes", example: "/bytes/64k", "this many bytes of binary", type: "application/octet-stream") { count, _ in
      BinaryContent.steps(count: count)
    },
    sized("text", example: "/text/10k", "this many bytes of text in lines", type: "text/plain; charset=utf-8") {
      count, _ in
      TextContent.lines(count: count)
    },
    sized("line", example: "/line/1M", "this many bytes of text in a single line", type: "text/plain; charset=utf-8") {
      count, _ in
      TextContent.line(count: count)
    },
    sized(
      "json", example: "/json/10k?pretty=1", "a JSON document of this many bytes; ?pretty=1 indents it",
      type: "application/json"
    ) { count, request in
      JSONContent.steps(count: count, isPretty: request.target["pretty"] == "1")
    },
    PracticeEndpoint(
      "GET", "/large-header", example: "/large-header?count=20&size=500", "?count= fields (20) of ?size= bytes (500)"
    ) { request, _ in
      let count = request.target.number("count", standard: 20, in: 1...10_000)
      let size = request.target.number("size", standard: 500, in: 1...(1 << 20))
      guard count * size <= 8 << 20 else { return .problem(400, "Ask for at most 8 MiB of fields.") }
      var response = Response.text("\(count) fields of \(size) bytes\n")
      for number in 1...count {
        response.fields.append(Response.Field("X-Large-\(number)", String(repeating: "x", count: size)))
      }
      return response
    },
  ]

  private static func sized(
    _ name: String, example: String, _ summary: String, type: String,
    steps: @escaping @Sendable (Int, PracticeRequest) -> Steps
  ) -> PracticeEndpoint {
    PracticeEndpoint("GET", "/\(name)/{count}", example: example, summary + ", up to 10G") { request, _ in
      guard let count = ByteCount.parse(request.captures[0]) else {
        return .problem(400, "The size must be a number of bytes up to 10G, such as 500, 64k, 3M or 1G.")
      }
      let length = name == "json" ? max(count, JSONContent.minimum) : count
      return Response(
        fields: [Response.Field("Content-Type", type)], content: .steps(steps(count, request), length: length))
    }
  }
}
