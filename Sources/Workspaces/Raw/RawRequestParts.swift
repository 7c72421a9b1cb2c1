import HTTPMessages

/// The parts of one request's bytes.
struct RawRequestParts {
  var method: [UInt8] = []
  var target: [UInt8] = []
  var version: [UInt8] = []
  var fields: [(name: [UInt8], value: [UInt8])] = []
  var content: [UInt8] = []

  /// Reads bytes that are one whole request and nothing more.
  init(_ bytes: [UInt8]) throws(RawRequestError) {
    if let error = DraftCheck.diagnostics(of: bytes).first(where: Self.forbidsForm) { throw .malformed(error) }
    var parser = MessageParser(.request)
    var events = ParseEvents()
    var found: [ParseEvent] = []
    var read = 0
    while read < bytes.count {
      read += bytes.withUnsafeBytes { parser.parse(UnsafeRawBufferPointer(rebasing: $0[read...]), into: &events) }
      found += events
      events.removeAll()
    }
    parser.finish(into: &events)
    found += events

    var messageEnd: Int?
    for event in found {
      if let messageEnd, event.kind != .diagnostic { throw .moreThanOneRequest(offset: messageEnd) }
      switch event.kind {
      case .part: try take(event.part, bytes[event.range])
      case .field:
        if event.isTrailer { throw .trailers }
        fields.append((Array(bytes[event.nameRange]), Array(bytes[event.valueRange])))
      case .messageEnd: messageEnd = event.start
      case .diagnostic, .messageStart, .headEnd: break
      }
    }
    guard messageEnd != nil else {
      throw .malformed(Diagnostic(code: .headIncomplete, range: bytes.count..<bytes.count))
    }
  }

  private mutating func take(_ part: MessagePart, _ bytes: ArraySlice<UInt8>) throws(RawRequestError) {
    switch part {
    case .method: method = Array(bytes)
    case .target: target = Array(bytes)
    case .version: version = Array(bytes)
    case .content: content += bytes
    case .chunkExtension: throw .chunkExtensions
    case .leftover: throw .moreThanOneRequest(offset: bytes.startIndex)
    default: break
    }
  }

  /// Whether a finding means that a form would not send the same; a form can hold odd names and any or no Host.
  private static func forbidsForm(_ diagnostic: Diagnostic) -> Bool {
    switch diagnostic.code {
    case .hostMissing, .hostRepeated, .hostInvalid, .methodInvalid, .fieldNameInvalid, .fieldValueControlByte: false
    default: diagnostic.severity == .error
    }
  }
}
