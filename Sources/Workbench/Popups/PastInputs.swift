/// What was answered to a prompt before, to be called back.
package struct PastInputs: Sendable {
  /// The newest first.
  private let all: [String]
  /// The one that is shown.
  private var index: Int?
  /// What was typed before the first one was called.
  private var typed = ""

  package init(_ all: [String] = []) {
    self.all = all
  }

  /// The next older one in the place of a text, or the next newer one; nil where there is none.
  package mutating func recall(older: Bool, from text: String) -> String? {
    guard let shown = index else {
      // What stands there already is passed over.
      guard older, let first = all.firstIndex(where: { $0 != text }) else { return nil }
      typed = text
      index = first
      return all[first]
    }
    let next = older ? shown + 1 : shown - 1
    guard next < all.count else { return nil }
    index = next < 0 ? nil : next
    return next < 0 ? typed : all[next]
  }
}
