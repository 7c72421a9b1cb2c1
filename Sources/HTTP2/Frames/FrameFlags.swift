/// The flags of a frame; what a bit means depends on the frame's kind (RFC 9113 §4.1).
package struct FrameFlags: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let endStream = FrameFlags(rawValue: 0x01)
  /// The same bit as `endStream`, of SETTINGS and PING.
  package static let acknowledgement = FrameFlags(rawValue: 0x01)
  package static let endHeaders = FrameFlags(rawValue: 0x04)
  package static let padded = FrameFlags(rawValue: 0x08)
  package static let priority = FrameFlags(rawValue: 0x20)

  /// The flags' names in the order of their bits, such as "END_STREAM"; "0x40" for a bit that the kind does not define.
  package func names(in kind: FrameKind) -> [String] {
    let defined = kind.definedFlags
    return (0..<8).compactMap { place in
      let bit = FrameFlags(rawValue: 1 << place)
      guard contains(bit) else { return nil }
      return defined.first { $0.flag == bit }?.name ?? "0x" + String(bit.rawValue, radix: 16)
    }
  }
}
