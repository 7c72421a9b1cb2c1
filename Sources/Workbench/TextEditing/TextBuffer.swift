/// A text's bytes and where its screen lines start.
///
/// A screen line ends after LF. A line longer than twice `softLimit` is also broken between characters, so that drawing and
/// moving cost no more in a line of ten million bytes. An edit moves bytes and line starts with plain copies (about a
/// millisecond at 10 MB) and reads again only the lines that it touches.
struct TextBuffer: Sendable, Equatable {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  /// Bytes of one piece of a long line.
  static let softLimit = 4096
  /// The longest character in bytes; one with more combining marks is shown in pieces.
  static let longestCharacter = 256

  let mode: TextEditor.Mode
  private(set) var bytes: [UInt8]
  /// Ascending; the first is 0.
  private(set) var lineStarts: [Int]

  init(_ bytes: [UInt8], mode: TextEditor.Mode) {
    self.mode = mode
    self.bytes = bytes
    self.lineStarts = [0]
    guard mode != .singleLine else { return }
    var hardStarts: [Int] = []
    for (index, byte) in bytes.enumerated() where byte == Self.lineFeed {
      hardStarts.append(index + 1)
    }
    lineStarts += starts(from: 0, hardStarts: hardStarts, to: bytes.count)
  }

  var count: Int { bytes.count }

  var lineCount: Int { lineStarts.count }

  /// The line that holds an offset; an offset at a line's start belongs to that line.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// A line's bytes with its line end.
  func range(ofLine line: Int) -> Range<Int> {
    lineStarts[line]..<(line + 1 < lineStarts.count ? lineStarts[line + 1] : count)
  }

  /// Whether a line goes on with the one before it, which has no line end.
  func isContinuation(_ line: Int) -> Bool {
    line > 0 && bytes[lineStarts[line] - 1] != Self.lineFeed
  }

  /// Where the cursor stands at the end of a line: before its line end.
  func end(ofLine line: Int) -> Int {
    let range = range(ofLine: line)
    guard mode != .singleLine, let last = range.last, bytes[last] == Self.lineFeed else {
      // A piece of a long line ends before its last character: the offset after it belongs to the next piece.
      let isLast = line + 1 == lineCount
      return isLast || range.isEmpty ? range.upperBound : previousBoundary(before: range.upperBound)
    }
    let hasReturn = last > range.lowerBound && bytes[last - 1] == Self.carriageReturn
    return mode == .multiLine && hasReturn ? last - 1 : last
  }

  /// Puts bytes in the place of others.
  mutating func replace(_ range: Range<Int>, with new: [UInt8]) {
    guard mode != .singleLine else {
      bytes.replaceSubrange(range, with: new)
      return
    }
    // Take in so much that no character that the edit makes or breaks can reach over the edges.
    var first = line(at: range.lowerBound)
    while isContinuation(first), range.lowerBound - lineStarts[first] < Self.longestCharacter { first -= 1 }
    var next = line(at: range.upperBound) + 1
    while next < lineCount, isContinuation(next), lineStarts[next] - range.upperBound < Self.softLimit { next += 1 }

    let start = lineStarts[first]
    let delta = new.count - range.count
    let oldEnd = next < lineCount ? lineStarts[next] : count
    var hardStarts: [Int] = []
    // Lines before the edit's own line hold no line end, nor do the bytes after it up to the end of its last line.
    for (index, byte) in new.enumerated() where byte == Self.lineFeed {
      hardStarts.append(range.lowerBound + index + 1)
    }
    let endsHard = oldEnd > range.upperBound && bytes[oldEnd - 1] == Self.lineFeed
    if endsHard { hardStarts.append(oldEnd + delta) }
    bytes.replaceSubrange(range, with: new)

    var fresh = starts(from: start, hardStarts: hardStarts, to: oldEnd + delta)
    // The start of the first line that is kept is in the list already.
    if next < lineCount, fresh.last == oldEnd + delta { fresh.removeLast() }
    lineStarts.replaceSubrange((first + 1)..<next, with: fresh)
    if delta != 0 {
      for index in (first + 1 + fresh.count)..<lineStarts.count { lineStarts[index] += delta }
    }
  }

  /// The starts of lines after `start`: each hard one, and those that break long lines between characters.
  private func starts(from start: Int, hardStarts: [Int], to end: Int) -> [Int] {
    var result: [Int] = []
    var position = start
    func breakSoftly(before limit: Int) {
      while limit - position > 2 * Self.softLimit {
        position = boundary(atOrBefore: position + Self.softLimit, floor: position)
        result.append(position)
      }
    }
    for hardStart in hardStarts {
      breakSoftly(before: hardStart)
      result.append(hardStart)
      position = hardStart
    }
    breakSoftly(before: end)
    return result
  }
}
