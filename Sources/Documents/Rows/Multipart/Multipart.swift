/// What a Content-Type says of content that is made of parts (RFC 2046 §5.1).
struct Multipart: Sendable, Equatable {
  enum Kind: UInt8, Sendable {
    /// `form-data` (RFC 7578).
    case form
    /// `byteranges` (RFC 9110 §14.6).
    case ranges
    case other
  }

  /// Bytes of a boundary that are read; RFC 2046 allows 70.
  static let boundaryLimit = 256

  let boundary: [UInt8]
  let kind: Kind

  /// Nil where there is no boundary, or one that no line can be.
  init?(_ mediaType: MediaType) {
    let boundary = Array((mediaType.boundary ?? "").utf8)
    guard mediaType.isMultipart, !boundary.isEmpty, boundary.count <= Self.boundaryLimit,
      !boundary.contains(where: CodeByte.isLineEnd)
    else { return nil }
    self.boundary = boundary
    kind =
      mediaType.name == "multipart/form-data" ? .form : mediaType.name == "multipart/byteranges" ? .ranges : .other
  }
}

/// What is wrong at a place of a multipart content.
enum MultipartProblem: WalkerProblem {
  case outside, noPart, endMissing, notClosed, bareLineFeed, behindBoundary, noField, noDisposition, noName
  case extendedFileName, noRange, longHead, tooDeep

  static var role: TextRole { .diagnosticWarning }

  var message: String {
    switch self {
    case .outside: "readers pass over what is in no part (RFC 2046 §5.1.1)"
    case .noPart: "the boundary is on no line: there are no parts (RFC 2046 §5.1.1)"
    case .endMissing: "the last boundary, with two dashes behind it, is missing (RFC 2046 §5.1.1)"
    case .notClosed: "the parts within this part have no last boundary (RFC 2046 §5.1.2)"
    case .bareLineFeed: "the line before a boundary ends with LF, not CR LF (RFC 2046 §5.1.1)"
    case .behindBoundary: "only blanks may stand behind a boundary (RFC 2046 §5.1.1)"
    case .noField: "this is no field: it has no colon (RFC 2046 §5.1)"
    case .noDisposition: "a part of a form needs Content-Disposition: form-data (RFC 7578 §4.2)"
    case .noName: "a part of a form needs a name in its Content-Disposition (RFC 7578 §4.2)"
    case .extendedFileName: "filename* must not be used in a form (RFC 7578 §4.2)"
    case .noRange: "a part of byte ranges needs a Content-Range (RFC 9110 §14.6)"
    case .longHead: "the part's head is longer than 16 KiB: the rest of it is shown as content"
    case .tooDeep: "parts within parts are read to eight levels: shown as text"
    }
  }
}
