package import Workspaces

/// Lays out JSON that is too long to be held as one value: lists and objects are opened, filled and closed in pieces.
///
/// A value that is handed over whole stands on one line.
package struct JSONLayout: Sendable {
  /// What was laid out and not yet taken.
  package private(set) var bytes: [UInt8] = []
  /// For each open list or object, whether it has something in it.
  private var levels: [Bool] = []

  package init() {}

  /// Takes what was laid out so far.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Opens a list, or with `{` an object; `name` where it is a member.
  package mutating func open(_ bracket: Character, named name: String? = nil) {
    begin(name)
    append(String(bracket))
    levels.append(false)
  }

  /// Closes what was opened last.
  package mutating func close(_ bracket: Character) {
    if levels.popLast() == true { breakLine() }
    append(String(bracket))
    if levels.isEmpty { append("\n") }
  }

  /// A value in the list or, with a name, a member of the object that is open.
  package mutating func value(_ value: OrderedJSON, named name: String? = nil) {
    begin(name)
    bytes += value.inlineBytes
  }

  private mutating func begin(_ name: String?) {
    if let level = levels.indices.last {
      if levels[level] { append(",") }
      levels[level] = true
      breakLine()
    }
    if let name {
      bytes += OrderedJSON.string(name).inlineBytes
      append(": ")
    }
  }

  private mutating func breakLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * levels.count))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}
