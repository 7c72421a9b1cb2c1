import Glibc

/// Rows of plain text: they end at LF, CR LF or CR, and after 4 KiB, between two characters.
struct TextRows: ContentWalker {
  private(set) var position = 0
  private(set) var isContinuation = false
  private var room: RowRoom
  /// Bytes of the present row, in UTF-16.
  private var unitBytes = 0
  /// A CR ended the last row; an LF right after it belongs to it.
  private var isAfterReturn = false
  /// The first byte of a UTF-16 unit whose second has not come.
  private var held: UInt8?
  /// The last UTF-16 unit was the first half of a character.
  private var isAfterHighSurrogate = false

  /// Rows of an encoding, wrapped at `columns` unless that is 0.
  init(encoding: TextEncoding, columns: Int = 0) {
    room = RowRoom(encoding: encoding, columns: columns)
  }

  private var encoding: TextEncoding { room.encoding }
  var isRowEmpty: Bool { room.isEmpty && unitBytes == 0 }

  mutating func take<Sink: RowSink<Self>>(_ bytes: UnsafeRawBufferPointer, into sink: inout Sink) -> Bool {
    switch encoding {
    case .utf8, .windows1252, .legacy: takeOctets(bytes, into: &sink)
    case .utf16LittleEndian, .utf16BigEndian: takeUnits(bytes, into: &sink)
    }
  }

  mutating func finish<Sink: RowSink<Self>>(into sink: inout Sink) {
    if let held {
      withUnsafeBytes(of: held) { sink.append($0, at: position - 1, role: .plain) }
      unitBytes += 1
    }
    held = nil
    if !isRowEmpty { _ = endRow(isContinued: false, into: &sink) }
  }

  private mutating func takeOctets<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, into sink: inout Sink
  ) -> Bool {
    var index = 0
    while index < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[index...].prefix(room.bytesAhead))
      let length = Self.lineLength(rest)
      if length == 0 {
        let belongsToReturn = isAfterReturn && bytes[index] == 0x0A
        isAfterReturn = bytes[index] == 0x0D
        index += 1
        position += 1
        if !belongsToReturn, !endRow(isContinued: false, into: &sink) { return false }
        continue
      }
      isAfterReturn = false
      let taken = room.take(UnsafeRawBufferPointer(rebasing: rest[..<length]))
      if taken == 0 {
        if !endRow(isContinued: true, into: &sink) { return false }
        continue
      }
      sink.append(UnsafeRawBufferPointer(rebasing: rest[..<taken]), at: position, role: .plain)
      position += taken
      index += taken
    }
    return true
  }

  /// How many bytes come before the first line end.
  private static func lineLength(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var length = bytes.count
    for end: Int32 in [0x0A, 0x0D] {
      if let found = memchr(base, end, length) { length = UnsafeRawPointer(found) - base }
    }
    return length
  }

  private mutating func takeUnits<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, into sink: inout Sink
  ) -> Bool {
    for byte in bytes {
      position += 1
      guard let first = held else {
        held = byte
        continue
      }
      held = nil
      let unit =
        encoding == .utf16LittleEndian ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte)
      if unit == 0x0A || unit == 0x0D {
        let belongsToReturn = unit == 0x0A && isAfterReturn
        isAfterReturn = unit == 0x0D
        if !belongsToReturn, !endRow(isContinued: false, into: &sink) { return false }
        continue
      }
      isAfterReturn = false
      let limit = room.columns > 0 ? min(RowRoom.limit, max(2, 2 * room.columns)) : RowRoom.limit
      if unitBytes >= limit, !isAfterHighSurrogate {
        // The unit that was just read is the next row's.
        position -= 2
        if !endRow(isContinued: true, into: &sink) { return false }
        position += 2
      }
      isAfterHighSurrogate = unit & 0xFC00 == 0xD800
      withUnsafeBytes(of: (first, byte)) { sink.append($0, at: position - 2, role: .plain) }
      unitBytes += 2
    }
    return true
  }

  private mutating func endRow<Sink: RowSink<Self>>(isContinued: Bool, into sink: inout Sink) -> Bool {
    room.begin()
    unitBytes = 0
    isContinuation = isContinued
    return sink.endRow(next: self)
  }
}
