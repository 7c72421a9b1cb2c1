/// A short list of what a text may go on with, under the cursor.
///
/// Tab and → take the one that is marked, at first the first one; ↓ and ↑ mark another, which Enter takes too, and a click
/// takes one. What is typed goes on beside it, Esc closes it, every other key closes it and means what it always means.
package struct Completion: Sendable, Hashable {
  static let most = 6

  package var control: RequestControl
  package var items: [String]
  /// The index of the one that is marked.
  package internal(set) var marked = 0
  /// What of the text the item takes the place of.
  var range: Range<Int>

  init(control: RequestControl, items: [String], range: Range<Int>) {
    (self.control, self.items, self.range) = (control, items, range)
  }

  /// The list with the next one marked, or the one before; nil where there is none.
  func marking(next step: Int) -> Completion? {
    guard items.indices.contains(marked + step) else { return nil }
    var other = self
    other.marked += step
    return other
  }
}

/// What texts may go on with, from the workspaces and the session.
package struct CompletionVocabulary: Sendable, Equatable {
  /// Names of the environment's variables and of those that Barewire provides.
  package var variables: [String] = []
  /// Seen before.
  package var urls: [String] = []
  /// Seen before, by the field's name in small letters.
  package var values: [String: [String]] = [:]

  package init() {}

  /// What may stand in a control's text for what was typed of it, the usual first; nothing once it is complete.
  func words(for typed: String, in control: RequestControl, ofField name: String?) -> [String] {
    let all: [String] =
      switch control {
      case .method: RequestEditor.methods
      case .url: urls
      case .bodyContentType: CommonFields.contentTypes
      case .cell(.fields, _, .name): CommonFields.names
      case .cell(.fields, _, .value), .cell(.automaticFields, _, .value):
        name.map { (values[$0.lowercased()] ?? []) + (CommonFields.values[$0.lowercased()] ?? []) } ?? []
      default: []
      }
    return Self.matching(typed, all)
  }

  static func matching(_ typed: String, _ words: [String]) -> [String] {
    let small = typed.lowercased()
    guard !small.isEmpty, !words.contains(where: { $0.lowercased() == small }) else { return [] }
    var found: [String] = []
    for word in words where word.lowercased().hasPrefix(small) && !found.contains(word) {
      found.append(word)
      if found.count == Completion.most { break }
    }
    return found
  }
}
