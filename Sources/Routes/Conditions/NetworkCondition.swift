package import Recordings

/// How a line is made worse on purpose, at this end: for each direction a delay, a rate and an end.
///
/// Its text is a list such as `delay=200ms~50ms,down=1M,up=64k,drop=reset@10k`. `delay` and `drop` are for both
/// directions, each by itself; `delay-up`, `delay-down`, `drop-up` and `drop-down` are for one.
package struct NetworkCondition: Sendable, Hashable {
  /// What happens to the bytes of one direction.
  package struct Line: Sendable, Hashable {
    package var delay: LineDelay?
    package var rate: ByteRate?
    package var drop: ConnectionDrop?

    package init(delay: LineDelay? = nil, rate: ByteRate? = nil, drop: ConnectionDrop? = nil) {
      self.delay = delay
      self.rate = rate
      self.drop = drop
    }

    /// Whether bytes pass as they are.
    package var isClear: Bool { self == Line() }
  }

  /// Sent bytes.
  package var up: Line
  /// Received bytes.
  package var down: Line

  package init(up: Line = Line(), down: Line = Line()) {
    self.up = up
    self.down = down
  }

  /// Whether bytes pass as they are, both ways.
  package var isClear: Bool { up.isClear && down.isClear }

  /// The line of a direction.
  package subscript(direction: Direction) -> Line { direction == .sent ? up : down }

  /// Reads the text form; an empty text is a line without faults.
  package init(_ text: String) throws(RouteError) {
    self.init()
    var seen: Set<String> = []
    for entry in text.split(separator: ",", omittingEmptySubsequences: false) where text != "" {
      let pieces = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { Self.trimmed($0) }
      guard pieces.count == 2 else { throw .conditionEntry(Self.trimmed(entry)) }
      // A setting for both directions sets each.
      for name in Self.names[pieces[0]] ?? [pieces[0]] where !seen.insert(name).inserted {
        throw .conditionRepeated(pieces[0])
      }
      try set(pieces[0], to: pieces[1])
    }
  }

  private static let names = ["delay": ["delay-up", "delay-down"], "drop": ["drop-up", "drop-down"]]

  private mutating func set(_ name: String, to value: String) throws(RouteError) {
    switch name {
    case "up": up.rate = try ByteRate(value)
    case "down": down.rate = try ByteRate(value)
    case "delay-up": up.delay = try LineDelay(value)
    case "delay-down": down.delay = try LineDelay(value)
    case "drop-up": up.drop = try ConnectionDrop(value)
    case "drop-down": down.drop = try ConnectionDrop(value)
    case "delay", "drop":
      try set("\(name)-up", to: value)
      try set("\(name)-down", to: value)
    default: throw .conditionName(name)
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension NetworkCondition: CustomStringConvertible {
  /// The text that reads as this condition; empty for a line without faults.
  package var description: String {
    var entries = Self.entries("delay", up.delay?.description, down.delay?.description)
    if let rate = down.rate { entries.append("down=\(rate)") }
    if let rate = up.rate { entries.append("up=\(rate)") }
    entries += Self.entries("drop", up.drop?.description, down.drop?.description)
    return entries.joined(separator: ",")
  }

  private static func entries(_ name: String, _ up: String?, _ down: String?) -> [String] {
    if let up, up == down { return ["\(name)=\(up)"] }
    return (up.map { ["\(name)-up=\($0)"] } ?? []) + (down.map { ["\(name)-down=\($0)"] } ?? [])
  }
}
