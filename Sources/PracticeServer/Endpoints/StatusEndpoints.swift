/// Status codes, redirects and delays.
enum StatusEndpoints {
  static let all = [
    PracticeEndpoint("*", "/status/{code}", example: "/status/418", "answers with this status, 200 to 599") {
      request, _ in
      guard let code = Int(request.captures[0]), (200...599).contains(code) else {
        return .problem(400, "The status must be a number from 200 to 599.")
      }
      if code == 204 || code == 304 { return Response(code) }
      var response = Response.text("\(code) \(ReasonPhrase.of(code))\n", status: code)
      if (300...399).contains(code) { response.fields.append(Response.Field("Location", "/hello")) }
      if code == 401 { response.fields.append(Response.Field("WWW-Authenticate", "Basic realm=\"practice\"")) }
      return response
    },
    PracticeEndpoint("*", "/redirect/{count}", example: "/redirect/3", "this many redirects, then /hello") {
      request, _ in
      guard let count = Int(request.captures[0]), (1...100).contains(count) else {
        return .problem(400, "The count of redirects must be a number from 1 to 100.")
      }
      return redirect(302, to: count == 1 ? "/hello" : "/redirect/\(count - 1)")
    },
    PracticeEndpoint(
      "*", "/redirect-to", example: "/redirect-to?url=/hello&status=307", "a redirect to ?url= with ?status= (302)"
    ) { request, _ in
      guard let url = request.target["url"], !url.isEmpty, url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
        return .problem(400, "Say where to in ?url=, percent-encoded.")
      }
      return redirect(request.target.number("status", standard: 302, in: 300...399), to: url)
    },
    PracticeEndpoint("*", "/delay/{milliseconds}", example: "/delay/1500", "answers after this time, up to 10 minutes")
    {
      request, _ in
      guard let delay = Int(request.captures[0]), (0...600_000).contains(delay) else {
        return .problem(400, "The delay must be a number of milliseconds from 0 to 600000.")
      }
      var response = Response.json(["delayed": JSON(delay)])
      response.delay = delay
      return response
    },
  ]

  private static func redirect(_ status: Int, to location: String) -> Response {
    var response = Response.text("This way: \(location)\n", status: status)
    response.fields.append(Response.Field("Location", location))
    return response
  }
}
