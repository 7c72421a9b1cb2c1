/// A line in which text is typed: what stands before the text, the text, and where in it the cursor is.
package struct EditedLine: Sendable, Hashable {
  package var label: String
  package var text: String
  /// Columns of the text before the cursor.
  package var cursor: Int

  package init(label: String, text: String, cursor: Int) {
    self.label = label
    self.text = text
    self.cursor = cursor
  }
}
