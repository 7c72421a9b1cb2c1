import HTTPMessages

/// Requests that must say who sends them.
enum AuthenticationEndpoints {
  static let all = [
    PracticeEndpoint(
      "*", "/basic-auth/{user}/{password}", example: "/basic-auth/ada/lovelace",
      "200 for this user and password, else 401"
    ) { request, _ in
      let expected = Base64.encode(Array("\(request.captures[0]):\(request.captures[1])".utf8))
      guard credentials(of: request, scheme: "Basic") == expected else {
        return unauthorized("Basic realm=\"practice\", charset=\"UTF-8\"")
      }
      return .json(["authenticated": true, "user": .string(request.captures[0])])
    },
    PracticeEndpoint("*", "/bearer", "200 for any bearer token, else 401") { request, _ in
      guard let token = credentials(of: request, scheme: "Bearer"), !token.isEmpty else {
        return unauthorized("Bearer realm=\"practice\"")
      }
      return .json(["authenticated": true, "token": .string(token)])
    },
  ]

  private static func credentials(of request: PracticeRequest, scheme: String) -> String? {
    guard let value = request.value(of: "Authorization") else { return nil }
    let parts = value.utf8.split(separator: 0x20, maxSplits: 1)
    guard parts.count == 2, ASCIICase.equal(String(Substring(parts[0])), scheme) else { return nil }
    return OptionalWhitespace.trimmed(Substring(parts[1]))
  }

  private static func unauthorized(_ challenge: String) -> Response {
    var response = Response.problem(401, "Say who you are in an Authorization field.")
    response.fields.append(Response.Field("WWW-Authenticate", challenge))
    return response
  }
}
