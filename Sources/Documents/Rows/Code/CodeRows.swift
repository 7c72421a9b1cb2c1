/// Rows of code as it was sent, its parts coloured by a lexer; they end where those of text do.
struct CodeRows<Lexer: CodeLexer>: RereadingWalker {
  private(set) var position = 0
  private(set) var isContinuation = false
  private var room: RowRoom
  /// A CR ended the last row; an LF right after it belongs to it.
  private var isAfterReturn = false
  private var lexer: Lexer
  /// Bytes before the present one that are not shown yet.
  private var held = 0
  /// Up to where it is known what the bytes are.
  private var knownEnd = 0
  private var role = TextRole.plain

  /// Rows of an encoding whose line ends are those of ASCII, wrapped at `columns` unless that is 0.
  init(_ lexer: Lexer, encoding: TextEncoding = .utf8, columns: Int = 0) {
    self.lexer = lexer
    room = RowRoom(encoding: encoding, columns: columns)
  }

  var isRowEmpty: Bool { room.isEmpty }

  mutating func take<Sink: RowSink<Self>>(_ bytes: UnsafeRawBufferPointer, into sink: inout Sink) -> Bool {
    let base = position
    while position - base < bytes.count {
      let index = position - base
      if position < knownEnd {
        let end = min(bytes.count, knownEnd - base)
        if !show(UnsafeRawBufferPointer(rebasing: bytes[index..<end]), into: &sink) { return false }
        continue
      }
      switch lexer.take(bytes[index]) {
      case .held:
        held += 1
        position += 1
      case .part(let role):
        know(role, held + 1 + run(of: role, in: bytes[(index + 1)...]))
      case .before(let role, let count):
        know(role, max(1, min(held, count)))
      }
      // What was held may be in a piece before this one.
      if position < base { return true }
    }
    return true
  }

  mutating func settle() -> Bool {
    guard held > 0 else { return false }
    if case .before(let role, let count) = lexer.take(0) {
      know(role, max(1, min(held, count)))
    } else {
      know(.plain, held)
    }
    return true
  }

  mutating func finish<Sink: RowSink<Self>>(into sink: inout Sink) {
    if !isRowEmpty { _ = endRow(isContinued: false, into: &sink) }
  }

  /// Goes back to the first byte that is held: it and those behind it, so many, have a role.
  private mutating func know(_ role: TextRole, _ count: Int) {
    self.role = role
    position -= held
    held = 0
    knownEnd = position + count
  }

  /// How many of some bytes have the same role without a doubt.
  private mutating func run(of role: TextRole, in bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    guard held == 0 else { return 0 }
    var count = 0
    for byte in bytes {
      var ahead = lexer
      guard ahead.take(byte) == .part(role) else { break }
      lexer = ahead
      count += 1
    }
    return count
  }

  /// Shows bytes of the present role; false when the sink wants no more.
  private mutating func show<Sink: RowSink<Self>>(_ bytes: UnsafeRawBufferPointer, into sink: inout Sink) -> Bool {
    var index = 0
    while index < bytes.count {
      if CodeByte.isLineEnd(bytes[index]) {
        let belongsToReturn = isAfterReturn && bytes[index] == 0x0A
        isAfterReturn = bytes[index] == 0x0D
        index += 1
        position += 1
        if !belongsToReturn, !endRow(isContinued: false, into: &sink) { return false }
        continue
      }
      isAfterReturn = false
      let rest = UnsafeRawBufferPointer(rebasing: bytes[index...].prefix(room.bytesAhead))
      let line = rest.firstIndex(where: CodeByte.isLineEnd) ?? rest.count
      let taken = room.take(UnsafeRawBufferPointer(rebasing: rest[..<line]))
      if taken == 0 {
        if !endRow(isContinued: true, into: &sink) { return false }
        continue
      }
      sink.append(UnsafeRawBufferPointer(rebasing: rest[..<taken]), at: position, role: role)
      position += taken
      index += taken
    }
    return true
  }

  private mutating func endRow<Sink: RowSink<Self>>(isContinued: Bool, into sink: inout Sink) -> Bool {
    room.begin()
    isContinuation = isContinued
    return sink.endRow(next: self)
  }
}
