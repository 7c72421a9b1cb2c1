import DigestAuthentication
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
    PracticeEndpoint(
      "*", "/digest-auth/{user}/{password}", example: "/digest-auth/ada/lovelace",
      "200 for the digest of this user and password by ?algorithm= (SHA-256), else 401"
    ) { request, _ in digest(request) },
    PracticeEndpoint("*", "/bearer", "200 for any bearer token, else 401") { request, _ in
      guard let token = credentials(of: request, scheme: "Bearer"), !token.isEmpty else {
        return unauthorized("Bearer realm=\"practice\"")
      }
      return .json(["authenticated": true, "token": .string(token)])
    },
  ]

  /// A nonce that never changes: whoever practises may compute an answer by hand, and nothing here is worth protecting.
  private static let nonce = "cHJhY3Rpc2U"

  private static func digest(_ request: PracticeRequest) -> Response {
    let algorithm = request.target["algorithm"].flatMap(DigestAlgorithm.init(name:)) ?? .sha256
    let challenge =
      "Digest realm=\"practice\", nonce=\"\(nonce)\", qop=\"auth\", algorithm=\(algorithm.rawValue), charset=UTF-8"
    let (user, password) = (request.captures[0], request.captures[1])
    guard let value = request.value(of: "Authorization"), let scheme = AuthenticationScheme.all(in: value).first,
      scheme.parameters["username"] == user, scheme.parameters["nonce"] == nonce, let offered = DigestChallenge(scheme),
      offered.algorithm == algorithm, offered.hasQuality,
      let count = scheme.parameters["nc"].flatMap({ Int($0, radix: 16) })
    else { return unauthorized(challenge) }
    var answer = DigestAnswer(
      to: offered, method: request.method, target: scheme.parameters["uri"] ?? "",
      clientNonce: scheme.parameters["cnonce"] ?? "")
    answer.count = count
    guard answer.target == request.target.text, let response = answer.response(user: user, password: password),
      response == scheme.parameters["response"]
    else { return unauthorized(challenge) }
    return .json(["authenticated": true, "user": .string(user), "algorithm": .string(algorithm.rawValue)])
  }

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
