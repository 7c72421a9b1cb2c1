/// A node of the tree: a leaf, or children that are all of the same height.
enum TextNode: Sendable {
  case leaf(TextLeaf)
  case branch(TextBranch)

  static let mostChildren = 16

  /// The tree of some leaves; nil without any.
  static func tree(of leaves: [TextLeaf]) -> TextNode? {
    var nodes = leaves.map(TextNode.leaf)
    while nodes.count > 1 { nodes = grouped(nodes) }
    return nodes.first
  }

  /// Nodes under as few parents as can be, all filled alike.
  private static func grouped(_ nodes: [TextNode]) -> [TextNode] {
    let parents = (nodes.count + mostChildren - 1) / mostChildren
    return (0..<parents).map { parent in
      .branch(TextBranch(Array(nodes[(nodes.count * parent / parents)..<(nodes.count * (parent + 1) / parents)])))
    }
  }

  var count: Int {
    switch self {
    case .leaf(let leaf): leaf.bytes.count
    case .branch(let branch): branch.count
    }
  }

  var breaks: Int {
    switch self {
    case .leaf(let leaf): leaf.breaks
    case .branch(let branch): branch.breaks
    }
  }

  var lineFeeds: Int {
    switch self {
    case .leaf(let leaf): leaf.lineFeeds
    case .branch(let branch): branch.lineFeeds
    }
  }

  var height: Int {
    switch self {
    case .leaf: 0
    case .branch(let branch): branch.height
    }
  }

  var firstLeaf: TextLeaf { leaf(at: 0).leaf }

  var lastLeaf: TextLeaf { leaf(at: count).leaf }

  /// The leaf that holds an offset, and where it starts; for the end it is the last one.
  func leaf(at offset: Int) -> (leaf: TextLeaf, start: Int) {
    var node = self
    var start = 0
    while true {
      switch node {
      case .leaf(let leaf): return (leaf, start)
      case .branch(let branch):
        let (index, childStart) = branch.child(at: offset - start)
        start += childStart
        node = branch.children[index]
      }
    }
  }

  /// How many lines end before an offset or at it.
  func breaks(before offset: Int) -> Int {
    switch self {
    case .leaf(let leaf): return TextLeaf.lineFeeds(in: leaf.bytes[..<offset])
    case .branch(let branch):
      let (index, start) = branch.child(at: offset)
      let before = branch.children[..<index].reduce(0) { $0 + $1.breaks }
      return before + branch.children[index].breaks(before: offset - start)
    }
  }

  /// The offset after the end of a line, counted from 1; the end where there are fewer.
  func offset(afterBreak number: Int) -> Int {
    switch self {
    case .leaf(let leaf):
      if leaf.lineFeeds < number { return leaf.bytes.count }
      var left = number
      for (index, byte) in leaf.bytes.enumerated() where byte == TextLeaf.lineFeed {
        left -= 1
        if left == 0 { return index + 1 }
      }
      return leaf.bytes.count
    case .branch(let branch):
      var left = number
      var start = 0
      for child in branch.children {
        if left <= child.breaks { return start + child.offset(afterBreak: left) }
        left -= child.breaks
        start += child.count
      }
      return branch.count
    }
  }

  /// The offset after the last LF before an offset; nil without any.
  func endOfLineFeed(before offset: Int) -> Int? {
    if lineFeeds == 0 { return nil }
    switch self {
    case .leaf(let leaf): return leaf.bytes[..<offset].lastIndex(of: TextLeaf.lineFeed).map { $0 + 1 }
    case .branch(let branch):
      var (index, start) = branch.child(at: offset)
      if let end = branch.children[index].endOfLineFeed(before: offset - start) { return start + end }
      while index > 0 {
        index -= 1
        start -= branch.children[index].count
        if let end = branch.children[index].endOfLineFeed(before: branch.children[index].count) { return start + end }
      }
      return nil
    }
  }

  /// The offset of the first LF that is not before an offset; nil without any.
  func lineFeed(from offset: Int) -> Int? {
    if lineFeeds == 0 { return nil }
    switch self {
    case .leaf(let leaf): return leaf.bytes[offset...].firstIndex(of: TextLeaf.lineFeed)
    case .branch(let branch):
      var (index, start) = branch.child(at: offset)
      var first = offset - start
      while index < branch.children.count {
        if let found = branch.children[index].lineFeed(from: first) { return start + found }
        start += branch.children[index].count
        index += 1
        first = 0
      }
      return nil
    }
  }

  /// Changes bytes within one leaf, if that needs no other leaf.
  mutating func replaceInLeaf(_ range: Range<Int>, with new: TextLeaf, isFirst: Bool, isLast: Bool) -> Bool {
    switch self {
    case .leaf(var leaf):
      let count = leaf.bytes.count + new.bytes.count - range.count
      // Near a neighbour the seam has to be looked at.
      guard count <= TextRope.leafMaximum, count >= TextRope.leafMinimum || isLast && (isFirst || count > 0),
        isFirst || range.lowerBound >= TextRope.longestCharacter,
        isLast || range.upperBound + TextRope.longestCharacter <= leaf.bytes.count
      else { return false }
      self = .leaf(TextLeaf([]))
      leaf.lineFeeds += new.lineFeeds - TextLeaf.lineFeeds(in: leaf.bytes[range])
      leaf.bytes.replaceSubrange(range, with: new.bytes)
      self = .leaf(leaf)
      return true
    case .branch(var branch):
      let (index, start) = branch.child(at: range.lowerBound)
      let inChild = (range.lowerBound - start)..<(range.upperBound - start)
      guard inChild.upperBound <= branch.children[index].count else { return false }
      let hasChanged = branch.children[index].replaceInLeaf(
        inChild, with: new, isFirst: isFirst && index == 0, isLast: isLast && index == branch.children.count - 1)
      if hasChanged { self = .branch(TextBranch(branch.children)) }
      return hasChanged
    }
  }

  /// What is before an offset and what is behind it; nil for nothing.
  func split(at offset: Int) -> (before: TextNode?, after: TextNode?) {
    if offset <= 0 { return (nil, count == 0 ? nil : self) }
    if offset >= count { return (self, nil) }
    switch self {
    case .leaf(let leaf):
      return (.leaf(TextLeaf(Array(leaf.bytes[..<offset]))), .leaf(TextLeaf(Array(leaf.bytes[offset...]))))
    case .branch(let branch):
      let (index, start) = branch.child(at: offset)
      let (before, after) = branch.children[index].split(at: offset - start)
      let left = Self.parent(of: branch.children[..<index])
      let right = Self.parent(of: branch.children[(index + 1)...])
      return (Self.joined(left, before), Self.joined(after, right))
    }
  }

  private static func parent(of children: ArraySlice<TextNode>) -> TextNode? {
    children.count > 1 ? .branch(TextBranch(Array(children))) : children.first
  }

  static func joined(_ one: TextNode?, _ other: TextNode?) -> TextNode? {
    guard let one, let other else { return one ?? other }
    return one.joined(to: other)
  }

  /// Both in one tree, with the leaves as they are; O(difference of their heights).
  func joined(to other: TextNode) -> TextNode {
    let height = max(self.height, other.height)
    var children: [TextNode]
    if self.height == other.height {
      guard case .branch(let left) = self, case .branch(let right) = other else {
        return .branch(TextBranch([self, other]))
      }
      children = left.children + right.children
    } else if self.height > other.height {
      children = self.children
      let last = children.removeLast().joined(to: other)
      children += last.height == height ? last.children : [last]
    } else {
      let first = joined(to: other.children[0])
      children = (first.height == height ? first.children : [first]) + other.children.dropFirst()
    }
    if children.count <= Self.mostChildren { return .branch(TextBranch(children)) }
    return .branch(TextBranch(Self.grouped(children)))
  }

  private var children: [TextNode] {
    switch self {
    case .leaf: []
    case .branch(let branch): branch.children
    }
  }

  /// Whether the bytes are the same; what both share is not read.
  func isEqual(to other: TextNode) -> Bool {
    guard count == other.count else { return false }
    switch (self, other) {
    case (.leaf(let one), .leaf(let other)): return one.bytes == other.bytes
    case (.branch(let one), .branch(let other)):
      if one.isSame(as: other) { return true }
      let isAlike =
        one.height == other.height && one.children.count == other.children.count
        && zip(one.children, other.children).allSatisfy { $0.count == $1.count }
      if isAlike { return zip(one.children, other.children).allSatisfy { $0.isEqual(to: $1) } }
    default: break
    }
    return hasEqualBytes(to: other)
  }

  private func hasEqualBytes(to other: TextNode) -> Bool {
    var position = 0
    while position < count {
      let (one, start) = leaf(at: position)
      let (two, otherStart) = other.leaf(at: position)
      let end = min(start + one.bytes.count, otherStart + two.bytes.count)
      let isSame =
        start == otherStart && one.bytes.count == two.bytes.count
        ? one.bytes == two.bytes
        : one.bytes[(position - start)..<(end - start)]
          == two.bytes[(position - otherStart)..<(end - otherStart)]
      if !isSame { return false }
      position = end
    }
    return true
  }
}

/// A node with children.
struct TextBranch: Sendable {
  var children: [TextNode]
  let count: Int
  let breaks: Int
  let lineFeeds: Int
  let height: Int

  init(_ children: [TextNode]) {
    self.children = children
    count = children.reduce(0) { $0 + $1.count }
    breaks = children.reduce(0) { $0 + $1.breaks }
    lineFeeds = children.reduce(0) { $0 + $1.lineFeeds }
    height = (children.first?.height ?? 0) + 1
  }

  /// The child that holds an offset, and where it starts; for the end it is the last one.
  func child(at offset: Int) -> (index: Int, start: Int) {
    var start = 0
    for index in children.indices.dropLast() {
      let end = start + children[index].count
      if offset < end { return (index, start) }
      start = end
    }
    return (children.count - 1, start)
  }

  func isSame(as other: TextBranch) -> Bool {
    children.count == other.children.count
      && children.withUnsafeBufferPointer { one in
        other.children.withUnsafeBufferPointer { one.baseAddress == $0.baseAddress }
      }
  }
}
