/// A line that may be a boundary, as far as it is read: its beginning is kept, not its bytes.
struct DelimiterMatch: Sendable {
  private enum Place: UInt8, Sendable {
    case none
    /// At the line end before, which is CR LF or LF; behind its CR; behind it.
    case lineEnd, behindReturn, line
  }

  /// What a byte tells.
  enum Verdict {
    case goesOn, fails
    case delimiter((level: Int, isLast: Bool))
  }

  /// Where what may be a boundary begins, with the line end that belongs to it.
  private(set) var start = -1
  private var place = Place.none
  /// Bytes of the line that have come.
  private var count = 0
  /// The levels whose boundary it may be, one bit each.
  private var candidates: UInt8 = 0

  var isActive: Bool { place != .none }

  mutating func begin(at start: Int, isLineStart: Bool) {
    self.start = start
    place = isLineStart ? .line : .lineEnd
    count = 0
    candidates = .max
  }

  mutating func end() { place = .none }

  /// Takes the next byte.
  mutating func take(_ byte: UInt8, _ levels: [MultipartRows.Level]) -> Verdict {
    switch place {
    case .none: return .fails
    case .lineEnd:
      place = byte == 0x0D ? .behindReturn : .line
      return .goesOn
    case .behindReturn:
      place = .line
      return byte == 0x0A ? .goesOn : .fails
    case .line: break
    }
    var kept: UInt8 = 0
    for level in levels.indices.reversed() where candidates & (1 << UInt8(level)) != 0 {
      let boundary = levels[level].multipart.boundary
      let dash = byte == UInt8(ascii: "-")
      switch count - 2 - boundary.count {
      case ..<0:
        if count < 2 ? dash : byte == boundary[count - 2] { kept |= 1 << UInt8(level) }
      case 0:
        if CodeByte.isBlank(byte) || CodeByte.isLineEnd(byte) { return .delimiter((level, false)) }
        if dash { kept |= 1 << UInt8(level) }
      default:
        if dash { return .delimiter((level, true)) }
      }
    }
    candidates = kept
    count += 1
    return kept == 0 ? .fails : .goesOn
  }

  /// The boundary that it is if nothing more comes.
  func atEnd(_ levels: [MultipartRows.Level]) -> (level: Int, isLast: Bool)? {
    guard place == .line else { return nil }
    let level = levels.indices.last { level in
      candidates & (1 << UInt8(level)) != 0 && count == 2 + levels[level].multipart.boundary.count
    }
    return level.map { ($0, false) }
  }
}
