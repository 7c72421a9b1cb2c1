import HTTPMessages

/// Text in several character encodings.
enum CharsetEndpoints {
  static let all = [
    PracticeEndpoint(
      "GET", "/charset/{name}", example: "/charset/utf-16le",
      "a text in \(Charset.allCases.map(\.rawValue).joined(separator: ", "))"
    ) { request, _ in
      let name = String(decoding: ASCIICase.lowercased(request.captures[0].utf8), as: UTF8.self)
      guard let charset = Charset(rawValue: name) else {
        return .problem(404, "Choose one of \(Charset.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      return Response(
        fields: [Response.Field("Content-Type", "text/plain; charset=\(charset.rawValue)")],
        content: .bytes(charset.encode(charset.sample)))
    }
  ]
}
