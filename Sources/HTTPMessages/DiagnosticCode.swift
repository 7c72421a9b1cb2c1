extension Diagnostic {
  /// Every finding that there is; the facts about each stand in `facts`.
  package enum Code: UInt16, Sendable, Hashable, CaseIterable {
    case none
    case notHTTP
    case tlsRecord
    case http2Preface
    case emptyLinesBeforeStartLine
    case emptyLinesMany
    case bareLineFeed
    case bareCarriageReturn
    case whitespaceAfterStartLine
    case headIncomplete
    case methodInvalid
    case methodMiscased
    case requestLineWhitespace
    case targetMissing
    case targetWhitespace
    case targetInvalid
    case targetFragment
    case targetPercent
    case targetBracket
    case targetUserInfo
    case targetHostEmpty
    case targetAuthorityInvalid
    case connectPortInvalid
    case versionMissing
    case versionInvalid
    case versionUnsupported
    case versionMinorHigher
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
    case hostEmpty
    case hostDiffering
    case contentLengthInvalid
    case contentLengthOverflow
    case contentLengthDiffering
    case contentLengthRepeated
    case contentLengthNotAllowed
    case contentLengthMissing
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
    case connectionOptionMissing
    case upgradeInHTTP10
    case upgradeMissing
    case teInvalid
    case teChunked
    case expectUnknown
    case expectWithoutContent
    case expectInHTTP10
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
    case trailerUnannounced
    case contentNotAllowed
    case contentWithoutMeaning
    case contentInConnect
    case contentInTrace
    case contentInReset
    case contentUntilClose
    case contentIncomplete
    case chunkedContentIncomplete
    case bytesAfterMessage
    case messageAfterClose
    case responseUnexpected
    case interimInHTTP10
    case switchingProtocols
    case tunnelStarts
    case startLineTooLong
    case fieldLineTooLong
    case fieldTooLong
    case headTooLong
    case tooManyFields
    case chunkLineTooLong
    case trailerTooLong
    case tooManyInterimResponses
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
      case .startLineTooLong, .fieldLineTooLong, .fieldTooLong, .headTooLong, .tooManyFields, .chunkLineTooLong,
        .trailerTooLong, .chunkExtensionLimit, .tooManyInterimResponses:
        true
      default:
        false
      }
    }
  }
}
