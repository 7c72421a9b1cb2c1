/// A text of any size as a value: bytes in pieces on the leaves of a balanced tree.
///
/// Copies share everything that no edit has touched since, also with the ropes that they are put together from, so that a
/// copy costs nothing and an edit of a text of 100 MB copies one leaf and the nodes above it: O(log n). The bytes need not be
/// UTF-8.
///
/// A line ends after LF. A leaf without any LF, which is at least `leafMinimum` long, ends a line too, between two
/// characters, unless the text ends with it: so a line of a hundred million bytes costs no more to draw than another, and
/// no line shorter than a leaf is ever divided. Leaf and line counts add up over the tree, whatever stands beside a leaf.
package struct TextRope: Sendable {
  /// Bytes of every leaf but the last one, at least.
  package static let leafMinimum = 8 * 1024 - 512
  package static let leafMaximum = 16 * 1024
  /// The longest character in bytes; one with more combining marks is read in pieces.
  package static let longestCharacter = 256

  var root: TextNode

  package init() {
    root = .leaf(TextLeaf([]))
  }

  package init(_ bytes: [UInt8]) {
    root = .tree(of: TextLeaf.leaves(of: bytes)) ?? .leaf(TextLeaf([]))
  }

  package init(_ text: some StringProtocol) {
    self.init(Array(text.utf8))
  }

  init(_ root: TextNode?) {
    self.root = root ?? .leaf(TextLeaf([]))
  }

  /// In bytes.
  package var count: Int { root.count }

  package var isEmpty: Bool { root.count == 0 }

  /// All bytes in one array: a copy, where they stand on more than one leaf.
  package var bytes: [UInt8] {
    if case .leaf(let leaf) = root { return leaf.bytes }
    return bytes(in: 0..<count)
  }

  package func bytes(in range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    for piece in pieces(in: range) { result += piece }
    return result
  }

  /// The bytes in order, as they stand on the leaves.
  package var pieces: some Sequence<ArraySlice<UInt8>> { pieces(in: 0..<count) }

  package func pieces(in range: Range<Int>) -> some Sequence<ArraySlice<UInt8>> {
    sequence(state: range.lowerBound) { position -> ArraySlice<UInt8>? in
      guard position < range.upperBound else { return nil }
      let (leaf, start) = root.leaf(at: position)
      let piece = leaf.bytes[(position - start)..<min(leaf.bytes.count, range.upperBound - start)]
      position += piece.count
      return piece
    }
  }

  /// A part of the text, which shares its leaves with it.
  package subscript(range: Range<Int>) -> TextRope {
    if range.lowerBound == 0, range.upperBound == count { return self }
    if range.isEmpty { return TextRope() }
    let whole = root.split(at: range.upperBound).before?.split(at: range.lowerBound).after
    // The first leaf may be a short rest now.
    var result = TextRope()
    result.append(TextRope(whole))
    return result
  }

  package mutating func append(_ other: TextRope) {
    if other.isEmpty { return }
    let first = other.root.firstLeaf.bytes
    let isShort = first.count < Self.leafMinimum && other.root.height > 0
    if isEmpty, !isShort {
      self = other
      return
    }
    let last = root.lastLeaf.bytes
    if !isShort, TextLeaf.canBeNeighbours(last, first) {
      root = root.joined(to: other.root)
      return
    }
    let seam = TextNode.tree(of: TextLeaf.leaves(of: last + first))
    root = TextNode.joined(root.split(at: count - last.count).before, seam) ?? root
    // Two short leaves may still make a short one: then the next one is taken in too.
    if let rest = other.root.split(at: first.count).after {
      if root.lastLeaf.bytes.count < Self.leafMinimum {
        append(TextRope(rest))
      } else {
        root = root.joined(to: rest)
      }
    }
  }

  /// Puts a text in the place of a part; O(log n), however long they are.
  package mutating func replace(_ range: Range<Int>, with new: TextRope) {
    if case .leaf(let leaf) = new.root, root.replaceInLeaf(range, with: leaf, isFirst: true, isLast: true) { return }
    let (start, rest) = root.split(at: range.lowerBound)
    let end = range.isEmpty ? rest : rest?.split(at: range.count).after
    var result = TextRope(start)
    result.append(new)
    result.append(TextRope(end))
    self = result
  }
}

// MARK: - Lines

extension TextRope {
  package var lineCount: Int {
    root.breaks + (root.lastLeaf.lineFeeds == 0 ? 0 : 1)
  }

  /// The line that holds an offset; an offset at a line's start belongs to that line.
  package func line(at offset: Int) -> Int {
    root.breaks(before: min(max(0, offset), count))
  }

  /// From behind the last LF before an offset to the next LF, or the text's end: a line of any length, undivided.
  package func wholeLine(at offset: Int) -> Range<Int> {
    (root.endOfLineFeed(before: offset) ?? 0)..<(root.lineFeed(from: offset) ?? count)
  }

  /// Where a line starts; lines are counted from 0.
  package func start(ofLine line: Int) -> Int {
    line <= 0 ? 0 : root.offset(afterBreak: line)
  }
}

// MARK: - Texts

extension TextRope: Hashable {
  /// Shared leaves are not compared; without any it takes the time of reading both.
  package static func == (one: TextRope, other: TextRope) -> Bool {
    one.root.isEqual(to: other.root)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    // Enough to tell texts apart, and no walk through 100 MB.
    bytes(in: 0..<min(count, 1024)).withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension TextRope: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self.init(text)
  }
}

extension TextRope: CustomStringConvertible {
  /// The text, with U+FFFD for bytes that are no UTF-8.
  package var description: String { String(self) }
}

extension String {
  /// With U+FFFD for bytes that are no UTF-8.
  package init(_ rope: TextRope) {
    self.init(decoding: rope.bytes, as: UTF8.self)
  }
}
