/// One row of a section of the form, as it is drawn.
package struct RequestFormRow: Sendable, Hashable {
  package enum Style: Sendable, Hashable {
    /// A toggle, a name and a value under each other in columns.
    case table
    /// A label and one control.
    case labelled
    /// A label over the rows that follow.
    case heading
    /// A text over the rest of the pane.
    case text
  }

  package var style: Style
  package var label = ""
  package var cells: [RequestFormCell]
  /// Switched off, or dropped: kept, but not sent.
  package var isEnabled = true
  /// Added by Barewire.
  package var isAutomatic = false
  /// The row where a new entry is typed.
  package var isNew = false

  /// What can have the focus, from left to right.
  package var controls: [RequestControl] { cells.compactMap(\.control) }
}

/// One cell of a row of the form.
package struct RequestFormCell: Sendable, Hashable {
  /// nil for what only stands there.
  package var control: RequestControl?
  /// For a toggle, whether it is on.
  package var isOn: Bool?
  /// As it is in the draft, apart from passwords; the focused cell is drawn from its editor.
  package var text = ""
  /// Shown dimmed while the text is empty.
  package var placeholder = ""
  package var isFocused = false
}
