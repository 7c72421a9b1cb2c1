/// The values of the fields that framing, routing and reuse depend on.
extension MessageParser {
  mutating func beginKnownField() {
    switch line.field {
    case .contentLength: head.contentLength.beginLine()
    case .transferEncoding: head.transferEncoding.beginLine()
    case .connection: head.options.beginLine()
    case .host: head.host = HostReader()
    case .other, .notInTrailers: line.field = .other
    }
  }

  mutating func takeValueBytes(_ bytes: UnsafeRawPointer, count: Int) {
    for index in 0..<count { takeValueByte(bytes.load(fromByteOffset: index, as: UInt8.self)) }
  }

  mutating func takeValueByte(_ byte: UInt8) {
    switch line.field {
    case .contentLength: head.contentLength.take(byte)
    case .transferEncoding: head.transferEncoding.take(byte)
    case .connection: head.options.take(byte)
    case .host: head.host.take(byte)
    case .other, .notInTrailers: break
    }
  }

  mutating func endKnownField(from start: Int, to end: Int, _ feed: inout ParserFeed) {
    var code = Diagnostic.Code.none
    switch line.field {
    case .contentLength:
      head.hasContentLength = true
      head.contentLengthRange = start..<end
      code = head.contentLength.endLine()
      if code != .none, code != .contentLengthRepeated { head.contentLengthIsUnreadable = true }
    case .transferEncoding:
      head.hasTransferEncoding = true
      head.transferEncodingRange = start..<end
      code = head.transferEncoding.endLine()
    case .connection:
      head.options.endLine()
    case .host:
      head.hostCount += 1
      if kind == .request {
        if head.hostCount > 1 {
          code = .hostRepeated
        } else if !head.host.isValid {
          code = .hostInvalid
        }
      }
    case .other, .notInTrailers:
      break
    }
    if code != .none { report(code, from: start, to: end, &feed) }
  }
}
