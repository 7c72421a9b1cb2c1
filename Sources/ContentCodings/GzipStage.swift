/// Decodes gzip (RFC 1952): members one after the other, each with its checksum.
///
/// Zero bytes after the last member are padding, as the gzip program has it; anything else there is told by
/// ``finish()``.
final class GzipStage: DecodingStage {
  private enum State {
    /// Nothing has come yet.
    case start
    case inMember
    /// A member has ended.
    case betweenMembers
    /// A member has ended, and then came the first byte of another one's magic number.
    case halfMagic
    /// What comes is padding.
    case padding
    /// What comes is not gzip; the offset where it began.
    case garbage(offset: Int)
  }

  private static let magic: (UInt8, UInt8) = (0x1F, 0x8B)

  private let inflater: Inflater
  private var state = State.start
  private var offset = 0

  init() throws(ContentCodingError) {
    inflater = try Inflater(windowBits: 15 + 16)
  }

  func next(_ input: inout UnsafeRawBufferPointer) throws(ContentCodingError) -> UnsafeRawBufferPointer? {
    while true {
      if case .inMember = state {
        let piece = try inflater.next(&input, coding: .gzip, offset: &offset)
        if inflater.isAtEnd {
          inflater.reset()
          state = .betweenMembers
        }
        if let piece { return piece }
      }
      guard let byte = input.first else { return nil }
      try step(byte, &input)
    }
  }

  /// Goes on outside of members.
  private func step(_ byte: UInt8, _ input: inout UnsafeRawBufferPointer) throws(ContentCodingError) {
    switch state {
    case .start: state = .inMember
    case .inMember: break
    case .betweenMembers:
      switch byte {
      case Self.magic.0:
        state = .halfMagic
        advance(&input, by: 1)
      case 0: state = .padding
      default: state = .garbage(offset: offset)
      }
    case .halfMagic:
      guard byte == Self.magic.1 else { return state = .garbage(offset: offset - 1) }
      // The held byte goes in first; it gives nothing yet.
      var held = offset - 1
      _ = try withUnsafeBytes(of: Self.magic.0) { bytes throws(ContentCodingError) in
        var bytes = bytes
        return try inflater.next(&bytes, coding: .gzip, offset: &held)
      }
      state = .inMember
    case .padding:
      advance(&input, by: input.prefix { $0 == 0 }.count)
      if !input.isEmpty { state = .garbage(offset: offset) }
    case .garbage:
      advance(&input, by: input.count)
    }
  }

  func finish() throws(ContentCodingError) {
    switch state {
    case .start, .betweenMembers, .padding: break
    case .inMember: throw .truncated(coding: .gzip, offset: offset)
    case .halfMagic: throw .trailingBytes(coding: .gzip, offset: offset - 1, count: 1)
    case .garbage(let start): throw .trailingBytes(coding: .gzip, offset: start, count: offset - start)
    }
  }

  private func advance(_ input: inout UnsafeRawBufferPointer, by count: Int) {
    input.drop(count)
    offset += count
  }
}
