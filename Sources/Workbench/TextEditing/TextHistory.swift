import TextRopes

/// The edits of a text, to be taken back and made again.
struct TextHistory: Sendable, Equatable {
  /// One step: what was at an offset, and what came in its place.
  struct Step: Sendable, Equatable {
    var offset: Int
    var removed: TextRope
    var inserted: TextRope
    /// The cursor and the selection's other end before the step.
    var cursor: Int
    var anchor: Int?
    /// Steps of one group are taken back together; 0 for one on its own.
    var group = 0
  }

  /// What joins with more of its kind in one step.
  enum Grouping: Sendable, Equatable {
    case none, typing, deletingBackward, deletingForward
  }

  private(set) var done: [Step] = []
  private(set) var undone: [Step] = []
  private var open = Grouping.none
  private var group = 0
  private var groups = 0
  private var groupDepth = 0

  /// Ends the group, so that the next edit is a step of its own.
  mutating func close() { open = .none }

  /// From here on all steps are taken back together, until `endGroup`; groups may hold groups.
  mutating func beginGroup() {
    groupDepth += 1
    guard groupDepth == 1 else { return }
    groups += 1
    group = groups
    close()
  }

  mutating func endGroup() {
    guard groupDepth > 0 else { return }
    groupDepth -= 1
    if groupDepth == 0 { group = 0 }
    close()
  }

  mutating func record(_ step: Step, as grouping: Grouping) {
    var step = step
    step.group = group
    undone.removeAll()
    if grouping == open, let last = done.indices.last, join(step, to: last) { return }
    done.append(step)
    open = grouping
  }

  mutating func takeUndo() -> Step? {
    close()
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  mutating func takeRedo() -> Step? {
    close()
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }

  private mutating func join(_ step: Step, to last: Int) -> Bool {
    switch open {
    case .none:
      return false
    case .typing:
      guard step.removed.isEmpty, step.offset == done[last].offset + done[last].inserted.count else { return false }
      // A word is a step: a space ends up with the word before it.
      let (before, after) = (done[last].inserted, step.inserted)
      if !before.isEmpty, before.bytes(in: before.count - 1..<before.count) == [0x20],
        after.bytes(in: 0..<min(1, after.count)) != [0x20]
      {
        return false
      }
      done[last].inserted.append(step.inserted)
    case .deletingBackward:
      guard step.offset + step.removed.count == done[last].offset else { return false }
      done[last].offset = step.offset
      done[last].removed.replace(0..<0, with: step.removed)
    case .deletingForward:
      guard step.offset == done[last].offset else { return false }
      done[last].removed.append(step.removed)
    }
    return true
  }
}
