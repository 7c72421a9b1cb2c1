/// Reads the frames of one direction of a connection from a stream of bytes, in any pieces (RFC 9113 §4).
///
/// Events carry offsets in the stream, counted from its first byte; but for the pieces of content they are the same
/// however the stream is cut. Content is told as ranges and never kept; of other frames the payload is kept until the
/// frame is whole, so that a reader takes at most `maxFrameSize` bytes. Reading goes on behind every error, as far as
/// frames can be told apart; what to do about one is the caller's business.
package struct FrameReader: Sendable {
  private enum State: Sendable {
    /// In the preface: so many of its bytes have come.
    case preface(Int)
    case header
    /// In a payload that is kept.
    case payload
    /// In a payload that is skipped.
    case skipped(remaining: Int)
    case padLength
    case data(remaining: Int)
    case padding(remaining: Int)
    case leftover
  }

  /// Who sends the bytes.
  package let sender: HTTP2Role
  /// Count of bytes read so far: the offset of the next byte.
  package private(set) var offset: Int
  /// Bytes of payload that a frame may have, as the receiver has announced.
  package var maxFrameSize: Int

  private var state: State
  private var header = FrameHeader(length: 0, kind: .data, stream: 0)
  /// The bytes of a header or of a kept payload.
  private var kept: [UInt8] = []
  private var padding: Int?
  private var hasPaddingBytes = false
  /// The stream whose header block goes on in the next frame.
  private var openBlock: StreamID?
  private var isFirstFrame = true

  /// - Parameters:
  ///   - sender: Who sends the bytes.
  ///   - maxFrameSize: SETTINGS\_MAX\_FRAME\_SIZE of the receiver, in bytes.
  ///   - offset: Offset of the first byte that will be read.
  package init(from sender: HTTP2Role, maxFrameSize: Int = 16_384, offset: Int = 0) {
    self.sender = sender
    self.maxFrameSize = maxFrameSize
    self.offset = offset
    state = sender == .client ? .preface(0) : .header
  }

  /// True between two frames that do not share a header block.
  package var isAtBoundary: Bool {
    if case .header = state { return kept.isEmpty && openBlock == nil }
    return false
  }

  /// Bytes that are kept of the frame under way.
  package var keptCount: Int { kept.count }

  /// The frame whose payload is being read; nil between frames.
  package var current: FrameHeader? {
    switch state {
    case .payload, .skipped, .padLength, .data, .padding: header
    case .preface, .header, .leftover: nil
    }
  }

  /// Reads all bytes and adds events.
  package mutating func read(_ bytes: UnsafeRawBufferPointer, into events: inout [FrameEvent]) {
    var index = 0
    while index < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[index...])
      let count = step(rest, &events)
      index += count
      offset += count
    }
  }

  /// Reads some bytes, at least one, in the present state.
  private mutating func step(_ bytes: UnsafeRawBufferPointer, _ events: inout [FrameEvent]) -> Int {
    switch state {
    case .preface(let matched): return readPreface(bytes, matched, &events)
    case .header: return readHeader(bytes, &events)
    case .payload:
      let count = min(bytes.count, header.length - kept.count)
      kept.append(contentsOf: bytes[..<count])
      if kept.count == header.length { endPayload(&events) }
      return count
    case .skipped(let remaining):
      let count = min(bytes.count, remaining)
      if count == remaining { end(.unreadable, &events) } else { state = .skipped(remaining: remaining - count) }
      return count
    case .padLength:
      readPadLength(bytes[0], &events)
      return 1
    case .data(let remaining):
      let count = min(bytes.count, remaining)
      events.append(.data(header.stream, offset..<(offset + count)))
      state = .data(remaining: remaining - count)
      if count == remaining { beginPadding(&events) }
      return count
    case .padding(let remaining):
      let count = min(bytes.count, remaining)
      if bytes[..<count].contains(where: { $0 != 0 }) { hasPaddingBytes = true }
      state = .padding(remaining: remaining - count)
      if count == remaining { endData(&events) }
      return count
    case .leftover:
      events.append(.leftover(offset..<(offset + bytes.count)))
      return bytes.count
    }
  }

  /// Jumps over the content that comes next, as if it had been read; returns its count of bytes.
  ///
  /// A view that looks for a frame needs no content on its way.
  package mutating func skipContent(into events: inout [FrameEvent]) -> Int {
    guard case .data(let remaining) = state else { return 0 }
    offset += remaining
    state = .data(remaining: 0)
    beginPadding(&events)
    return remaining
  }

  // MARK: The beginning

  private mutating func readPreface(
    _ bytes: UnsafeRawBufferPointer, _ matched: Int, _ events: inout [FrameEvent]
  ) -> Int {
    let wanted = FrameWriter.preface[matched...]
    let same = zip(wanted, bytes).prefix { $0 == $1 }.count
    kept.append(contentsOf: bytes[..<same])
    guard same == wanted.count || same == bytes.count else {
      return refusePreface(bytes, from: same, &events)
    }
    state = .preface(matched + same)
    if same == wanted.count {
      kept.removeAll(keepingCapacity: true)
      events.append(.preface((offset + same - FrameWriter.preface.count)..<(offset + same)))
      state = .header
    }
    return same
  }

  /// What follows is no HTTP/2; its first bytes tell what it is instead.
  private mutating func refusePreface(
    _ bytes: UnsafeRawBufferPointer, from index: Int, _ events: inout [FrameEvent]
  ) -> Int {
    let start = offset + index - kept.count
    let first = kept.first ?? bytes[index]
    let code: HTTP2Diagnostic.Code =
      if first == 0x16 || first == 0x15 {
        .prefaceTLS
      } else if kept.count < 4, Byte.isCapital(first) {
        // A method of HTTP/1 is in capitals, as the preface is.
        .prefaceHTTP1
      } else {
        .prefaceInvalid
      }
    report(code, start..<(offset + index + 1), &events)
    state = .leftover
    events.append(.leftover(start..<(offset + bytes.count)))
    kept.removeAll()
    return bytes.count
  }

  // MARK: Headers

  private mutating func readHeader(_ bytes: UnsafeRawBufferPointer, _ events: inout [FrameEvent]) -> Int {
    let count = min(bytes.count, FrameHeader.size - kept.count)
    kept.append(contentsOf: bytes[..<count])
    guard kept.count == FrameHeader.size else { return count }
    let start = offset + count - FrameHeader.size
    if isFirstFrame, sender == .server, let code = otherProtocol {
      report(code, start..<(start + FrameHeader.size), &events)
      events.append(.leftover(start..<(offset + count)))
      state = .leftover
      return count
    }
    header = FrameHeader(kept, at: start)
    kept.removeAll(keepingCapacity: true)
    padding = nil
    hasPaddingBytes = false
    let isReadable = checkHeader(&events)
    events.append(.started(header))
    begin(isReadable: isReadable, &events)
    return count
  }

  /// What the first nine bytes of a server are, if they are a response of HTTP/1 or a record of TLS.
  private var otherProtocol: HTTP2Diagnostic.Code? {
    if kept.starts(with: "HTTP/1.".utf8) { return .prefaceHTTP1 }
    // Alert or handshake of TLS 1.x.
    return (kept[0] == 0x15 || kept[0] == 0x16) && kept[1] == 3 && kept[2] <= 4 ? .prefaceTLS : nil
  }

  /// Reports what is wrong with the header; false where the payload is not to be read.
  private mutating func checkHeader(_ events: inout [FrameEvent]) -> Bool {
    let kind = header.kind
    let range = header.range
    if isFirstFrame {
      isFirstFrame = false
      if kind != .settings || header.flags.contains(.acknowledgement) {
        report(.prefaceSettingsMissing, range, &events)
      }
    }
    if header.hasReservedBit { report(.frameReservedBit, (range.upperBound - 4)..<range.upperBound, &events) }
    checkContinuation(&events)
    guard header.length <= maxFrameSize else {
      report(.frameTooLarge, range.lowerBound..<(range.lowerBound + 3), &events)
      return false
    }
    guard kind.isKnown else {
      report(.frameUnknownKind, (range.lowerBound + 3)..<(range.lowerBound + 4), &events)
      return false
    }
    let defined = kind.definedFlags.reduce(into: FrameFlags()) { $0.formUnion($1.flag) }
    if !header.flags.isSubset(of: defined) {
      report(.frameUndefinedFlags, (range.lowerBound + 4)..<(range.lowerBound + 5), &events)
    }
    if let isAboutConnection = kind.isAboutConnection, isAboutConnection != header.stream.isConnection {
      report(
        isAboutConnection ? .frameStreamNotAllowed : .frameStreamMissing,
        (range.upperBound - 4)..<range.upperBound, &events)
      return false
    }
    return true
  }

  private mutating func checkContinuation(_ events: inout [FrameEvent]) {
    if let openBlock {
      if header.kind != .continuation || header.stream != openBlock {
        report(.continuationMissing, header.range, &events)
        self.openBlock = nil
      }
    } else if header.kind == .continuation {
      report(.continuationUnexpected, header.range, &events)
    }
    switch header.kind {
    case .headers, .pushPromise, .continuation:
      openBlock = header.flags.contains(.endHeaders) ? nil : header.stream
    default: break
    }
  }

  private mutating func begin(isReadable: Bool, _ events: inout [FrameEvent]) {
    if !isReadable {
      state = .skipped(remaining: header.length)
    } else if header.kind != .data {
      state = .payload
    } else if header.flags.contains(.padded) {
      state = .padLength
    } else {
      state = .data(remaining: header.length)
    }
    guard header.length == 0 else { return }
    switch state {
    case .skipped: end(.unreadable, &events)
    case .padLength:
      report(.frameTooShort, header.range, &events)
      end(.unreadable, &events)
    case .payload: endPayload(&events)
    default: endData(&events)
    }
  }

  // MARK: Payloads

  private mutating func readPadLength(_ length: UInt8, _ events: inout [FrameEvent]) {
    let content = header.length - 1 - Int(length)
    guard content >= 0 else {
      report(.paddingTooLong, offset..<(offset + 1), &events)
      if header.length == 1 { return end(.unreadable, &events) }
      state = .skipped(remaining: header.length - 1)
      return
    }
    padding = Int(length)
    state = .data(remaining: content)
    if content == 0 { beginPadding(&events) }
  }

  private mutating func beginPadding(_ events: inout [FrameEvent]) {
    let count = padding ?? 0
    if count == 0 { endData(&events) } else { state = .padding(remaining: count) }
  }

  private mutating func endData(_ events: inout [FrameEvent]) {
    if hasPaddingBytes { report(.paddingNotZero, (header.end - (padding ?? 0))..<header.end, &events) }
    end(.data, &events)
  }

  private mutating func endPayload(_ events: inout [FrameEvent]) {
    var reader = PayloadReader(header, kept, from: sender)
    let content = reader.read()
    padding = reader.padding
    events += reader.diagnostics.map { .diagnostic($0) }
    end(content, &events)
  }

  private mutating func end(_ content: FrameContent, _ events: inout [FrameEvent]) {
    kept.removeAll(keepingCapacity: true)
    let isUnknown = content == .unreadable && !header.kind.isKnown
    events.append(.frame(Frame(header: header, padding: padding, content: isUnknown ? .unknown : content)))
    state = .header
  }

  private func report(_ code: HTTP2Diagnostic.Code, _ range: Range<Int>, _ events: inout [FrameEvent]) {
    events.append(.diagnostic(HTTP2Diagnostic(code, range, stream: header.stream)))
  }
}
