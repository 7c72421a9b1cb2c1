/// Why a curl command line cannot become a request.
package enum CurlError: Error, Sendable, Hashable {
  case notCurl
  case unclosedQuote(Character)
  /// Shell syntax that only a shell can carry out, such as $(…) or a pipe.
  case shellSyntax(String)
  case missingURL
  case severalURLs
  case missingValue(option: String)
  case notSupported(option: String, reason: String)
  case unknownOption(String)
  case wrongValue(option: String, value: String)
}

extension CurlError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notCurl: "This is not a curl command: it does not begin with curl."
    case .unclosedQuote(let quote): "The curl command has a \(quote) that is not closed."
    case .shellSyntax(let text):
      "The curl command has “\(text)”, which only a shell can carry out: put its result in its place."
    case .missingURL: "The curl command names no URL."
    case .severalURLs: "The curl command names several URLs: paste one request at a time."
    case .missingValue(let option): "The option \(option) of the curl command has no value."
    case .notSupported(let option, let reason):
      "The option \(option) of the curl command cannot be taken over: \(reason)."
    case .unknownOption(let option):
      "The option \(option) of the curl command is not known here: leave it out and paste again."
    case .wrongValue(let option, let value):
      "The option \(option) of the curl command has the value “\(value)”, which is none."
    }
  }
}
