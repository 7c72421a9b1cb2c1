extension HTTP2Diagnostic {
  /// Every finding that there is; the facts about each stand in `facts`.
  package enum Code: UInt8, Sendable, Hashable, CaseIterable {
    case prefaceInvalid
    case prefaceHTTP1
    case prefaceTLS
    case prefaceSettingsMissing
    case frameTooLarge
    case frameTooShort
    case frameReservedBit
    case frameUndefinedFlags
    case frameUnknownKind
    case frameStreamMissing
    case frameStreamNotAllowed
    case paddingTooLong
    case paddingNotZero
    case continuationUnexpected
    case continuationMissing
    case prioritySelfDependency
    case pingLength
    case pingAcknowledgementUnexpected
    case resetLength
    case priorityLength
    case windowUpdateLength
    case windowUpdateZero
    case goAwayLastStreamRaised
    case goAwayLastStreamParity
    case alternativeServiceIgnored
    case originIgnored
    case priorityUpdateInvalid
    case settingsLength
    case settingsAcknowledgementPayload
    case settingsAcknowledgementUnexpected
    case settingsAcknowledgementMissing
    case settingsUnknown
    case settingsEnablePushInvalid
    case settingsWindowTooLarge
    case settingsFrameSizeInvalid
    case settingsConnectProtocolInvalid
    case settingsPrioritiesInvalid
    case hpackIntegerTooLarge
    case hpackTruncated
    case hpackHuffmanEnd
    case hpackHuffmanPadding
    case hpackIndexInvalid
    case hpackTableSizeTooLarge
    case hpackTableSizeMisplaced
    case hpackTableSizeMissing
    case pushPromiseRefused
    case streamIdle
    case streamNumberParity
    case streamNumberUsed
    case streamHalfClosed
    case streamClosed
    case streamAfterReset
    case streamLimit
    case streamAfterGoAway
    case flowConnectionExceeded
    case flowStreamExceeded
    case flowWindowOverflow
    case fieldNameEmpty
    case fieldNameUppercase
    case fieldNameInvalid
    case fieldNameNotToken
    case fieldValueForbiddenByte
    case fieldValueWhitespace
    case fieldConnectionSpecific
    case fieldTEInvalid
    case pseudoFieldMisplaced
    case pseudoFieldUnknown
    case pseudoFieldRepeated
    case pseudoFieldMissing
    case pseudoFieldStatusMissing
    case pathInvalid
    case connectFieldsInvalid
    case protocolNotAllowed
    case statusInvalid
    case statusSwitchingProtocols
    case authorityUserInformation
    case authorityHostDiffering
    case authorityMissing
    case contentLengthInvalid
    case contentLengthDiffering
    case contentNotAllowed
    case contentBeforeHead
    case interimEndsStream
    case trailersWithoutEnd
    case headerBlockTooLong
    case continuationsTooMany
    case headerListTooLong
    case headerFieldsTooMany
    case tableSizeUpdatesTooMany
    case settingsTooMany
    case controlFramesTooMany
    case emptyFramesTooMany
    case resetsTooMany
    case answersUnread

    /// A stable name for programs, such as "frame.too-large".
    package var identifier: String { facts.identifier }

    package var severity: Severity { facts.severity }

    package var rule: Rule { facts.rule }

    /// What becomes of the stream or connection.
    package var effect: Effect { facts.effect }

    /// A sentence for a person.
    package var message: String { facts.message }

    /// True where a limit of the configuration was met rather than a rule broken.
    package var isLimit: Bool { identifier.hasPrefix("limit.") }
  }
}
