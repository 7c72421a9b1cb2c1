import Glibc

/// Rows of plain text: they end at LF, CR LF or CR, and after 4 KiB, between two characters.
struct TextRows: ContentWalker {
  /// Bytes of source after which a row ends whatever is in it.
  static let rowLimit = 4096

  private(set) var position = 0
  private(set) var isContinuation = false
  private let encoding: TextEncoding
  private var rowLength = 0
  /// A CR ended the last row; an LF right after it belongs to it.
  private var isAfterReturn = false
  /// The first byte of a UTF-16 unit whose second has not come.
  private var held: UInt8?
  /// The last UTF-16 unit was the first half of a character.
  private var isAfterHighSurrogate = false

  init(encoding: TextEncoding) {
    self.encoding = encoding
  }

  var isRowEmpty: Bool { rowLength == 0 }

  mutating func take<Sink: RowSink<Self>>(_ bytes: UnsafeRawBufferPointer, into sink: inout Sink) -> Bool {
    switch encoding {
    case .utf8, .windows1252: takeOctets(bytes, into: &sink)
    case .utf16LittleEndian, .utf16BigEndian: takeUnits(bytes, into: &sink)
    }
  }

  mutating func finish<Sink: RowSink<Self>>(into sink: inout Sink) {
    if let held {
      withUnsafeBytes(of: held) { sink.append($0, at: position - 1, role: .plain) }
      rowLength += 1
    }
    held = nil
    if !isRowEmpty { _ = endRow(isContinued: false, into: &sink) }
  }

  private mutating func takeOctets<Sink: RowSink<Self>>(
    _ bytes: UnsafeRawBufferPointer, into sink: inout Sink
  ) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    var index = 0
    while index < bytes.count {
      if isAfterReturn {
        isAfterReturn = false
        if bytes[index] == 0x0A {
          index += 1
          position += 1
          continue
        }
      }
      if rowLength >= Self.rowLimit {
        // Behind the limit a row goes on to the end of its character, or, in what is no text, a little way.
        let isInside = encoding == .utf8 && bytes[index] & 0xC0 == 0x80 && rowLength < Self.rowLimit + 4
        if !isInside && bytes[index] != 0x0A && bytes[index] != 0x0D {
          if !endRow(isContinued: true, into: &sink) { return false }
        }
      }
      let room = min(bytes.count - index, max(1, Self.rowLimit - rowLength))
      var length = room
      if let found = memchr(base + index, 0x0A, length) { length = UnsafeRawPointer(found) - (base + index) }
      if let found = memchr(base + index, 0x0D, length) { length = UnsafeRawPointer(found) - (base + index) }
      if length > 0 {
        sink.append(UnsafeRawBufferPointer(start: base + index, count: length), at: position, role: .plain)
        rowLength += length
        position += length
        index += length
      }
      if length < room {
        isAfterReturn = bytes[index] == 0x0D
        index += 1
        position += 1
        if !endRow(isContinued: false, into: &sink) { return false }
      }
    }
    return true
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
      if rowLength >= Self.rowLimit, !isAfterHighSurrogate {
        // The unit that was just read is the next row's.
        position -= 2
        if !endRow(isContinued: true, into: &sink) { return false }
        position += 2
      }
      isAfterHighSurrogate = unit & 0xFC00 == 0xD800
      withUnsafeBytes(of: (first, byte)) { sink.append($0, at: position - 2, role: .plain) }
      rowLength += 2
    }
    return true
  }

  private mutating func endRow<Sink: RowSink<Self>>(isContinued: Bool, into sink: inout Sink) -> Bool {
    rowLength = 0
    isContinuation = isContinued
    return sink.endRow(next: self)
  }
}
