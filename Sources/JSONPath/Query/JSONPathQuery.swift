/// A query of RFC 9535, read and checked.
///
/// ```swift
/// let query = try JSONPathQuery("$.store.book[?@.price < 10].title")
/// ```
package struct JSONPathQuery: Sendable, Hashable {
  /// The query as it was written.
  package let text: String
  let root: JSONPathChain
  /// How many queries begin with `$`, itself and those in its filters; each has a number below it.
  let absoluteCount: Int

  /// Reads a query; the error says where in it, and what is wrong.
  package init(_ text: String) throws(JSONPathError) {
    var parser = JSONPathParser(text)
    root = try parser.query()
    absoluteCount = parser.absoluteCount
    self.text = text
  }
}

/// Segments one after the other, and the node that they begin at.
struct JSONPathChain: Sendable, Hashable {
  enum Start: Sendable, Hashable {
    /// `$`; the number tells the queries of a filter that begin so from each other, for their results never change.
    case root(number: Int)
    /// `@`
    case current
  }

  let start: Start
  let segments: [JSONPathSegment]
  /// The segments as they are evaluated.
  let stages: [JSONPathStage]

  init(start: Start, segments: [JSONPathSegment]) {
    self.start = start
    self.segments = segments
    stages = JSONPathStage.stages(of: segments)
  }

  /// Whether it can find one node at most (RFC 9535 §2.3.5.1).
  var isSingular: Bool {
    segments.allSatisfy { segment in
      guard !segment.isDescendant, segment.selectors.count == 1 else { return false }
      return switch segment.selectors[0] {
      case .name, .index: true
      case .wildcard, .slice, .filter: false
      }
    }
  }
}

/// One step from nodes to their children, or to those of all their descendants too (RFC 9535 §2.5).
struct JSONPathSegment: Sendable, Hashable {
  var isDescendant: Bool
  var selectors: [JSONPathSelector]
}

/// What chooses children of a node (RFC 9535 §2.3); names are UTF-8.
enum JSONPathSelector: Sendable, Hashable {
  case name([UInt8])
  case wildcard
  case index(Int)
  case slice(JSONPathSlice)
  case filter(JSONPathCondition)
}

/// `start:end:step` (RFC 9535 §2.3.4).
struct JSONPathSlice: Sendable, Hashable {
  var start: Int?
  var end: Int?
  var step = 1

  /// Whether it chooses the same elements, in the order of the array, whatever comes behind them.
  var isForward: Bool { step > 0 && (start ?? 0) >= 0 && (end ?? 0) >= 0 }

  /// Whether a forward slice chooses the element at `index`.
  func chooses(_ index: Int) -> Bool {
    let first = start ?? 0
    return index >= first && index < end ?? .max && (index - first) % step == 0
  }

  /// The first and the last element of an array of `count` that it chooses, in its order; nil when it chooses none.
  func ends(count: Int) -> (first: Int, last: Int)? {
    func normal(_ index: Int) -> Int { index >= 0 ? index : count + index }
    let first: Int
    let end: Int
    if step > 0 {
      first = min(max(normal(start ?? 0), 0), count)
      end = min(max(self.end.map(normal) ?? count, 0), count)
    } else {
      first = min(max(start.map(normal) ?? count - 1, -1), count - 1)
      end = min(max(self.end.map(normal) ?? -1, -1), count - 1)
    }
    guard step > 0 ? first < end : step < 0 && first > end else { return nil }
    let steps = (abs(end - first) - 1) / abs(step)
    return (first, first + steps * step)
  }
}

/// A filter's condition (RFC 9535 §2.3.5).
indirect enum JSONPathCondition: Sendable, Hashable {
  case or([JSONPathCondition])
  case and([JSONPathCondition])
  case not(JSONPathCondition)
  case comparison(JSONPathOperand, JSONPathOperator, JSONPathOperand)
  /// Whether a query finds anything.
  case exists(JSONPathChain)
  /// `match` (the whole text) or `search` (a part of it): the text, and the pattern.
  case matches(JSONPathOperand, pattern: JSONPathOperand, isWhole: Bool)
}

enum JSONPathOperator: Sendable, Hashable {
  case equal, unequal, less, lessOrEqual, greater, greaterOrEqual
}

/// What has a value: a literal, a query that finds one node at most, or a function of `ValueType`.
indirect enum JSONPathOperand: Sendable, Hashable {
  case literal(JSONPathValue)
  case query(JSONPathChain)
  case length(JSONPathOperand)
  case count(JSONPathChain)
  case value(JSONPathChain)
}
