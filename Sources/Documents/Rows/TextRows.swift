import CByteMasks
import Glibc

/// Rows of plain text: they end at LF, CR LF or CR, and after 4 KiB, between two characters.
struct TextRows: ContentWalker {
  /// Bytes of source after which a row ends whatever is in it.
  static let rowLimit = 4096

  private(set) var position = 0
  private(set) var isContinuation = false
  private let encoding: TextEncoding
  /// Columns after which a row ends, between two characters; 0 for none.
  private let columns: Int
  private var rowLength = 0
  private var rowColumns = 0
  /// A CR ended the last row; an LF right after it belongs to it.
  private var isAfterReturn = false
  /// The first byte of a UTF-16 unit whose second has not come.
  private var held: UInt8?
  /// The last UTF-16 unit was the first half of a character.
  private var isAfterHighSurrogate = false

  /// Rows of an encoding, wrapped at `columns` unless that is 0.
  init(encoding: TextEncoding, columns: Int = 0) {
    self.encoding = encoding
    self.columns = columns
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
      var room = min(bytes.count - index, max(1, Self.rowLimit - rowLength))
      if columns > 0 {
        room = fitting(UnsafeRawBufferPointer(start: base + index, count: room))
        if room == 0 {
          if !endRow(isContinued: true, into: &sink) { return false }
          continue
        }
      }
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

  /// How many of some bytes stay on the present row, whose columns they take.
  ///
  /// The width of a character is told by its first byte: those of East Asia and what lies beyond take two.
  private mutating func fitting(_ bytes: UnsafeRawBufferPointer) -> Int {
    var index = 0
    while index < bytes.count {
      // Of plain characters each takes one.
      let room = min(bytes.count, index + columns - rowColumns)
      let plain = ByteRun.end(bytes, from: index, upTo: room) { barewire_outside_text($0) }
      rowColumns += plain - index
      index = plain
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D { return index + 1 }
      let isWide = encoding == .utf8 && byte >= 0xE3 && byte != 0xEF
      let width = encoding == .utf8 && byte & 0xC0 == 0x80 ? 0 : isWide ? 2 : byte == 0x09 ? 4 : 1
      if rowColumns + width > columns, rowColumns > 0 { return index }
      rowColumns += width
      index += 1
    }
    return bytes.count
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
      if rowLength >= (columns > 0 ? min(Self.rowLimit, max(2, 2 * columns)) : Self.rowLimit), !isAfterHighSurrogate {
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
    rowColumns = 0
    isContinuation = isContinued
    return sink.endRow(next: self)
  }
}
