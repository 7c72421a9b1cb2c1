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

  func decode(
    _ input: UnsafeRawBufferPointer, output: (UnsafeRawBufferPointer) throws(ContentCodingError) -> Void
  ) throws(ContentCodingError) {
    var rest = input
    while let byte = rest.first {
      switch state {
      case .start:
        state = .inMember
      case .inMember:
        let progress = try inflater.inflate(rest, coding: .gzip, offset: offset, output: output)
        advance(&rest, by: progress.consumed)
        if progress.isAtEnd {
          inflater.reset()
          state = .betweenMembers
        }
      case .betweenMembers:
        switch byte {
        case Self.magic.0:
          state = .halfMagic
          advance(&rest, by: 1)
        case 0: state = .padding
        default: state = .garbage(offset: offset)
        }
      case .halfMagic:
        guard byte == Self.magic.1 else {
          state = .garbage(offset: offset - 1)
          continue
        }
        // The held byte goes in first.
        _ = try withUnsafeBytes(of: Self.magic.0) { bytes throws(ContentCodingError) in
          try inflater.inflate(bytes, coding: .gzip, offset: offset, output: output)
        }
        state = .inMember
      case .padding:
        let zeros = rest.prefix { $0 == 0 }.count
        advance(&rest, by: zeros)
        if !rest.isEmpty { state = .garbage(offset: offset) }
      case .garbage:
        advance(&rest, by: rest.count)
      }
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

  private func advance(_ rest: inout UnsafeRawBufferPointer, by count: Int) {
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    offset += count
  }
}
