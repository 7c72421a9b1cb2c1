/// Finds the endpoint for a request.
struct Router: Sendable {
  enum Route: Sendable {
    case endpoint(PracticeEndpoint, captures: [String])
    case otherMethods([String])
    case notFound
  }

  private struct Entry {
    let endpoint: PracticeEndpoint
    let segments: [String]
  }

  private let entries: [Entry]

  init(_ endpoints: [PracticeEndpoint]) {
    entries = endpoints.map { Entry(endpoint: $0, segments: RequestTarget($0.path).segments) }
  }

  /// The first endpoint whose path and method fit.
  func route(method: String, target: RequestTarget) -> Route {
    var methods: [String] = []
    for entry in entries {
      guard let captures = Self.captures(entry.segments, in: target.segments) else { continue }
      let own = entry.endpoint.method
      if own == "*" || own == method || (own == "GET" && method == "HEAD") {
        return .endpoint(entry.endpoint, captures: captures)
      }
      methods += own == "GET" ? ["GET", "HEAD"] : [own]
    }
    return methods.isEmpty ? .notFound : .otherMethods(methods + ["OPTIONS"])
  }

  /// Answers for a path that no endpoint has, or not with this method.
  static func answer(_ route: Route, to request: PracticeRequest) -> Response {
    switch route {
    case .otherMethods(let methods):
      let allow = Response.Field("Allow", methods.joined(separator: ", "))
      if request.method == "OPTIONS" { return Response(204, fields: [allow]) }
      var response = Response.problem(405, "This path takes \(methods.joined(separator: ", ")).")
      response.fields.append(allow)
      return response
    default:
      let first = request.target.segments.first ?? ""
      let near = PracticeServer.endpoints.filter { endpoint in
        let own = RequestTarget(endpoint.path).segments.first ?? ""
        return !first.isEmpty && (own == first || own.hasPrefix(first) || first.hasPrefix(own) && !own.isEmpty)
      }
      return .json(
        [
          "error": .string("There is nothing at \(request.target.path): GET / lists what there is."),
          "near": .array(near.map { .string($0.example) }),
        ], status: 404)
    }
  }

  private static func captures(_ pattern: [String], in segments: [String]) -> [String]? {
    guard pattern.count == segments.count else { return nil }
    var captures: [String] = []
    for (own, segment) in zip(pattern, segments) {
      if own.hasPrefix("{") {
        captures.append(segment)
      } else if own != segment {
        return nil
      }
    }
    return captures
  }
}
