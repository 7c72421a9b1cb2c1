/// Writes frames as bytes, exactly as it is told: nothing is checked, split or mended (RFC 9113 §6).
package struct FrameWriter: Sendable {
  /// What a client sends before its first frame (RFC 9113 §3.4).
  package static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

  /// What was written so far; take it and empty it to write in pieces.
  package var bytes: [UInt8]

  package init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  package mutating func preface() { bytes += Self.preface }

  /// Writes a header; its `offset` counts for nothing.
  package mutating func header(_ header: FrameHeader) {
    number(header.length, 3)
    bytes.append(header.kind.rawValue)
    bytes.append(header.flags.rawValue)
    number(Int(header.stream.number) | (header.hasReservedBit ? 0x8000_0000 : 0), 4)
  }

  /// Writes a frame of any kind and any payload.
  package mutating func frame(
    _ kind: FrameKind, flags: FrameFlags = [], stream: StreamID, payload: some Collection<UInt8>
  ) {
    header(FrameHeader(length: payload.count, kind: kind, flags: flags, stream: stream))
    bytes.append(contentsOf: payload)
  }

  /// Writes DATA; `padding` is a count of bytes up to 255.
  package mutating func data(
    _ content: UnsafeRawBufferPointer, stream: StreamID, endStream: Bool = false, padding: UInt8? = nil
  ) {
    begin(.data, content.count, padding, flags: endStream ? .endStream : [], stream: stream)
    bytes.append(contentsOf: content)
    pad(padding)
  }

  /// Writes HEADERS with a block, or with its beginning.
  package mutating func headers(
    _ fragment: some Collection<UInt8>, stream: StreamID, endStream: Bool = false, endHeaders: Bool = true,
    priority: StreamPriority? = nil, padding: UInt8? = nil
  ) {
    var flags: FrameFlags = endStream ? .endStream : []
    if endHeaders { flags.insert(.endHeaders) }
    if priority != nil { flags.insert(.priority) }
    begin(.headers, fragment.count + (priority == nil ? 0 : 5), padding, flags: flags, stream: stream)
    if let priority { write(priority) }
    bytes.append(contentsOf: fragment)
    pad(padding)
  }

  package mutating func continuation(
    _ fragment: some Collection<UInt8>, stream: StreamID, endHeaders: Bool = true
  ) {
    frame(.continuation, flags: endHeaders ? .endHeaders : [], stream: stream, payload: fragment)
  }

  package mutating func priority(_ priority: StreamPriority, stream: StreamID) {
    header(FrameHeader(length: 5, kind: .priority, stream: stream))
    write(priority)
  }

  package mutating func resetStream(_ stream: StreamID, _ code: HTTP2ErrorCode) {
    header(FrameHeader(length: 4, kind: .resetStream, stream: stream))
    number(Int(code.rawValue), 4)
  }

  package mutating func settings(_ settings: [Setting]) {
    header(FrameHeader(length: settings.count * 6, kind: .settings, stream: .connection))
    bytes += Self.payload(of: settings)
  }

  package mutating func settingsAcknowledgement() {
    header(FrameHeader(length: 0, kind: .settings, flags: .acknowledgement, stream: .connection))
  }

  package mutating func pushPromise(
    _ promised: StreamID, _ fragment: some Collection<UInt8>, stream: StreamID, endHeaders: Bool = true,
    padding: UInt8? = nil
  ) {
    begin(.pushPromise, fragment.count + 4, padding, flags: endHeaders ? .endHeaders : [], stream: stream)
    number(Int(promised.number), 4)
    bytes.append(contentsOf: fragment)
    pad(padding)
  }

  /// Writes PING; `data` is 8 bytes.
  package mutating func ping(_ data: [UInt8], isAcknowledgement: Bool = false) {
    frame(.ping, flags: isAcknowledgement ? .acknowledgement : [], stream: .connection, payload: data)
  }

  package mutating func goAway(last: StreamID, _ code: HTTP2ErrorCode, debugData: [UInt8] = []) {
    header(FrameHeader(length: 8 + debugData.count, kind: .goAway, stream: .connection))
    number(Int(last.number), 4)
    number(Int(code.rawValue), 4)
    bytes += debugData
  }

  package mutating func windowUpdate(_ stream: StreamID, increment: Int) {
    header(FrameHeader(length: 4, kind: .windowUpdate, stream: stream))
    number(increment, 4)
  }

  package mutating func alternativeService(origin: [UInt8], value: [UInt8], stream: StreamID = .connection) {
    header(FrameHeader(length: 2 + origin.count + value.count, kind: .alternativeService, stream: stream))
    number(origin.count, 2)
    bytes += origin + value
  }

  package mutating func origin(_ origins: [[UInt8]]) {
    header(
      FrameHeader(length: origins.reduce(0) { $0 + 2 + $1.count }, kind: .origin, stream: .connection))
    for origin in origins {
      number(origin.count, 2)
      bytes += origin
    }
  }

  package mutating func priorityUpdate(_ stream: StreamID, value: [UInt8]) {
    header(FrameHeader(length: 4 + value.count, kind: .priorityUpdate, stream: .connection))
    number(Int(stream.number), 4)
    bytes += value
  }

  /// The payload of a SETTINGS frame, which the field HTTP2-Settings carries too.
  static func payload(of settings: [Setting]) -> [UInt8] {
    var writer = FrameWriter(capacity: settings.count * 6)
    for setting in settings {
      writer.number(Int(setting.identifier.rawValue), 2)
      writer.number(Int(setting.value), 4)
    }
    return writer.bytes
  }

  private mutating func begin(
    _ kind: FrameKind, _ count: Int, _ padding: UInt8?, flags: FrameFlags, stream: StreamID
  ) {
    let length = count + (padding.map { Int($0) + 1 } ?? 0)
    header(
      FrameHeader(length: length, kind: kind, flags: padding == nil ? flags : flags.union(.padded), stream: stream))
    if let padding { bytes.append(padding) }
  }

  private mutating func pad(_ padding: UInt8?) {
    bytes.append(contentsOf: repeatElement(0, count: Int(padding ?? 0)))
  }

  private mutating func write(_ priority: StreamPriority) {
    number(Int(priority.dependency.number) | (priority.isExclusive ? 0x8000_0000 : 0), 4)
    bytes.append(UInt8(clamping: priority.weight - 1))
  }

  private mutating func number(_ value: Int, _ count: Int) {
    for place in (0..<count).reversed() { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
  }
}
