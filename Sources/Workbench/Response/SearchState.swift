package import Documents

/// A search in the headers or the body as it stands.
package struct SearchState: Sendable, Hashable {
  package let wanted: DocumentSearch
  /// Where it looks: `headers` or `body`.
  package private(set) var pane: Pane
  /// Counts the questions, so that late answers are dropped.
  package var generation = 0
  package var isRunning = false
  package var isBackward = false
  /// The match that was found last: its row, and UTF-8 offsets in the row's text.
  package var match: Match?
  /// How many matches the document has, and how many of them before the one that was found last, as far as is known.
  package var count: MatchCount?

  package struct Match: Sendable, Hashable {
    package var row: Int
    package var range: Range<Int>
  }

  package init(_ wanted: DocumentSearch, in pane: Pane = .body) {
    self.wanted = wanted
    self.pane = pane
  }

  package var needle: String { wanted.needle }

  /// What was found, and of how many, in words.
  package var words: String {
    guard let match else { return "“\(needle)”" }
    let row = "match in row \(match.row + 1)"
    guard let count else { return "“\(needle)”: \(row)" }
    if count.isComplete { return "“\(needle)”: \(row), \(count.before + 1) of \(count.count)" }
    return "“\(needle)”: \(row), \(max(count.count, count.before + 1)) or more (\(Int(count.fraction * 100)) % read)"
  }

  /// Takes a match that lies `step` matches farther than the one before.
  mutating func take(_ match: Match, step: Int) {
    let isNext = self.match != nil && self.match != match
    self.match = match
    guard var known = count, known.isComplete, isNext else { return count = nil }
    known.before += step
    count = (0..<known.count).contains(known.before) ? known : nil
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
    count = nil
  }
}
