/// Reads the parts of a handshake message in turn, never past its end.
///
/// The bytes must outlive the reader.
struct MessageReader {
  /// Why a message cannot be read on.
  enum Malformed: Error, Equatable {
    /// The message ends inside what was to be read.
    case ends(inside: String)
    /// Something with a length of its own has bytes left over.
    case leftOver(Int)
  }

  private(set) var rest: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  /// The next bytes; `part` names them where they are missing.
  mutating func take(_ count: Int, _ part: String) throws(Malformed) -> UnsafeRawBufferPointer {
    guard count <= rest.count else { throw .ends(inside: part) }
    defer { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
    return UnsafeRawBufferPointer(rebasing: rest[..<count])
  }

  /// The next bytes as one number, the most significant first; at most eight bytes.
  mutating func number(bytes count: Int, _ part: String) throws(Malformed) -> Int {
    try take(count, part).reduce(0) { $0 << 8 | Int($1) }
  }

  mutating func byte(_ part: String) throws(Malformed) -> UInt8 {
    try take(1, part)[0]
  }

  mutating func code(_ part: String) throws(Malformed) -> UInt16 {
    UInt16(truncatingIfNeeded: try number(bytes: 2, part))
  }

  /// What follows a length of one, two or three bytes.
  mutating func vector(lengthBytes: Int, _ part: String) throws(Malformed) -> MessageReader {
    let count = try number(bytes: lengthBytes, part)
    return MessageReader(try take(count, part))
  }

  /// All that is left as numbers of two bytes.
  mutating func codes(_ part: String) throws(Malformed) -> [UInt16] {
    var codes: [UInt16] = []
    while !isAtEnd { codes.append(try code(part)) }
    return codes
  }
}
