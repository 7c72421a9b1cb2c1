extension Diagnostic.Code {
  /// A sentence for a person: how reading goes on where the finding is forgiven.
  ///
  /// The documentation's table of diagnostics has the same sentences.
  package var lenientReading: String? {
    switch self {
    case .chunkSizeInvalid:
      "Everything from the size on is leftover."
    case .chunkSizeOverflow:
      "Everything after the size is leftover."
    case .chunkSizeLeadingZeros:
      "The zeros are digits like others."
    case .chunkSizeWhitespace, .chunkExtensionWhitespace:
      "The white space is skipped."
    case .chunkBareLineFeed:
      "The LF ends the line, or the chunk."
    case .chunkDataUnterminated, .contentNotAllowed, .bytesAfterMessage, .notHTTP, .tlsRecord:
      "Everything from here on is leftover."
    case .chunkExtensionInvalid:
      "The extension is taken as it is."
    case .trailerForbidden:
      "The trailer is told; it has no effect on the message."
    case .chunkedContentIncomplete, .headIncomplete, .contentIncomplete:
      "What came is told; the message has no end."
    case .draftEmpty:
      "Nothing is sent yet."
    case .draftBlankLineMissing, .draftContentShort, .draftChunksUnfinished:
      "The server waits."
    case .draftContentLong, .draftContentUnannounced:
      "The server takes the rest for another request."
    case .draftSecondRequest:
      "Both requests are sent."
    case .bareLineFeed:
      "The LF ends the line."
    case .bareCarriageReturn:
      "The CR is read as white space where words are told apart, and as a byte of the part that it stands in."
    case .whitespaceAfterStartLine:
      "The line is told as a field whose name begins with white space; it is taken for no field that matters."
    case .fieldNameEmpty:
      "The field has an empty name."
    case .fieldNameInvalid:
      "The name is taken as it is; it is taken for no field that matters."
    case .fieldSpaceBeforeColon:
      "The name ends before the white space, and the field counts."
    case .fieldColonMissing:
      "The line is a name without a value."
    case .fieldFolded:
      "The next line is a part of the value; the fold is read as a space."
    case .fieldValueNUL, .fieldValueControlByte:
      "The byte is a part of the value."
    case .hostMissing, .hostRepeated, .hostInvalid, .hostEmpty, .hostDiffering:
      "The head is read as it is."
    case .contentLengthInvalid, .contentLengthOverflow:
      "The field counts for nothing; without Transfer-Encoding the content goes on until the connection closes."
    case .contentLengthDiffering:
      "No number counts; without Transfer-Encoding the content goes on until the connection closes."
    case .contentLengthRepeated:
      "The number counts."
    case .contentLengthNotAllowed, .transferEncodingNotAllowed:
      "The field counts for nothing: the response ends at its blank line, or a tunnel begins."
    case .transferEncodingInvalid:
      "The codings that can be read count; the connection is not to be used again."
    case .transferEncodingEmpty:
      "The field counts as one without chunked: the content goes on until the connection closes."
    case .transferEncodingEmptyElement:
      "The empty member is ignored."
    case .transferEncodingParameters:
      "The coding counts, its parameters do not; the connection is not to be used again."
    case .transferEncodingSeveralLines:
      "The fields are one list."
    case .transferEncodingUnknown:
      "The coding is not undone."
    case .transferEncodingChunkedRepeated:
      "The content is read as chunked once."
    case .transferEncodingChunkedNotLast, .transferEncodingUntilClose:
      "The content goes on until the connection closes."
    case .transferEncodingWithContentLength:
      "Transfer-Encoding counts; the connection is not to be used again."
    case .transferEncodingInHTTP10:
      "The field counts; the connection is not to be used again."
    case .connectionInvalid:
      "The options that are tokens count."
    case .connectionEndToEndField:
      "The field that is named is read like any other."
    case .chunkExtensionLimit:
      "Reading goes on; said once in a message."
    case .startLineTooLong, .fieldLineTooLong, .chunkLineTooLong:
      "Reading goes on; said once for the line."
    case .headTooLong:
      "Reading goes on; said once for the head."
    case .tooManyFields:
      "Reading goes on; said once for the message."
    case .trailerTooLong:
      "Reading goes on; said once for the trailer section."
    case .responseUnexpected:
      "The response is read like any other."
    case .switchingProtocols, .tunnelStarts:
      "Everything from here on is content of a tunnel."
    case .emptyLinesBeforeStartLine:
      "The empty line is skipped."
    case .emptyLinesMany:
      "The empty lines are skipped."
    case .methodInvalid:
      "The method is taken as it is."
    case .requestLineWhitespace:
      "Any white space separates; white space at the ends is skipped."
    case .targetMissing:
      "The request has no target."
    case .targetWhitespace:
      "All words between method and version are the target."
    case .targetInvalid, .targetFragment, .targetPercent, .targetBracket, .targetUserInfo, .targetHostEmpty,
      .targetAuthorityInvalid, .connectPortInvalid:
      "The target is taken as it is."
    case .versionMissing:
      "The request is read as one of HTTP/1.1."
    case .versionInvalid, .versionMinorHigher:
      "The message is read as one of HTTP/1.1."
    case .versionUnsupported:
      "The message is read as one of HTTP/1.x; its connection is not to be used again."
    case .statusLineWhitespace:
      "Any white space separates."
    case .statusCodeInvalid:
      "The response is read as one whose status code is not known, with content."
    case .statusCodeOutOfRange:
      "The response is read like any other final one."
    case .reasonSeparatorMissing:
      "The response has no reason."
    case .reasonControlByte:
      "The byte is a part of the reason."
    case .http2Preface:
      "Everything behind the line is leftover."
    case .methodMiscased:
      "The method is taken for one that is not known."
    case .contentLengthMissing:
      "The request has no content."
    case .connectionOptionMissing, .upgradeInHTTP10, .upgradeMissing, .teInvalid, .teChunked, .expectUnknown,
      .expectWithoutContent, .expectInHTTP10:
      "The field has no effect on reading."
    case .trailerUnannounced:
      "The trailers are told."
    case .contentWithoutMeaning, .contentInConnect, .contentInTrace, .contentInReset:
      "The content is read as it is announced."
    case .contentUntilClose:
      "The content ends when the stream does."
    case .messageAfterClose:
      "The message is read like any other."
    case .interimInHTTP10:
      "The response is read like any other interim one."
    case .fieldTooLong:
      "Everything from the field on is leftover."
    case .tooManyInterimResponses:
      "Reading goes on; said once for the responses to a request."
    default: nil
    }
  }
}
