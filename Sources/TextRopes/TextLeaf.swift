/// A piece of a text.
struct TextLeaf: Sendable {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D

  var bytes: [UInt8]
  var lineFeeds: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lineFeeds = Self.lineFeeds(in: bytes[...])
  }

  /// Lines that end in the leaf, or with it.
  var breaks: Int { max(1, lineFeeds) }

  static func lineFeeds(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for byte in bytes { count &+= byte == lineFeed ? 1 : 0 }
      return count
    }
  }

  /// Bytes as leaves of about the same length, divided between characters.
  static func leaves(of bytes: [UInt8]) -> [TextLeaf] {
    guard bytes.count > TextRope.leafMaximum else { return bytes.isEmpty ? [] : [TextLeaf(bytes)] }
    // Between minimum and maximum, as far from both as can be.
    let target = (TextRope.leafMinimum + TextRope.leafMaximum) / 2
    let pieces = max(2, (bytes.count + target / 2) / target)
    var leaves: [TextLeaf] = []
    leaves.reserveCapacity(pieces)
    var start = 0
    for piece in 1...pieces {
      let ideal = Int(Double(bytes.count) * Double(piece) / Double(pieces))
      let end = piece == pieces ? bytes.count : dividingPoint(in: bytes, near: ideal)
      if end > start { leaves.append(TextLeaf(Array(bytes[start..<end]))) }
      start = end
    }
    return leaves
  }

  /// Whether a leaf is long enough to have one behind it, and no character reaches over the seam.
  static func canBeNeighbours(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count >= TextRope.leafMinimum, let last = one.last, let first = other.first else { return false }
    return isSurelyBetweenCharacters(last, first)
  }

  /// ASCII never joins with ASCII, but for CR LF in text.
  static func isSurelyBetweenCharacters(_ before: UInt8, _ after: UInt8) -> Bool {
    before < 0x80 && after < 0x80 && !(before == carriageReturn && after == lineFeed)
  }

  /// A place between two characters, at most a few hundred bytes before another.
  private static func dividingPoint(in bytes: [UInt8], near ideal: Int) -> Int {
    let floor = max(1, ideal - 400)
    var position = ideal
    while position > floor {
      if isSurelyBetweenCharacters(bytes[position - 1], bytes[position]) { return position }
      position -= 1
    }
    // No two letters of ASCII: read characters from the start of a scalar on.
    while position < ideal, bytes[position] & 0xC0 == 0x80 { position += 1 }
    var reader = TextReader(Array(bytes[position..<min(bytes.count, ideal + TextRope.longestCharacter)]))
    var end = 0
    while true {
      let next = reader.boundary(after: end)
      if position + next > ideal { break }
      end = next
    }
    return end == 0 ? ideal : position + end
  }
}
