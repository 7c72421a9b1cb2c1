/// How the fields of two sections differ: by name, in whatever order they come.
///
/// The order of fields with different names means nothing, that of fields with the same name does (RFC 9110 §5.3).
package struct FieldDifference: Sendable, Hashable {
  /// A field of a section.
  package struct Field: Sendable, Hashable {
    package var name: String
    package var value: String

    /// A field of a name, whose ASCII letters are the same in either case, and a value.
    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A field of the left section, one of the right, or both; by their places in the sections.
  package struct Pair: Sendable, Hashable {
    package var left: Int?
    package var right: Int?
    /// Whether both have it with the same value.
    package var isEqual: Bool
    /// Whether letters of the name have another case.
    package var isNameWrittenOtherwise: Bool
  }

  /// Each field once, in the order of the left section; what only the right one has stands where it has it.
  package private(set) var pairs: [Pair] = []
  /// Whether fields that both have come in another order.
  package private(set) var isReordered = false

  /// Compares two sections.
  package init(_ left: [Field], _ right: [Field]) {
    let leftNames = left.map { $0.name.loweringASCII }
    let rightNames = right.map { $0.name.loweringASCII }
    let places = Dictionary(grouping: rightNames.indices) { rightNames[$0] }
    var partners = [Int?](repeating: nil, count: right.count)
    for (name, own) in Dictionary(grouping: leftNames.indices, by: { leftNames[$0] }) {
      for (one, other) in Self.partners(own, places[name] ?? [], left, right) { partners[other] = one }
    }
    var others = [Int?](repeating: nil, count: left.count)
    for (place, partner) in partners.enumerated() { if let partner { others[partner] = place } }
    list(left, right, others, partners)
    let order = others.compactMap { $0 }
    isReordered = zip(order, order.dropFirst()).contains { $0 > $1 }
  }

  /// Fields of one name: those with the same value belong together, the others by their order.
  private static func partners(_ left: [Int], _ right: [Int], _ leftFields: [Field], _ rightFields: [Field])
    -> [(Int, Int)]
  {
    func hash(_ field: Field) -> UInt64 { UInt64(bitPattern: Int64(field.value.hashValue)) }
    let changes = SequenceDifference.changes(left.map { hash(leftFields[$0]) }, right.map { hash(rightFields[$0]) })
    var pairs: [(Int, Int)] = []
    var (x, y) = (0, 0)
    for change in changes + [SequenceChange(left: left.count..<left.count, right: right.count..<right.count)] {
      while x < change.left.lowerBound {
        pairs.append((left[x], right[y]))
        (x, y) = (x + 1, y + 1)
      }
      for (one, other) in zip(change.left, change.right) { pairs.append((left[one], right[other])) }
      (x, y) = (change.left.upperBound, change.right.upperBound)
    }
    return pairs
  }

  private mutating func list(_ left: [Field], _ right: [Field], _ others: [Int?], _ partners: [Int?]) {
    func addLonely(from start: Int) {
      var next = start
      while next < right.count, partners[next] == nil {
        pairs.append(Pair(left: nil, right: next, isEqual: false, isNameWrittenOtherwise: false))
        next += 1
      }
    }
    addLonely(from: 0)
    for (place, other) in others.enumerated() {
      guard let other else {
        pairs.append(Pair(left: place, right: nil, isEqual: false, isNameWrittenOtherwise: false))
        continue
      }
      pairs.append(
        Pair(
          left: place, right: other, isEqual: left[place].value == right[other].value,
          isNameWrittenOtherwise: left[place].name != right[other].name))
      addLonely(from: other + 1)
    }
  }
}

extension String {
  /// The text with small ASCII letters.
  fileprivate var loweringASCII: String {
    String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
