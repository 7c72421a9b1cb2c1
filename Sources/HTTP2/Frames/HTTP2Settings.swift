/// The parameters of one side, with the values that hold where it said nothing (RFC 9113 §6.5.2).
package struct HTTP2Settings: Sendable, Hashable {
  /// Bytes that the other side's HPACK table may take.
  package var headerTableSize = 4096
  package var enablesPush = true
  /// Streams that the other side may have open at once; nil for no limit.
  package var maxConcurrentStreams: Int?
  /// Bytes that the other side may send on a new stream.
  package var initialWindowSize = 65_535
  /// Bytes of payload that a frame of the other side may have.
  package var maxFrameSize = 16_384
  /// Bytes of a header section that this side will read, as `HeaderField.size` counts; nil for no limit.
  package var maxHeaderListSize: Int?
  /// Whether CONNECT with `:protocol` may be sent (RFC 8441 §3).
  package var enablesConnectProtocol = false
  /// Whether the priorities of RFC 7540 mean nothing to this side (RFC 9218 §2.1).
  package var ignoresPriorities = false

  package init() {}

  /// Takes over one parameter, whose value is valid; unknown ones change nothing.
  package mutating func apply(_ setting: Setting) {
    let value = Int(setting.value)
    switch setting.identifier {
    case .headerTableSize: headerTableSize = value
    case .enablePush: enablesPush = value == 1
    case .maxConcurrentStreams: maxConcurrentStreams = value
    case .initialWindowSize: initialWindowSize = value
    case .maxFrameSize: maxFrameSize = value
    case .maxHeaderListSize: maxHeaderListSize = value
    case .enableConnectProtocol: enablesConnectProtocol = value == 1
    case .noRFC7540Priorities: ignoresPriorities = value == 1
    default: break
    }
  }

  /// The parameters that tell a side with `known` settings of these.
  package func changes(from known: HTTP2Settings = HTTP2Settings()) -> [Setting] {
    var list: [Setting] = []
    func add(_ identifier: Setting.Identifier, _ new: Int?, _ old: Int?) {
      if let new, new != old { list.append(Setting(identifier, UInt32(clamping: new))) }
    }
    add(.headerTableSize, headerTableSize, known.headerTableSize)
    add(.enablePush, enablesPush ? 1 : 0, known.enablesPush ? 1 : 0)
    add(.maxConcurrentStreams, maxConcurrentStreams, known.maxConcurrentStreams)
    add(.initialWindowSize, initialWindowSize, known.initialWindowSize)
    add(.maxFrameSize, maxFrameSize, known.maxFrameSize)
    add(.maxHeaderListSize, maxHeaderListSize, known.maxHeaderListSize)
    add(.enableConnectProtocol, enablesConnectProtocol ? 1 : 0, known.enablesConnectProtocol ? 1 : 0)
    add(.noRFC7540Priorities, ignoresPriorities ? 1 : 0, known.ignoresPriorities ? 1 : 0)
    return list
  }
}
