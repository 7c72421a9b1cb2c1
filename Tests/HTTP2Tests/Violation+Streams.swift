import HTTP2

extension Violation {
  /// What is wrong with header blocks' coding, with streams and with windows, and what meets a limit.
  static let streams: [Violation] = [
    Violation(code: .hpackIntegerTooLarge) { $0.headers(hex("ff 8080808080 01"), stream: 1) },
    Violation(code: .hpackTruncated) { $0.headers(hex("40 05 61"), stream: 1) },
    Violation(code: .hpackHuffmanEnd) { $0.headers(hex("00 84 ffffffff 00"), stream: 1) },
    Violation(code: .hpackHuffmanPadding) { $0.headers(hex("00 81 00 00"), stream: 1) },
    Violation(code: .hpackIndexInvalid) { $0.headers([0xbe], stream: 1) },
    Violation(code: .hpackTableSizeTooLarge) { $0.headers(hex("3f e2 1f"), stream: 1) },
    Violation(code: .hpackTableSizeMisplaced) { $0.headers(hex("88 20"), stream: 1) },
    Violation(code: .hpackTableSizeMissing, configuration: { $0.settings.headerTableSize = 100 }) {
      $0.headers([0x88], stream: 1)
    },
    Violation(code: .pushPromiseRefused) { $0.pushPromise(2, request(), stream: 1) },
    Violation(code: .pushPromiseRefused, role: .server) {
      $0.headers(request(), stream: 1)
      $0.pushPromise(2, request(), stream: 1)
    },
    Violation(code: .streamIdle) { $0.headers(response(), stream: 5) },
    Violation(code: .streamIdle) { $0.headers(response(), stream: 2) },
    Violation(code: .streamIdle) { $0.data("x", stream: 5) },
    Violation(code: .streamIdle) { $0.windowUpdate(5, increment: 1) },
    Violation(code: .streamIdle) { $0.resetStream(5, .cancel) },
    Violation(code: .streamNumberParity, role: .server) { $0.headers(request(), stream: 2) },
    Violation(code: .streamNumberUsed, role: .server) {
      $0.headers(request(), stream: 5, endStream: true)
      $0.headers(request(), stream: 3, endStream: true)
    },
    Violation(code: .streamHalfClosed, role: .server) {
      $0.headers(request(), stream: 1, endStream: true)
      $0.data("x", stream: 1)
    },
    Violation(code: .streamHalfClosed, role: .server) {
      $0.headers(request(), stream: 1, endStream: true)
      $0.headers(fields(("a", "b")), stream: 1, endStream: true)
    },
    Violation(code: .streamClosed) {
      $0.headers(response(), stream: 1, endStream: true)
      $0.data("x", stream: 1)
    },
    Violation(code: .streamClosed) {
      $0.resetStream(1, .internalError)
      $0.headers(response(), stream: 1)
    },
    Violation(code: .streamAfterReset, others: [.fieldNameUppercase]) {
      $0.headers(response(("A", "")), stream: 1)
      $0.data("x", stream: 1)
    },
    Violation(code: .streamLimit, role: .server, configuration: { $0.settings.maxConcurrentStreams = 1 }) {
      $0.headers(request(), stream: 1)
      $0.headers(request(), stream: 3)
    },
    Violation(code: .flowConnectionExceeded, configuration: { $0.connectionWindow = 65_535 }) { writer in
      writer.headers(response(), stream: 1)
      for _ in 0..<5 { writer.data(String(repeating: "x", count: 16_000), stream: 1) }
    },
    Violation(code: .flowStreamExceeded, configuration: { $0.settings.initialWindowSize = 3 }) {
      $0.headers(response(), stream: 1)
      $0.data("four", stream: 1)
    },
    Violation(code: .flowWindowOverflow) { $0.windowUpdate(0, increment: 0x7fff_ffff) },
    Violation(code: .flowWindowOverflow) { $0.windowUpdate(1, increment: 0x7fff_ffff) },
    Violation(code: .headerBlockTooLong, configuration: { $0.limits.continuationCount = 1_000 }) { writer in
      writer.headers([], stream: 1, endHeaders: false)
      for _ in 0..<4 { writer.continuation([UInt8](repeating: 0x88, count: 9_000), stream: 1, endHeaders: false) }
    },
    Violation(code: .continuationsTooMany) { writer in
      writer.headers(response(), stream: 1, endHeaders: false)
      for _ in 0..<6 { writer.continuation([0x88], stream: 1, endHeaders: false) }
    },
    Violation(code: .headerListTooLong) {
      $0.headers(response(("a", String(repeating: "x", count: 9_000))), stream: 1)
    },
    Violation(code: .headerListTooLong, role: .server) {
      $0.headers(request(("a", String(repeating: "x", count: 9_000))), stream: 1, endStream: true)
    },
    Violation(code: .headerFieldsTooMany) {
      $0.headers(plainBlock((0..<60).map { ("a\($0)", "") }), stream: 1)
    },
    Violation(code: .tableSizeUpdatesTooMany) { $0.headers(hex("20 20 20 88"), stream: 1) },
    Violation(code: .settingsTooMany) { $0.settings((0..<11).map { _ in Setting(.maxFrameSize, 16_384) }) },
    Violation(code: .controlFramesTooMany) { writer in
      for _ in 0..<25 { writer.ping([UInt8](repeating: 0, count: 8)) }
    },
    Violation(code: .controlFramesTooMany) { writer in for _ in 0..<25 { writer.settings([]) } },
    Violation(code: .controlFramesTooMany) { writer in
      for _ in 0..<25 { writer.priority(StreamPriority(), stream: 1) }
    },
    Violation(code: .emptyFramesTooMany) { writer in
      writer.headers(response(), stream: 1)
      for _ in 0..<25 { writer.data("", stream: 1) }
    },
    Violation(code: .resetsTooMany, role: .server) { writer in
      for number in 0..<8 {
        writer.headers(request(), stream: StreamID(UInt32(number * 2 + 1)), endStream: true)
        writer.resetStream(StreamID(UInt32(number * 2 + 1)), .cancel)
      }
    },
    Violation(
      code: .resetsTooMany, role: .server, others: [HTTP2Diagnostic.Code](repeating: .windowUpdateZero, count: 6)
    ) { writer in
      for number in 0..<8 {
        writer.headers(request(), stream: StreamID(UInt32(number * 2 + 1)), endStream: true)
        writer.windowUpdate(StreamID(UInt32(number * 2 + 1)), increment: 0)
      }
    },
    Violation(code: .answersUnread, configuration: { $0.limits.unreadAnswers = 100 }) { writer in
      for _ in 0..<10 { writer.ping([UInt8](repeating: 0, count: 8)) }
    },
  ]
}
