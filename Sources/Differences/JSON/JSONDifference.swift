import JSONText

/// How two JSON texts differ by their structure: members by name in whatever order, elements of arrays by the shortest
/// way from one array to the other, everything else exactly as it was sent.
package struct JSONDifference: Sendable {
  /// Differences beyond this many are not told.
  package static let limit = 10_000

  /// One difference.
  package struct Entry: Sendable, Hashable {
    package enum Kind: UInt8, Sendable, Hashable {
      case removed, added, changed
      /// The same number or text, written in another way.
      case rewritten
      /// The members of an object come in another order.
      case reordered
    }

    package var kind: Kind
    /// Where it is, as in `$.items[2].name`; an element has the number that it has on the right, or else on the left.
    package var path: String
    /// The value's bytes in the left text.
    package var left: Range<Int>?
    /// The value's bytes in the right text.
    package var right: Range<Int>?
  }

  /// In the order of the left text.
  package private(set) var entries: [Entry] = []
  /// Whether there are more differences than are told.
  package private(set) var isCut = false

  private let left: JSONTree
  private let right: JSONTree

  /// Compares two texts.
  package init(_ left: JSONTree, _ right: JSONTree) {
    self.left = left
    self.right = right
    compare(left.root, right.root, path: "$")
  }

  private mutating func add(_ kind: Entry.Kind, _ path: String, _ one: Int?, _ other: Int?) {
    guard entries.count < Self.limit else {
      isCut = true
      return
    }
    entries.append(
      Entry(
        kind: kind, path: path, left: one.map { left.values[$0].range }, right: other.map { right.values[$0].range }))
  }

  private mutating func compare(_ one: Int, _ other: Int, path: String) {
    let (before, after) = (left.values[one], right.values[other])
    if before.orderedHash == after.orderedHash || isCut { return }
    switch (before.kind, after.kind) {
    case (.objectStart, .objectStart): compareMembers(one, other, path: path)
    case (.arrayStart, .arrayStart): compareElements(one, other, path: path)
    case (.number, .number):
      let number = JSONNumber(left.bytes[before.range])
      add(number != nil && number == JSONNumber(right.bytes[after.range]) ? .rewritten : .changed, path, one, other)
    case (.string, .string):
      add(left.text(of: before) == right.text(of: after) ? .rewritten : .changed, path, one, other)
    default: add(.changed, path, one, other)
    }
  }

  private mutating func compareMembers(_ one: Int, _ other: Int, path: String) {
    // Of members with the same name the first belongs to the first, and so on.
    var places: [String: [Int]] = [:]
    let others = right.values[other].children.map { Int($0) }
    for (place, child) in others.enumerated().reversed() {
      places[right.name(of: right.values[child]), default: []].append(place)
    }
    var isPaired = [Bool](repeating: false, count: others.count)
    var last = -1
    var isReordered = false
    for child in left.values[one].children.map({ Int($0) }) {
      let name = left.name(of: left.values[child])
      let path = path + Self.step(to: name)
      if let place = places[name]?.popLast() {
        isPaired[place] = true
        if place < last { isReordered = true }
        last = place
        compare(child, others[place], path: path)
      } else {
        add(.removed, path, child, nil)
      }
    }
    for (place, child) in others.enumerated() where !isPaired[place] {
      add(.added, path + Self.step(to: right.name(of: right.values[child])), nil, child)
    }
    if isReordered { add(.reordered, path, one, other) }
  }

  private mutating func compareElements(_ one: Int, _ other: Int, path: String) {
    let (before, after) = (left.values[one].children.map { Int($0) }, right.values[other].children.map { Int($0) })
    let changes = SequenceDifference.changes(
      before.map { left.values[$0].hash }, after.map { right.values[$0].hash })
    var (x, y) = (0, 0)
    let end = SequenceChange(left: before.count..<before.count, right: after.count..<after.count)
    for change in changes + [end] {
      while x < change.left.lowerBound {
        // Equal, but its members may come in another order.
        compare(before[x], after[y], path: "\(path)[\(y)]")
        (x, y) = (x + 1, y + 1)
      }
      let common = min(change.left.count, change.right.count)
      for offset in 0..<common {
        let place = change.right.lowerBound + offset
        compare(before[change.left.lowerBound + offset], after[place], path: "\(path)[\(place)]")
      }
      for place in change.left.dropFirst(common) { add(.removed, "\(path)[\(place)]", before[place], nil) }
      for place in change.right.dropFirst(common) { add(.added, "\(path)[\(place)]", nil, after[place]) }
      (x, y) = (change.left.upperBound, change.right.upperBound)
    }
  }

  /// As JSONPath (RFC 9535) names a member.
  private static func step(to name: String) -> String {
    let isPlain =
      name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x5F }
      && !name.isEmpty && !(0x30...0x39).contains(name.utf8.first ?? 0)
    if isPlain { return "." + name }
    var quoted: [UInt8] = []
    JSONText.appendQuoted(name, to: &quoted)
    return "[" + String(decoding: quoted, as: UTF8.self) + "]"
  }
}
