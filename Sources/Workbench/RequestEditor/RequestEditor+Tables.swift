import Workspaces

/// The tables of names and values.
extension RequestEditor {
  /// A table's rows in the draft.
  func entries(of table: RequestTable) -> [NamedValue] {
    switch table {
    case .parameters: parameters.rows
    case .fields: draft.fields
    case .automaticFields:
      shownAutomaticFields.map { field in
        NamedValue(field.name, field.value, isEnabled: !isDropped(field))
      }
    case .form: if case .form(let entries) = draft.body { entries } else { [] }
    }
  }

  /// The automatic fields that no field of the user's stands for.
  var shownAutomaticFields: [AutomaticField] {
    let own = Set(draft.fields.filter(\.isEnabled).map { $0.name.lowercased() })
    return automaticFields.filter { !own.contains($0.name.lowercased()) }
  }

  func isDropped(_ field: AutomaticField) -> Bool {
    draft.droppedAutomaticFields.contains(field.name.lowercased())
  }

  mutating func store(_ text: String, to table: RequestTable, row: Int, column: RequestColumn) {
    if table == .automaticFields {
      takeOverAutomaticField(row, value: text)
      return
    }
    var rows = entries(of: table)
    if row >= rows.count { rows.append(NamedValue("", "")) }
    guard rows.indices.contains(row) else { return }
    switch column {
    case .toggle: return
    case .name: rows[row].name = text
    case .value: rows[row].value = text
    }
    setEntries(rows, of: table)
  }

  /// Adds an empty row after the focused one.
  mutating func addRow() -> [Outcome] {
    guard let table = mainTable else { return [.problem("There is no table here to add a row to")] }
    var rows = entries(of: table)
    var row = rows.count
    if case .cell(table, let focused, _) = focus { row = min(focused + 1, rows.count) }
    rememberTable(table)
    rows.insert(NamedValue("", ""), at: row)
    setEntries(rows, of: table)
    forgetCells()
    setFocus(.cell(table, row: row, .name))
    return changed()
  }

  mutating func deleteRow() -> [Outcome] {
    guard case .cell(let table, let row, let column) = focus else { return [.problem("Go to a row to delete it")] }
    if table == .automaticFields { return setDropped(true, row: row) }
    var rows = entries(of: table)
    guard rows.indices.contains(row) else { return [] }
    rememberTable(table)
    rows.remove(at: row)
    setEntries(rows, of: table)
    forgetCells()
    // The row after it, which may be the one for a new entry, takes its place.
    setFocus(.cell(table, row: row, row == rows.count && column == .toggle ? .name : column))
    return changed()
  }

  mutating func moveRow(by step: Int) -> [Outcome] {
    guard case .cell(let table, let row, let column) = focus, table != .automaticFields else {
      return [.problem("Go to a row of your own to move it")]
    }
    var rows = entries(of: table)
    guard rows.indices.contains(row), rows.indices.contains(row + step) else { return [] }
    rememberTable(table)
    rows.swapAt(row, row + step)
    setEntries(rows, of: table)
    forgetCells()
    setFocus(.cell(table, row: row + step, column))
    return changed()
  }

  /// Switches a row on or off without losing it.
  mutating func toggleRow(_ table: RequestTable, _ row: Int) -> [Outcome] {
    if table == .automaticFields {
      guard let field = shownAutomaticFields[safe: row] else { return [] }
      return setDropped(!isDropped(field), row: row)
    }
    var rows = entries(of: table)
    guard rows.indices.contains(row) else { return [] }
    rememberTable(table)
    rows[row].isEnabled.toggle()
    setEntries(rows, of: table)
    fitFocus()
    return changed()
  }

  /// Pasted lines of header fields become rows where a name is typed; nil where the text is something else.
  mutating func pasteFields(_ bytes: [UInt8]) -> [Outcome]? {
    guard case .cell(.fields, let row, .name) = focus, focusedEditor?.isEmpty == true,
      let pasted = FieldLines.fields(in: bytes)
    else { return nil }
    rememberTable(.fields)
    var rows = draft.fields
    // An empty row is where they go; a row that has a value stays behind them.
    let isBlank = rows[safe: row]?.isBlank == true
    rows.replaceSubrange(row..<(isBlank ? row + 1 : row), with: pasted)
    draft.fields = rows
    forgetCells()
    setFocus(.cell(.fields, row: row + pasted.count, .name))
    return changed()
  }

  /// The editors of table cells, by row, hold no longer.
  mutating func forgetCells() {
    editors = editors.filter { control, _ in
      if case .cell = control { false } else { true }
    }
  }

  private mutating func setEntries(_ rows: [NamedValue], of table: RequestTable) {
    switch table {
    case .parameters:
      parameters.rows = rows
      draft.url = parameters.url(replacing: draft.url)
      draft.disabledParameters = parameters.disabled
    case .fields: draft.fields = rows
    case .form: draft.body = .form(rows)
    case .automaticFields: break
    }
  }

  private mutating func setDropped(_ isDropped: Bool, row: Int) -> [Outcome] {
    guard let field = shownAutomaticFields[safe: row] else { return [] }
    remember(.fields(draft.fields, dropped: draft.droppedAutomaticFields))
    if isDropped {
      draft.droppedAutomaticFields.insert(field.name.lowercased())
    } else {
      draft.droppedAutomaticFields.remove(field.name.lowercased())
    }
    return changed()
  }

  /// An automatic field whose value is edited becomes the user's, and typing goes on in it.
  private mutating func takeOverAutomaticField(_ row: Int, value: String) {
    guard let field = shownAutomaticFields[safe: row] else { return }
    remember(.fields(draft.fields, dropped: draft.droppedAutomaticFields))
    draft.droppedAutomaticFields.remove(field.name.lowercased())
    draft.fields.append(NamedValue(field.name, value))
    let editor = editors.removeValue(forKey: focus)
    focus = .cell(.fields, row: draft.fields.count - 1, .value)
    editors[focus] = editor
    fitEditors()
  }

  private mutating func rememberTable(_ table: RequestTable) {
    switch table {
    case .parameters: remember(.parameters(parameters, url: draft.url))
    case .fields, .automaticFields: remember(.fields(draft.fields, dropped: draft.droppedAutomaticFields))
    case .form: remember(.body(draft.body))
    }
  }

  /// The table that the section is about.
  private var mainTable: RequestTable? {
    guard !isRaw else { return nil }
    return switch section {
    case .params: .parameters
    case .headers: .fields
    case .body: draft.body.kind == .form ? .form : nil
    case .auth, .options: nil
    }
  }
}
