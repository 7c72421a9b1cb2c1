import HTTP2

extension Violation {
  /// What is wrong with single frames and settings.
  static let frames: [Violation] = [
    Violation(code: .frameTooLarge) { $0.frame(.data, stream: 1, payload: [UInt8](repeating: 0, count: 16_385)) },
    Violation(code: .frameTooShort) {
      $0.frame(.headers, flags: [.priority, .endHeaders], stream: 1, payload: [1, 2])
    },
    Violation(code: .frameTooShort) { $0.frame(.data, flags: .padded, stream: 1, payload: []) },
    Violation(code: .frameTooShort) { $0.frame(.goAway, stream: 0, payload: [0, 0, 0, 0]) },
    Violation(code: .frameTooShort) { $0.frame(.pushPromise, flags: .endHeaders, stream: 1, payload: [0, 0]) },
    Violation(code: .frameTooShort, role: .server) { $0.frame(.priorityUpdate, stream: 0, payload: [0]) },
    Violation(code: .frameReservedBit) {
      $0.header(FrameHeader(length: 8, kind: .ping, stream: 0, hasReservedBit: true))
      $0.bytes += [UInt8](repeating: 0, count: 8)
    },
    Violation(code: .frameReservedBit) { $0.frame(.windowUpdate, stream: 0, payload: [0x80, 0, 0, 1]) },
    Violation(code: .frameUndefinedFlags) {
      $0.frame(.windowUpdate, flags: .endStream, stream: 0, payload: [0, 0, 0, 1])
    },
    Violation(code: .frameUnknownKind) { $0.frame(.init(rawValue: 0x2a), stream: 7, payload: [1]) },
    Violation(code: .frameStreamMissing) { $0.headers(response(), stream: 0) },
    Violation(code: .frameStreamMissing) { $0.data("x", stream: 0) },
    Violation(code: .frameStreamNotAllowed) { $0.frame(.ping, stream: 1, payload: [UInt8](repeating: 0, count: 8)) },
    Violation(code: .frameStreamNotAllowed) { $0.frame(.settings, stream: 1, payload: []) },
    Violation(code: .paddingTooLong) { $0.frame(.data, flags: .padded, stream: 1, payload: [9, 1]) },
    Violation(code: .paddingTooLong) { $0.frame(.headers, flags: [.padded, .endHeaders], stream: 1, payload: [1]) },
    Violation(code: .paddingNotZero) {
      $0.frame(.headers, flags: [.padded, .endHeaders], stream: 1, payload: [2] + response() + [0, 1])
    },
    Violation(code: .paddingNotZero) {
      $0.headers(response(), stream: 1)
      $0.frame(.data, flags: .padded, stream: 1, payload: [1, 65, 66])
    },
    Violation(code: .continuationUnexpected) { $0.continuation(response(), stream: 1) },
    Violation(code: .continuationMissing) {
      $0.headers(response().prefix(1), stream: 1, endHeaders: false)
      $0.ping([UInt8](repeating: 0, count: 8))
    },
    Violation(code: .continuationMissing, requests: ["GET", "GET"]) {
      $0.headers(response().prefix(1), stream: 1, endHeaders: false)
      $0.continuation([], stream: 3)
    },
    Violation(code: .prioritySelfDependency) { $0.priority(StreamPriority(dependency: 1), stream: 1) },
    Violation(code: .pingLength) { $0.ping([1]) },
    Violation(code: .pingAcknowledgementUnexpected) {
      $0.ping([UInt8](repeating: 0, count: 8), isAcknowledgement: true)
    },
    Violation(code: .resetLength) { $0.frame(.resetStream, stream: 1, payload: [1]) },
    Violation(code: .priorityLength) { $0.frame(.priority, stream: 1, payload: [1]) },
    Violation(code: .windowUpdateLength) { $0.frame(.windowUpdate, stream: 1, payload: [1]) },
    Violation(code: .windowUpdateZero) { $0.windowUpdate(1, increment: 0) },
    Violation(code: .windowUpdateZero) { $0.windowUpdate(0, increment: 0) },
    Violation(code: .goAwayLastStreamRaised) {
      $0.goAway(last: 1, .noError)
      $0.goAway(last: 3, .noError)
    },
    Violation(code: .goAwayLastStreamParity) { $0.goAway(last: 2, .noError) },
    Violation(code: .alternativeServiceIgnored) { $0.alternativeService(origin: [], value: []) },
    Violation(code: .alternativeServiceIgnored) { $0.frame(.alternativeService, stream: 0, payload: [0, 9]) },
    Violation(code: .originIgnored, role: .server) { $0.origin([[65]]) },
    Violation(code: .originIgnored) { $0.frame(.origin, stream: 0, payload: [0, 9, 1]) },
    Violation(code: .priorityUpdateInvalid) { $0.priorityUpdate(1, value: []) },
    Violation(code: .priorityUpdateInvalid, role: .server) { $0.priorityUpdate(0, value: []) },
    Violation(code: .settingsLength) { $0.frame(.settings, stream: 0, payload: [1]) },
    Violation(code: .settingsAcknowledgementPayload) {
      $0.frame(.settings, flags: .acknowledgement, stream: 0, payload: [0, 0, 0, 0, 0, 0])
    },
    Violation(code: .settingsAcknowledgementUnexpected) { $0.settingsAcknowledgement() },
    Violation(code: .settingsUnknown) { $0.settings([Setting(.init(rawValue: 0xfa), 1)]) },
    Violation(code: .settingsEnablePushInvalid) { $0.settings([Setting(.enablePush, 1)]) },
    Violation(code: .settingsEnablePushInvalid, role: .server) { $0.settings([Setting(.enablePush, 2)]) },
    Violation(code: .settingsWindowTooLarge) { $0.settings([Setting(.initialWindowSize, 0x8000_0000)]) },
    Violation(code: .settingsWindowTooLarge) {
      $0.windowUpdate(1, increment: 0x7fff_ffff - 65_535)
      $0.settings([Setting(.initialWindowSize, 65_536)])
    },
    Violation(code: .settingsFrameSizeInvalid) { $0.settings([Setting(.maxFrameSize, 16_383)]) },
    Violation(code: .settingsConnectProtocolInvalid) { $0.settings([Setting(.enableConnectProtocol, 2)]) },
    Violation(code: .settingsConnectProtocolInvalid) {
      $0.settings([Setting(.enableConnectProtocol, 1)])
      $0.settings([Setting(.enableConnectProtocol, 0)])
    },
    Violation(code: .settingsPrioritiesInvalid) { $0.settings([Setting(.noRFC7540Priorities, 2)]) },
    Violation(code: .settingsPrioritiesInvalid) { $0.settings([Setting(.noRFC7540Priorities, 1)]) },
  ]
}
