/// Facts about the codes for drafts of requests.
extension Diagnostic.Code {
  var draftFacts: DiagnosticFacts? {
    switch self {
    case .draftEmpty:
      DiagnosticFacts(
        "draft.empty", .error, 9112, "2.1",
        "There is nothing to send yet: a request begins with a line such as GET / HTTP/1.1.")
    case .draftBlankLineMissing:
      DiagnosticFacts(
        "draft.blank-line-missing", .error, 9112, "2.1",
        "No blank line: the server will keep waiting for the rest of the head. End it with an empty line (CR "
          + "LF CR LF).")
    case .draftContentShort:
      DiagnosticFacts(
        "draft.content-short", .error, 9112, "6.3",
        "Fewer bytes follow the head than Content-Length announces: the server will keep waiting for the "
          + "rest.")
    case .draftContentLong:
      DiagnosticFacts(
        "draft.content-long", .error, 9112, "6.3",
        "More bytes follow the head than Content-Length announces: the server will take the rest for another "
          + "request.")
    case .draftContentUnannounced:
      DiagnosticFacts(
        "draft.content-unannounced", .error, 9112, "6.3",
        "Bytes follow the head but neither Content-Length nor Transfer-Encoding announces them: the server "
          + "will take them for another request.")
    case .draftChunksUnfinished:
      DiagnosticFacts(
        "draft.chunks-unfinished", .error, 9112, "7.1",
        "The last chunk (0) and the blank line after it are missing: the server will keep waiting.")
    case .draftSecondRequest:
      DiagnosticFacts(
        "draft.second-request", .note, 9112, "9.3.2",
        "Another request follows: both go out at once (pipelining), and two responses should come back.")
    default: nil
    }
  }
}
