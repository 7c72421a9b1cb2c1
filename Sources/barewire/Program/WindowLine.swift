import Workbench

/// The questions of one pane for its rows: one at a time, and of those that wait only the newest is ever asked.
///
/// A document that grows is asked anew with each pulse; where an answer takes longer than that, the questions would pile
/// up behind each other.
struct WindowLine {
  private var isAsking = false
  private var waiting: DocumentPane.Request?

  /// The question to ask now; nil, and kept for later, while another is being answered.
  mutating func begin(_ request: DocumentPane.Request) -> DocumentPane.Request? {
    guard isAsking else {
      isAsking = true
      return request
    }
    waiting = request
    return nil
  }

  /// An answer came; the question that waited for it.
  mutating func end() -> DocumentPane.Request? {
    isAsking = false
    defer { waiting = nil }
    return waiting
  }
}
