extension Diagnostic {
  /// Every finding that there is; the facts about each stand in `facts`.
  package enum Code: UInt16, Sendable, Hashable, CaseIterable {
    case none
    case notHTTP
    case tlsRecord
    case emptyLinesBeforeStartLine
    case emptyLinesMany
    case bareLineFeed
    case bareCarriageReturn
    case whitespaceAfterStartLine
    case headIncomplete
    case methodInvalid
    case requestLineWhitespace
    case targetMissing
    case targetWhitespace
    case targetInvalid
    case versionMissing
    case versionInvalid
    case versionUnsupported
    case statusLineWhitespace
    case statusCodeInvalid
    case statusCodeOutOfRange
    case reasonSeparatorMissing
    case reasonControlByte
    case fieldNameEmpty
    case fieldNameInvalid
    case fieldSpaceBeforeColon
    case fieldColonMissing
    case fieldFolded
    case fieldValueNUL
    case fieldValueControlByte
    case hostMissing
    case hostRepeated
    case hostInvalid
    case contentLengthInvalid
    case contentLengthOverflow
    case contentLengthDiffering
    case contentLengthRepeated
    case contentLengthNotAllowed
    case transferEncodingInvalid
    case transferEncodingEmpty
    case transferEncodingEmptyElement
    case transferEncodingParameters
    case transferEncodingSeveralLines
    case transferEncodingUnknown
    case transferEncodingChunkedRepeated
    case transferEncodingChunkedNotLast
    case transferEncodingUntilClose
    case transferEncodingWithContentLength
    case transferEncodingInHTTP10
    case transferEncodingNotAllowed
    case connectionInvalid
    case connectionEndToEndField
    case chunkSizeInvalid
    case chunkSizeOverflow
    case chunkSizeLeadingZeros
    case chunkSizeWhitespace
    case chunkBareLineFeed
    case chunkDataUnterminated
    case chunkExtensionInvalid
    case chunkExtensionWhitespace
    case chunkExtensionLimit
    case trailerForbidden
    case contentNotAllowed
    case contentIncomplete
    case chunkedContentIncomplete
    case bytesAfterMessage
    case responseUnexpected
    case switchingProtocols
    case tunnelStarts
    case startLineTooLong
    case fieldLineTooLong
    case headTooLong
    case tooManyFields
    case chunkLineTooLong
    case trailerTooLong
    case draftEmpty
    case draftBlankLineMissing
    case draftContentShort
    case draftContentLong
    case draftContentUnannounced
    case draftChunksUnfinished
    case draftSecondRequest

    /// A stable name for programs, such as "field.space-before-colon".
    package var identifier: String { facts.identifier }

    package var severity: Severity { facts.severity }

    package var rule: Rule { Rule(rfc: facts.rfc, section: facts.section) }

    /// A sentence for a person.
    package var message: String { facts.message }

    /// True where a limit of the configuration was met rather than a rule broken.
    package var isLimit: Bool {
      switch self {
      case .startLineTooLong, .fieldLineTooLong, .headTooLong, .tooManyFields, .chunkLineTooLong, .trailerTooLong,
        .chunkExtensionLimit:
        true
      default:
        false
      }
    }
  }
}
