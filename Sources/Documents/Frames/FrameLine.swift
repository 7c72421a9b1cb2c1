import HTTP2

/// Bytes of a frame, or beside one, that say one thing: what a row of the wire view stands for.
struct FrameLine: Sendable {
  enum Meaning: Sendable {
    case preface
    /// A line of HTTP/1.1, which the connection spoke first.
    case before
    /// The nine bytes before a payload.
    case header(FrameHeader)
    case setting(Setting)
    case priority(StreamPriority)
    case tableSize(Int)
    case field(CodedField)
    case errorCode(HTTP2ErrorCode)
    case number(FramePart.Kind, Int)
    case part(FramePart.Kind)
    /// What has come of a frame that never became whole, or the rest of one that began before the exchange.
    case rest(FrameHeader)
    /// All of a frame of another exchange.
    case otherStream(FrameHeader)
    /// No HTTP/2, and all behind it is not.
    case leftover
  }

  var meaning: Meaning
  /// Offsets in the connection's bytes.
  var range: Range<Int>

  /// Content and bytes of another protocol, whose rows end with their lines.
  var isText: Bool {
    switch meaning {
    case .part(.data), .leftover: true
    default: false
    }
  }

  /// The parts in the line, without gaps.
  var parts: [FramePart] {
    switch meaning {
    case .header(let header):
      var start = header.offset
      return [(FramePart.Kind.length, 3), (.kind, 1), (.flags, 1), (.stream, 4)].map { kind, count in
        defer { start += count }
        return FramePart(kind: kind, range: start..<start + count)
      }
    case .setting:
      let value = range.lowerBound + 2
      return [
        FramePart(kind: .settingIdentifier, range: range.lowerBound..<value),
        FramePart(kind: .settingValue, range: value..<range.upperBound),
      ]
    case .priority:
      let weight = range.upperBound - 1
      return [
        FramePart(kind: .priorityDependency, range: range.lowerBound..<weight),
        FramePart(kind: .priorityWeight, range: weight..<range.upperBound),
      ]
    case .tableSize, .field: return [FramePart(kind: .fragment, range: range)]
    case .errorCode: return [FramePart(kind: .errorCode, range: range)]
    case .number(let kind, _), .part(let kind): return [FramePart(kind: kind, range: range)]
    case .preface, .before, .rest, .otherStream, .leftover: return [FramePart(kind: .unknown, range: range)]
    }
  }
}

extension Frame {
  /// All lines of the frame; `block` is the header block that it begins or goes on with, where that could be read.
  func lines(_ block: HeaderBlock?) -> [FrameLine] {
    var lines = [FrameLine(meaning: .header(header), range: header.range)]
    var settings = (content.settings ?? [])[...]
    for part in parts.dropFirst(4) {
      switch part.kind {
      case .settingIdentifier:
        guard let setting = settings.popFirst() else { continue }
        lines.append(FrameLine(meaning: .setting(setting), range: part.range.lowerBound..<part.range.upperBound + 4))
      case .priorityDependency:
        let whole = part.range.lowerBound..<part.range.upperBound + 1
        lines.append(FrameLine(meaning: priority.map { .priority($0) } ?? .part(part.kind), range: whole))
      case .settingValue, .priorityWeight: continue
      case .fragment: lines += block?.lines(in: part.range) ?? [FrameLine(meaning: .part(.fragment), range: part.range)]
      default: lines.append(FrameLine(meaning: meaning(of: part.kind), range: part.range))
      }
    }
    return lines
  }

  private var priority: StreamPriority? {
    switch content {
    case .headers(let priority, _): priority
    case .priority(let priority): priority
    default: nil
    }
  }

  private func meaning(of kind: FramePart.Kind) -> FrameLine.Meaning {
    switch (kind, content) {
    case (.padLength, _): .number(kind, padding ?? 0)
    case (.errorCode, .resetStream(let code)), (.errorCode, .goAway(_, let code, _)): .errorCode(code)
    case (.lastStream, .goAway(let last, _, _)): .number(kind, Int(last.number))
    case (.windowIncrement, .windowUpdate(let increment)): .number(kind, increment)
    case (.promisedStream, .pushPromise(let promised, _)): .number(kind, Int(promised.number))
    case (.stream, .priorityUpdate(let stream, _)): .number(kind, Int(stream.number))
    default: .part(kind)
    }
  }
}

extension FrameContent {
  fileprivate var settings: [Setting]? {
    if case .settings(let settings) = self { settings } else { nil }
  }
}

extension HeaderBlock {
  /// The lines of the block in one frame's piece of it, without gaps: a field may go on in the next frame.
  func lines(in piece: Range<Int>) -> [FrameLine] {
    var lines: [FrameLine] = []
    var next = piece.lowerBound
    func add(_ meaning: FrameLine.Meaning, _ range: Range<Int>) {
      let range = range.clamped(to: next..<max(next, piece.upperBound))
      guard !range.isEmpty else { return }
      if range.lowerBound > next {
        lines.append(FrameLine(meaning: .part(.fragment), range: next..<range.lowerBound))
      }
      lines.append(FrameLine(meaning: meaning, range: range))
      next = range.upperBound
    }
    for update in tableSizeUpdates { add(.tableSize(update.size), update.range) }
    for field in fields { add(.field(field), field.range) }
    add(.part(.fragment), next..<piece.upperBound)
    return lines
  }
}
