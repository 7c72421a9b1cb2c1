import TextRopes

/// What was killed, the last one first, as readline keeps it: kills without another command between them are one.
package struct KillRing: Sendable, Equatable {
  static let limit = 60

  private(set) var entries: [TextRope] = []
  /// Whether the next kill joins with the last one.
  private var isOpen = false
  /// Which entry was put back last.
  private var current = 0

  package init() {}

  mutating func kill(_ text: TextRope, isForward: Bool) {
    if isOpen, let last = entries.first {
      entries[0] = text
      isForward ? entries[0].replace(0..<0, with: last) : entries[0].append(last)
    } else {
      entries.insert(text, at: 0)
      if entries.count > Self.limit { entries.removeLast() }
    }
    isOpen = true
    current = 0
  }

  /// Another command came.
  mutating func close() { isOpen = false }

  /// What is put back first.
  var latest: TextRope? {
    mutating get {
      current = 0
      return entries.first
    }
  }

  /// What comes in the place of what was put back: the one killed before it, after the first the last.
  mutating func rotate() -> TextRope? {
    guard !entries.isEmpty else { return nil }
    current = (current + 1) % entries.count
    return entries[current]
  }
}
