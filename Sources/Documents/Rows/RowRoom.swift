import CByteMasks

/// The room on a row of bytes whose line ends are those of ASCII: 4 KiB, and so many columns where rows are wrapped.
///
/// A row ends between two characters, so it goes on behind the limit to the end of its last one, or, in what is no
/// text, a little way.
struct RowRoom: Sendable {
  /// Bytes of source after which a row ends whatever is in it.
  static let limit = 4096
  /// Bytes of a character at most.
  private static let longest = 4

  let encoding: TextEncoding
  /// Columns after which a row ends; 0 for none.
  let columns: Int
  private var length = 0
  private var usedColumns = 0
  /// Bytes that the last character has not had yet, where it is of an encoding whose bytes do not tell that by themselves.
  private var missing = 0

  init(encoding: TextEncoding, columns: Int) {
    self.encoding = encoding
    self.columns = columns
  }

  var isEmpty: Bool { length == 0 }

  /// How many bytes there is room for at most.
  var bytesAhead: Int {
    let left = max(0, Self.limit - length) + Self.longest
    return columns > 0 ? min(left, Self.longest * (columns + 1)) : left
  }

  /// Begins the next row.
  mutating func begin() {
    (length, usedColumns, missing) = (0, 0, 0)
  }

  /// Gives bytes without line ends their room; how many have it.
  mutating func take(_ bytes: UnsafeRawBufferPointer) -> Int {
    var index = 0
    while index < bytes.count {
      let plain = takePlain(bytes, from: index)
      index += plain
      guard index < bytes.count, take(bytes[index]) else { break }
      index += 1
    }
    return index
  }

  /// Gives those bytes their room that are a character of one column each, as many as are told at once.
  private mutating func takePlain(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    let end: Int
    if columns > 0 {
      let room = min(bytes.count, start + min(columns - usedColumns, Self.limit - length))
      end = ByteRun.end(bytes, from: start, upTo: room) { barewire_outside_text($0) }
      usedColumns += max(0, end - start)
    } else if case .legacy = encoding {
      return 0
    } else {
      end = min(bytes.count, start + Self.limit - length)
    }
    guard end > start else { return 0 }
    length += end - start
    missing = 0
    return end - start
  }

  /// The width of a character is told by its first byte: those of East Asia and what lies beyond take two.
  private mutating func take(_ byte: UInt8) -> Bool {
    var isInside = false
    var width = byte == 0x09 ? 4 : 1
    var following = 0
    switch encoding {
    case .utf8:
      isInside = byte & 0xC0 == 0x80
      if isInside { width = 0 } else if byte >= 0xE3, byte != 0xEF { width = 2 }
    case .legacy(let charset):
      isInside = missing > 0
      following = isInside ? missing - 1 : charset.trailing(byte)
      if isInside { width = 0 } else if following > 0 { width = 2 }
    case .windows1252, .utf16LittleEndian, .utf16BigEndian: break
    }
    if length >= Self.limit, !isInside || length >= Self.limit + Self.longest { return false }
    if columns > 0 {
      if usedColumns + width > columns, usedColumns > 0 { return false }
      usedColumns += width
    }
    length += 1
    missing = following
    return true
  }
}
