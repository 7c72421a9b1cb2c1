package import HTTPMessages

/// Why bytes cannot become a form and stay raw.
package enum RawRequestError: Error, Sendable, Hashable {
  /// They are not one well-formed request.
  case malformed(Diagnostic)
  /// More follows the request, from this offset on.
  case moreThanOneRequest(offset: Int)
  case version(String)
  /// A target that the form does not make: it always sends the URL's path and query.
  case target(String)
  case notUTF8(RequestPlace)
  /// Text in double braces, which is plain here and would be a variable in the form.
  case variable(name: String, place: RequestPlace)
  case trailers
  case chunkExtensions
}

extension RawRequestError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .malformed(let diagnostic):
      "The bytes stay raw: \(diagnostic.message) [\(diagnostic.rule), at byte \(diagnostic.range.lowerBound)]"
    case .moreThanOneRequest(let offset):
      "The bytes stay raw: more follows the first request, from byte \(offset) on, and a form holds one request."
    case .version(let version):
      "The bytes stay raw: a form speaks HTTP/1.0 and HTTP/1.1, and the request says \(version)."
    case .target(let target):
      "The bytes stay raw: a form cannot make the target “\(target)”, because it sends the URL's path and query, encoded."
    case .notUTF8(let place):
      "The bytes stay raw: \(place.words) has bytes that are not UTF-8, which a form cannot show."
    case .variable(let name, let place):
      "The bytes stay raw: “{{\(name)}}” in \(place.words) is plain text here and would be a variable in the form."
    case .trailers: "The bytes stay raw: the request has trailers, and a form has none."
    case .chunkExtensions: "The bytes stay raw: its chunks have extensions, and a form has none."
    }
  }
}
