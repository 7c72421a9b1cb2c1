/// Moving between the controls of the pane.
extension RequestEditor {
  /// The controls from top to bottom, each row from left to right.
  var controls: [[RequestControl]] {
    [[.method, .url], [.tabs]] + (isRaw ? [[.raw]] : formRows.map(\.controls).filter { !$0.isEmpty })
  }

  /// Focuses a control, or the nearest one that there is.
  mutating func setFocus(_ control: RequestControl) {
    menu = nil
    kills.close()
    if control != focus, case .text(let mode) = control.kind { vi?.enter(mode) }
    focus = control
    fitFocus()
  }

  /// Sees to it that the focused control exists (rows and kinds change under it) and has its editor.
  mutating func fitFocus() {
    if !controls.contains(where: { $0.contains(focus) }) { focus = nearest(to: focus) }
    openEditor()
    followFocus()
  }

  mutating func step(by step: Int) {
    let all = controls.flatMap { $0 }
    guard let index = all.firstIndex(of: focus) else { return }
    // From a table's name and value, Tab need not pass the toggles; they are to the left.
    var next = (index + step + all.count) % all.count
    while case .cell(_, _, .toggle) = all[next] { next = (next + step + all.count) % all.count }
    setFocus(all[next])
  }

  mutating func moveFocus(_ direction: Direction) -> [Outcome] {
    if focus == .tabs, direction == .left || direction == .right {
      return stepSection(by: direction == .left ? -1 : 1)
    }
    let controls = self.controls
    guard let row = controls.firstIndex(where: { $0.contains(focus) }),
      let column = controls[row].firstIndex(of: focus)
    else { return [] }
    switch direction {
    case .left, .right:
      if let next = controls[row][safe: column + (direction == .left ? -1 : 1)] { setFocus(next) }
    case .up, .down:
      guard let next = controls[safe: row + (direction == .up ? -1 : 1)] else { return [] }
      setFocus(target(in: next) ?? focus)
    }
    return []
  }

  /// Of another row, the control in the focused one's column.
  private func target(in row: [RequestControl]) -> RequestControl? {
    if case .cell(_, _, let column) = focus {
      let same = row.first { control in
        if case .cell(_, _, column) = control { true } else { false }
      }
      if let same { return same }
    }
    // Into a table from above or below: to what is typed, not to what is switched.
    return row.first { $0 == .url } ?? row.first { control in
      if case .text = control.kind { true } else { false }
    } ?? row.first
  }

  private func nearest(to control: RequestControl) -> RequestControl {
    guard case .cell(let table, let row, let column) = control else { return isRaw ? .raw : .tabs }
    let cells = controls.flatMap { $0 }.filter { candidate in
      if case .cell(table, _, _) = candidate { true } else { false }
    }
    let inRow = cells.last { candidate in
      if case .cell(_, let other, _) = candidate { other <= row } else { false }
    }
    guard case .cell(_, let nearestRow, _) = inRow ?? cells.first else { return .tabs }
    let same = RequestControl.cell(table, row: nearestRow, column)
    return cells.contains(same) ? same : inRow ?? .tabs
  }

  // MARK: - Sections

  mutating func show(_ section: RequestSection) -> [Outcome] {
    self.section = section
    if isDetached { return backToForm() }
    isRaw = false
    firstRow = 0
    setFocus(firstControl)
    return []
  }

  /// Shows the bytes or the form; bytes that are the request are read as a form first, and stay raw where that fails.
  mutating func show(raw: Bool) -> [Outcome] {
    menu = nil
    if !raw, isDetached { return backToForm() }
    let changes = raw != isRaw
    isRaw = raw
    if raw {
      setFocus(.raw)
      return changes && !isPreviewCurrent && !isDetached ? [.previewNeeded] : []
    }
    switch focus {
    case .method, .url, .tabs: setFocus(focus)
    default: setFocus(firstControl)
    }
    return []
  }

  /// Along the tabs: the sections, then raw.
  mutating func stepSection(by step: Int) -> [Outcome] {
    let sections = RequestSection.allCases
    let current = isRaw ? sections.count : sections.firstIndex(of: section) ?? 0
    let next = (current + step + sections.count + 1) % (sections.count + 1)
    let stays = focus == .tabs
    let outcomes = next == sections.count ? show(raw: true) : show(sections[next])
    if stays, !isDetached { setFocus(.tabs) }
    return outcomes
  }

  /// Where typing in a section begins.
  private var firstControl: RequestControl {
    let inForm = controls.dropFirst(2)
    return inForm.first.flatMap { target(in: $0) } ?? .tabs
  }

  /// Scrolls the form to the focused row.
  mutating func followFocus() {
    let rows = formRows
    let visible = layout.contentRows
    firstRow = max(0, min(firstRow, rows.count - visible))
    guard !isRaw, let row = rows.firstIndex(where: { $0.controls.contains(focus) }) else { return }
    // The heading over a row comes with it where there is room.
    let top = visible > 1 && row > 0 && rows[row - 1].style == .heading ? row - 1 : row
    firstRow = max(row - visible + 1, min(firstRow, top))
  }
}
