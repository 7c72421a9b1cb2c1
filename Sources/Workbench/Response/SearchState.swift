/// A search in the headers or the body as it stands.
package struct SearchState: Sendable, Hashable {
  package var needle: String
  /// Where it looks: `headers` or `body`.
  package private(set) var pane: Pane
  /// Counts the questions, so that late answers are dropped.
  package var generation = 0
  package var isRunning = false
  package var isBackward = false
  /// The match that was found last: its row, and UTF-8 offsets in the row's text.
  package var match: Match?

  package struct Match: Sendable, Hashable {
    package var row: Int
    package var range: Range<Int>
  }

  package init(needle: String, in pane: Pane = .body) {
    self.needle = needle
    self.pane = pane
  }

  /// Goes on in the pane that has the focus now, if that is another one to look in.
  mutating func turn(to focus: Pane) {
    guard focus != pane, focus == .headers || focus == .body else { return }
    pane = focus
    startOver()
  }

  /// Another document is shown: what was found does not hold there, but can be looked for again.
  mutating func startOver() {
    generation = 0
    isRunning = false
    match = nil
  }
}
