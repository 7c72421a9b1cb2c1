/// Reads the payload of a whole frame other than DATA (RFC 9113 §6).
struct PayloadReader {
  private let header: FrameHeader
  private let bytes: [UInt8]
  private let sender: HTTP2Role
  /// The payload without pad length and padding.
  private var body: Range<Int>
  private(set) var padding: Int?
  private(set) var diagnostics: [HTTP2Diagnostic] = []

  init(_ header: FrameHeader, _ bytes: [UInt8], from sender: HTTP2Role) {
    self.header = header
    self.bytes = bytes
    self.sender = sender
    body = 0..<bytes.count
  }

  /// What the frame says; `unreadable` where a diagnostic tells why.
  mutating func read() -> FrameContent {
    switch header.kind {
    case .headers: readHeaders()
    case .priority: readPriority()
    case .resetStream: readReset()
    case .settings: readSettings()
    case .pushPromise: readPushPromise()
    case .ping: readPing()
    case .goAway: readGoAway()
    case .windowUpdate: readWindowUpdate()
    case .continuation: .continuation(fragment: bytes)
    case .alternativeService: readAlternativeService()
    case .origin: readOrigin()
    case .priorityUpdate: readPriorityUpdate()
    default: .unknown
    }
  }

  // MARK: Header blocks

  private mutating func readHeaders() -> FrameContent {
    guard removePadding() else { return .unreadable }
    var priority: StreamPriority?
    if header.flags.contains(.priority) {
      guard body.count >= 5 else { return refuse(.frameTooShort) }
      priority = self.priority(at: body.lowerBound)
      body = (body.lowerBound + 5)..<body.upperBound
    }
    return .headers(priority: priority, fragment: Array(bytes[body]))
  }

  private mutating func readPushPromise() -> FrameContent {
    guard removePadding() else { return .unreadable }
    guard body.count >= 4 else { return refuse(.frameTooShort) }
    let promised = stream(at: body.lowerBound)
    return .pushPromise(promised: promised, fragment: Array(bytes[(body.lowerBound + 4)..<body.upperBound]))
  }

  /// Takes the padding off the body; false where there is more of it than payload.
  private mutating func removePadding() -> Bool {
    guard header.flags.contains(.padded) else { return true }
    guard let first = bytes.first else {
      report(.frameTooShort, body)
      return false
    }
    let count = Int(first)
    let fixed =
      (header.flags.contains(.priority) && header.kind == .headers ? 5 : 0) + (header.kind == .pushPromise ? 4 : 0)
    guard 1 + fixed + count <= bytes.count else {
      report(.paddingTooLong, 0..<1)
      return false
    }
    padding = count
    body = 1..<(bytes.count - count)
    if bytes[body.upperBound...].contains(where: { $0 != 0 }) {
      report(.paddingNotZero, body.upperBound..<bytes.count)
    }
    return true
  }

  private mutating func priority(at index: Int) -> StreamPriority {
    let priority = StreamPriority(bytes, at: index)
    if priority.dependency == header.stream { report(.prioritySelfDependency, index..<(index + 4)) }
    return priority
  }

  // MARK: Frames of fixed size

  private mutating func readPriority() -> FrameContent {
    bytes.count == 5 ? .priority(priority(at: 0)) : refuse(.priorityLength)
  }

  private mutating func readReset() -> FrameContent {
    guard bytes.count == 4 else { return refuse(.resetLength) }
    return .resetStream(HTTP2ErrorCode(rawValue: bytes.number(at: 0, count: 4)))
  }

  private mutating func readPing() -> FrameContent {
    bytes.count == 8 ? .ping(bytes) : refuse(.pingLength)
  }

  private mutating func readWindowUpdate() -> FrameContent {
    guard bytes.count == 4 else { return refuse(.windowUpdateLength) }
    let increment = Int(stream(at: 0).number)
    if increment == 0 { report(.windowUpdateZero, body) }
    return .windowUpdate(increment: increment)
  }

  private mutating func readGoAway() -> FrameContent {
    guard bytes.count >= 8 else { return refuse(.frameTooShort) }
    let last = stream(at: 0)
    if !last.isConnection, last != .last, sender.opens(last) { report(.goAwayLastStreamParity, 0..<4) }
    return .goAway(
      last: last, code: HTTP2ErrorCode(rawValue: bytes.number(at: 4, count: 4)), debugData: Array(bytes[8...]))
  }

  // MARK: Settings

  private mutating func readSettings() -> FrameContent {
    if header.flags.contains(.acknowledgement) {
      return bytes.isEmpty ? .settings([]) : refuse(.settingsAcknowledgementPayload)
    }
    guard bytes.count % 6 == 0 else { return refuse(.settingsLength) }
    let settings = stride(from: 0, to: bytes.count, by: 6).map { index in
      let identifier = Setting.Identifier(rawValue: UInt16(truncatingIfNeeded: bytes.number(at: index, count: 2)))
      let setting = Setting(identifier, bytes.number(at: index + 2, count: 4))
      let isPushOfServer = identifier == .enablePush && setting.value == 1 && sender == .server
      if let violation = setting.violation ?? (isPushOfServer ? .settingsEnablePushInvalid : nil) {
        report(violation, index..<(index + 6))
      }
      if !identifier.isKnown { report(.settingsUnknown, index..<(index + 6)) }
      return setting
    }
    return .settings(settings)
  }

  // MARK: Extensions

  private mutating func readAlternativeService() -> FrameContent {
    let originEnd = 2 + Int(bytes.number(at: 0, count: 2))
    guard bytes.count >= 2, originEnd <= bytes.count else {
      report(.alternativeServiceIgnored, body)
      return .unreadable
    }
    let origin = Array(bytes[2..<originEnd])
    if sender == .client || origin.isEmpty == header.stream.isConnection { report(.alternativeServiceIgnored, body) }
    return .alternativeService(origin: origin, value: Array(bytes[originEnd...]))
  }

  private mutating func readOrigin() -> FrameContent {
    if sender == .client || !header.stream.isConnection { report(.originIgnored, body) }
    var origins: [[UInt8]] = []
    var index = 0
    while index < bytes.count {
      let start = index + 2
      let end = start + Int(bytes.number(at: index, count: 2))
      guard end <= bytes.count else {
        report(.originIgnored, index..<bytes.count)
        return .unreadable
      }
      origins.append(Array(bytes[start..<end]))
      index = end
    }
    return .origin(origins)
  }

  private mutating func readPriorityUpdate() -> FrameContent {
    guard bytes.count >= 4 else { return refuse(.frameTooShort) }
    let stream = stream(at: 0)
    if sender == .server || stream.isConnection { report(.priorityUpdateInvalid, 0..<4) }
    return .priorityUpdate(stream, value: Array(bytes[4...]))
  }

  // MARK: Findings

  /// A stream's number at an index.
  private mutating func stream(at index: Int) -> StreamID {
    let number = bytes.number(at: index, count: 4)
    if number > 0x7fff_ffff { report(.frameReservedBit, index..<(index + 4)) }
    return StreamID(number)
  }

  private mutating func refuse(_ code: HTTP2Diagnostic.Code) -> FrameContent {
    report(code, body)
    return .unreadable
  }

  /// Reports about bytes of the payload.
  private mutating func report(_ code: HTTP2Diagnostic.Code, _ range: Range<Int>) {
    let start = header.payloadStart
    diagnostics.append(
      HTTP2Diagnostic(
        code, (start + range.lowerBound)..<(start + range.upperBound), stream: header.stream))
  }
}
