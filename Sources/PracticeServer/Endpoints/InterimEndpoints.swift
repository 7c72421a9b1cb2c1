/// Responses that come before the response (RFC 9110 §15.2).
enum InterimEndpoints {
  static let all = [
    PracticeEndpoint("GET", "/early-hints", "103 with Link fields, then 200") { _, _ in
      var response = Response.text("The hints came before this.\n")
      response.interim = [
        (
          103,
          [
            Response.Field("Link", "</style.css>; rel=preload; as=style"),
            Response.Field("Link", "</script.js>; rel=preload; as=script"),
          ]
        )
      ]
      response.delay = 200
      return response
    },
    PracticeEndpoint(
      "*", "/continue", example: "/continue?count=2",
      "?count= times 100 (1), then 200; any Expect: 100-continue gets its own"
    ) { request, _ in
      let count = request.target.number("count", standard: 1, in: 0...100)
      var response = Response.json(["continued": JSON(count), "received": JSON(request.contentLength)])
      response.interim = Array(repeating: (status: 100, fields: []), count: count)
      response.delay = 100
      return response
    },
  ]
}
