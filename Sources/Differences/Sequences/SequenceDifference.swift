/// What has to be taken out of one sequence of hashes and put in to get another, in slices of bounded work.
///
/// Myers' algorithm in its linear-space form ("An O(ND) Difference Algorithm and Its Variations", 1986): the middle of a
/// shortest way divides the problem in two. Elements that the other side does not have are set aside first, and a
/// middle that takes too long to find is replaced by the best place reached, so that two long sequences with nothing in
/// common cost no more than their length times `costLimit`. The answer is a right one then, but not the shortest.
package struct SequenceDifference: Sendable {
  /// Steps from both ends after which the best place so far divides a box.
  private static let leastCostLimit = 256

  /// A part of both sequences that is still to be compared.
  private struct Box {
    var left: Range<Int>
    var right: Range<Int>
  }

  /// The elements of one side that the other has too, and where in it they are.
  private struct Side {
    let count: Int
    var kept: [UInt64] = []
    var places: [Int] = []
    /// Which of all elements are in no common subsequence.
    var isAlone: [Bool]

    init(_ elements: [UInt64], within middle: Range<Int>, alsoIn others: [UInt64]) {
      count = elements.count
      isAlone = [Bool](repeating: false, count: elements.count)
      for place in middle {
        if others.holdsSorted(elements[place]) {
          kept.append(elements[place])
          places.append(place)
        } else {
          isAlone[place] = true
        }
      }
    }

    mutating func setAlone(_ range: Range<Int>) {
      for index in range { isAlone[places[index]] = true }
    }
  }

  private var left: Side
  private var right: Side
  private var boxes: [Box] = []
  private var forward: [Int]
  private var backward: [Int]
  private let costLimit: Int

  /// A comparison that has yet to be stepped through.
  package init(_ leftElements: [UInt64], _ rightElements: [UInt64]) {
    let shorter = min(leftElements.count, rightElements.count)
    var prefix = 0
    while prefix < shorter, leftElements[prefix] == rightElements[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix,
      leftElements[leftElements.count - 1 - suffix] == rightElements[rightElements.count - 1 - suffix]
    {
      suffix += 1
    }
    let leftMiddle = prefix..<leftElements.count - suffix
    let rightMiddle = prefix..<rightElements.count - suffix
    left = Side(leftElements, within: leftMiddle, alsoIn: rightElements[rightMiddle].sorted())
    right = Side(rightElements, within: rightMiddle, alsoIn: leftElements[leftMiddle].sorted())
    let diagonals = left.kept.count + right.kept.count + 3
    forward = [Int](repeating: 0, count: diagonals)
    backward = forward
    var root = 1
    while root * root < diagonals { root += 1 }
    costLimit = max(Self.leastCostLimit, root)
    boxes = [Box(left: 0..<left.kept.count, right: 0..<right.kept.count)]
  }

  /// All changes between two short sequences.
  package static func changes(_ left: [UInt64], _ right: [UInt64]) -> [SequenceChange] {
    var difference = SequenceDifference(left, right)
    while difference.step() {}
    return difference.changes
  }

  /// Compares one more part; false when there is nothing more to do.
  package mutating func step() -> Bool {
    guard var box = boxes.popLast() else { return false }
    while let first = box.left.first, let other = box.right.first, left.kept[first] == right.kept[other] {
      box = Box(left: box.left.dropFirst(), right: box.right.dropFirst())
    }
    while let last = box.left.last, let other = box.right.last, left.kept[last] == right.kept[other] {
      box = Box(left: box.left.dropLast(), right: box.right.dropLast())
    }
    if box.left.isEmpty || box.right.isEmpty {
      left.setAlone(box.left)
      right.setAlone(box.right)
    } else {
      let (x, y) = middle(of: box)
      boxes.append(Box(left: box.left.lowerBound..<x, right: box.right.lowerBound..<y))
      boxes.append(Box(left: x..<box.left.upperBound, right: y..<box.right.upperBound))
    }
    return !boxes.isEmpty
  }

  /// The changes, in order; right once `step` has returned false.
  package var changes: [SequenceChange] {
    var changes: [SequenceChange] = []
    var x = 0
    var y = 0
    while x < left.count || y < right.count {
      let start = (x, y)
      while x < left.count, left.isAlone[x] { x += 1 }
      while y < right.count, right.isAlone[y] { y += 1 }
      if start != (x, y) {
        changes.append(SequenceChange(left: start.0..<x, right: start.1..<y))
      } else {
        x += 1
        y += 1
      }
    }
    return changes
  }

  /// A place on a short way through a box, neither of whose ends match.
  ///
  /// A diagonal is x - y; `forward` and `backward` hold the furthest x that was reached on each.
  private mutating func middle(of box: Box) -> (x: Int, y: Int) {
    let shift = right.kept.count + 1
    let (x0, x1) = (box.left.lowerBound, box.left.upperBound)
    let (y0, y1) = (box.right.lowerBound, box.right.upperBound)
    let (least, greatest) = (x0 - y1, x1 - y0)
    var ahead = (x0 - y0)...(x0 - y0)
    var behind = (x1 - y1)...(x1 - y1)
    let isOdd = !(x0 - y0 - x1 + y1).isMultiple(of: 2)
    forward[ahead.lowerBound + shift] = x0
    backward[behind.lowerBound + shift] = x1
    var cost = 0
    while true {
      cost += 1
      ahead = widen(ahead, within: least...greatest, &forward, shift: shift, edge: -1)
      for diagonal in stride(from: ahead.upperBound, through: ahead.lowerBound, by: -2) {
        let index = diagonal + shift
        var x = max(forward[index - 1] + 1, forward[index + 1])
        while x < x1, x - diagonal < y1, left.kept[x] == right.kept[x - diagonal] { x += 1 }
        forward[index] = x
        if isOdd, behind.contains(diagonal), backward[index] <= x { return (x, x - diagonal) }
      }
      behind = widen(behind, within: least...greatest, &backward, shift: shift, edge: .max)
      for diagonal in stride(from: behind.upperBound, through: behind.lowerBound, by: -2) {
        let index = diagonal + shift
        var x = min(backward[index - 1], backward[index + 1] == .max ? .max : backward[index + 1] - 1)
        while x > x0, x - diagonal > y0, left.kept[x - 1] == right.kept[x - diagonal - 1] { x -= 1 }
        backward[index] = x
        if !isOdd, ahead.contains(diagonal), x <= forward[index] { return (x, x - diagonal) }
      }
      if cost >= costLimit { return best(in: box, ahead, behind, shift: shift) }
    }
  }

  /// One diagonal more at each end, or one less where the box ends.
  private func widen(
    _ range: ClosedRange<Int>, within bounds: ClosedRange<Int>, _ reached: inout [Int], shift: Int, edge: Int
  ) -> ClosedRange<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    if low > bounds.lowerBound {
      low -= 1
      reached[low - 1 + shift] = edge
    } else {
      low += 1
    }
    if high < bounds.upperBound {
      high += 1
      reached[high + 1 + shift] = edge
    } else {
      high -= 1
    }
    return low...max(low, high)
  }

  /// The place furthest from its corner.
  private func best(
    in box: Box, _ ahead: ClosedRange<Int>, _ behind: ClosedRange<Int>, shift: Int
  ) -> (x: Int, y: Int) {
    var furthest = (x: box.left.lowerBound, y: box.right.lowerBound)
    for diagonal in stride(from: ahead.upperBound, through: ahead.lowerBound, by: -2) {
      var x = min(forward[diagonal + shift], box.left.upperBound)
      if x - diagonal > box.right.upperBound { x = box.right.upperBound + diagonal }
      if x + x - diagonal > furthest.x + furthest.y { furthest = (x, x - diagonal) }
    }
    var nearest = (x: box.left.upperBound, y: box.right.upperBound)
    for diagonal in stride(from: behind.upperBound, through: behind.lowerBound, by: -2) {
      var x = max(backward[diagonal + shift], box.left.lowerBound)
      if x - diagonal < box.right.lowerBound { x = box.right.lowerBound + diagonal }
      if x + x - diagonal < nearest.x + nearest.y { nearest = (x, x - diagonal) }
    }
    let fromEnd = box.left.upperBound + box.right.upperBound - nearest.x - nearest.y
    let fromStart = furthest.x + furthest.y - box.left.lowerBound - box.right.lowerBound
    return fromEnd < fromStart ? furthest : nearest
  }
}

extension Array<UInt64> {
  /// Whether a sorted array holds an element.
  fileprivate func holdsSorted(_ element: UInt64) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == element
  }
}
