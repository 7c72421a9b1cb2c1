/// A place on the screen that can have the focus.
package enum Pane: String, Sendable, Hashable, CaseIterable {
  case tree, request, connection, headers, body
}

/// How much room each pane has for its rows: told to the workbench by the layout after each change.
package struct PaneSizes: Sendable, Hashable {
  /// Columns and rows inside a pane's border.
  package struct Size: Sendable, Hashable {
    package var columns: Int
    package var rows: Int

    package init(columns: Int, rows: Int) {
      self.columns = columns
      self.rows = rows
    }
  }

  package var tree = Size(columns: 26, rows: 20)
  package var request = Size(columns: 90, rows: 6)
  package var headers = Size(columns: 36, rows: 8)
  package var body = Size(columns: 56, rows: 8)

  package init() {}
}

/// What kind of thing owns the keys at the moment; the keymap has one table for each.
package enum InputContext: String, Sendable, Hashable, CaseIterable {
  case tree, request, requestText, requestLines, requestBytes
  /// A text of the request with vi's keys, while nothing is typed into it.
  case requestVi
  case connection, headers, body
  /// Something is selected in the headers or the body.
  case selection
  /// A line of text over everything: a name, a path, a search, a filter.
  case prompt
  /// A list to choose from.
  case choice
  /// The palette: a filter and a list.
  case palette
  case help
  /// Labels on everything; a letter goes there.
  case jump

  /// Whether printable keys are typed text here.
  package var ownsPrintableKeys: Bool {
    switch self {
    case .requestText, .requestLines, .requestBytes, .requestVi, .prompt, .palette, .jump: true
    case .tree, .request, .connection, .headers, .body, .selection, .choice, .help: false
    }
  }
}
