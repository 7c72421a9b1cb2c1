/// A part of a frame, and its bytes.
package struct FramePart: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, Hashable {
    case length, kind, flags, stream
    case padLength, priorityDependency, priorityWeight, promisedStream, fragment, data, padding
    case settingIdentifier, settingValue, errorCode, lastStream, debugData, pingData, windowIncrement
    case originLength, originText, fieldValue, unknown

    /// The part in words.
    package var name: String {
      switch self {
      case .length: "length"
      case .kind: "type"
      case .flags: "flags"
      case .stream: "stream"
      case .padLength: "pad length"
      case .priorityDependency: "stream dependency"
      case .priorityWeight: "weight"
      case .promisedStream: "promised stream"
      case .fragment: "header block"
      case .data: "content"
      case .padding: "padding"
      case .settingIdentifier: "setting"
      case .settingValue: "value"
      case .errorCode: "error code"
      case .lastStream: "last stream"
      case .debugData: "debug data"
      case .pingData: "ping data"
      case .windowIncrement: "window increment"
      case .originLength: "origin length"
      case .originText: "origin"
      case .fieldValue: "field value"
      case .unknown: "payload"
      }
    }
  }

  package var kind: Kind
  /// Offsets in the stream.
  package var range: Range<Int>

  package init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

extension Frame {
  /// All parts of the frame, without gaps; empty ones are left out.
  package var parts: [FramePart] {
    var walk = FramePartWalk(header)
    switch content {
    case .unknown, .unreadable: break
    default: walk.readPayload(of: self)
    }
    walk.take(.unknown, walk.rest)
    return walk.parts
  }
}

/// Cuts a frame into its parts.
private struct FramePartWalk {
  private let end: Int
  private var offset: Int
  private(set) var parts: [FramePart] = []

  init(_ header: FrameHeader) {
    offset = header.offset
    end = header.end
    take(.length, 3)
    take(.kind, 1)
    take(.flags, 1)
    take(.stream, 4)
  }

  var rest: Int { end - offset }

  mutating func take(_ kind: FramePart.Kind, _ count: Int) {
    let count = min(count, rest)
    guard count > 0 else { return }
    parts.append(FramePart(kind: kind, range: offset..<(offset + count)))
    offset += count
  }

  mutating func readPayload(of frame: Frame) {
    if frame.padding != nil { take(.padLength, 1) }
    let padding = frame.padding ?? 0
    switch frame.content {
    case .data:
      take(.data, rest - padding)
    case .headers(let priority, _):
      if priority != nil { takePriority() }
      take(.fragment, rest - padding)
    case .priority:
      takePriority()
    case .resetStream:
      take(.errorCode, 4)
    case .settings(let settings):
      for _ in settings {
        take(.settingIdentifier, 2)
        take(.settingValue, 4)
      }
    case .pushPromise:
      take(.promisedStream, 4)
      take(.fragment, rest - padding)
    case .ping:
      take(.pingData, 8)
    case .goAway:
      take(.lastStream, 4)
      take(.errorCode, 4)
      take(.debugData, rest)
    case .windowUpdate:
      take(.windowIncrement, 4)
    case .continuation:
      take(.fragment, rest)
    case .alternativeService(let origin, _):
      take(.originLength, 2)
      take(.originText, origin.count)
      take(.fieldValue, rest)
    case .origin(let origins):
      for origin in origins {
        take(.originLength, 2)
        take(.originText, origin.count)
      }
    case .priorityUpdate:
      take(.stream, 4)
      take(.fieldValue, rest)
    case .unknown, .unreadable:
      break
    }
    if padding > 0 { take(.padding, padding) }
  }

  private mutating func takePriority() {
    take(.priorityDependency, 4)
    take(.priorityWeight, 1)
  }
}
