import TerminalUI

/// The place that has the focus, in words worth hearing: "Request, Headers tab, row 2 of 3: Host, value localhost".
struct SpokenPlace: Sendable, Hashable {
  /// The pane or the popup, with its tab.
  var name: String
  /// "row", "line" or "item", and the number of the one that has the focus.
  var unit = "row"
  var row: Int?
  var count = 0
  /// What stands before the text.
  var label = ""
  var text: String
  /// Columns of the text before the cursor, where the text is edited.
  var cursor: Int?

  init(
    _ name: String, _ text: String, label: String = "", unit: String = "row", row: Int? = nil, count: Int = 0,
    cursor: Int? = nil
  ) {
    self.name = name
    self.text = text
    self.label = label
    self.unit = unit
    self.row = row
    self.count = count
    self.cursor = cursor
  }

  /// Whether the same text is edited in both.
  func isSameText(as other: SpokenPlace) -> Bool {
    name == other.name && label == other.label && row == other.row && (cursor == nil) == (other.cursor == nil)
  }

  /// What is said before the text; only what is new where the focus stays in the pane.
  func lead(after before: SpokenPlace?) -> String {
    let isNew = before?.name != name
    let position = row.map { count > 0 ? "\(unit) \($0) of \(count)" : "\(unit) \($0)" }
    let head = ([isNew ? name : nil, position] as [String?]).compactMap(\.self).joined(separator: ", ")
    return head + (head.isEmpty || label.isEmpty && text.isEmpty && cursor == nil ? "" : ": ")
      + (label.isEmpty ? "" : label + (text.isEmpty && cursor == nil ? "" : " "))
  }

  /// Everything as one line.
  func line(after before: SpokenPlace?) -> String { lead(after: before) + text }
}
