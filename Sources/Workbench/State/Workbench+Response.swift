import Documents
import Exchanges

/// Reading what came.
extension Workbench {
  mutating func performOnResponse(_ command: Command) -> [Effect] {
    switch command {
    case .previousExchange: return step(by: -1)
    case .nextExchange: return step(by: 1)
    case .showPretty: return show(.pretty)
    case .showText: return show(.text)
    case .showHex: return show(.hex)
    case .showWire: return show(.wire)
    case .toggleHexContent:
      viewer.showsHexOfContent = viewer.view == .hex ? !viewer.showsHexOfContent : true
      return show(.hex)
    case .toggleWireText:
      guard exchange?.summary?.stream != nil else {
        message = .note("Only an exchange over HTTP/2 has frames beside its text")
        return []
      }
      viewer.showsWireAsText = viewer.view == .wire ? !viewer.showsWireAsText : true
      return show(.wire)
    case .showNote: return show(.note)
    case .nextView:
      let all = viewer.views
      let index = all.firstIndex(of: viewer.view) ?? 0
      return show(all[(index + 1) % all.count])
    case .explain: return explain()
    case .search:
      askForSearch()
    case .toggleSearchCase, .toggleSearchExpression: return changeSearch(command)
    case .goTo:
      guard viewer[focus == .headers ? .headers : .body].key != nil else { return [] }
      popup = .prompt(
        Prompt(
          purpose: .goTo, title: viewer.view == .hex ? "Go to offset: 4096, 0x1000, 50%" : "Go to: 120, @4096, 50%"))
    case .searchNext: return search(isBackward: false)
    case .searchPrevious: return search(isBackward: true)
    case .filterBody: askForFilter()
    case .openInPager, .openInEditor: return showOutside(command)
    default: break
    }
    return []
  }

  /// Shows or hides what the selected field means.
  mutating func explain() -> [Effect] {
    guard let key = viewer.headers.key else {
      message = .note("There are no headers yet")
      return []
    }
    focus = .headers
    // Rows come or go below.
    viewer.headers.endSelection()
    return [.toggleReading(key, row: viewer.headers.cursor, columns: viewer.headers.columns)]
  }

  /// Whether an exchange can be gone to in this tab: not where another one has it.
  func isHere(_ record: ExchangeHistory.Record) -> Bool {
    record.tab == tabs.shown.id || tabs.index(of: record.tab) == nil
  }

  private mutating func step(by count: Int) -> [Effect] {
    guard let id = history.neighbour(of: viewer.exchange, by: count, where: isHere) else {
      message = .note(count < 0 ? "This is the first exchange" : "This is the last exchange")
      return []
    }
    connectionPanel.show(history[id]?.summary?.connection?.id)
    return viewer.show(id).map(Effect.window)
  }

  private mutating func show(_ view: ResponseViewer.BodyView) -> [Effect] {
    viewer.show(view).map(Effect.window) + locateHighlight()
  }

  /// Goes to the highlighted bytes where the body shows bytes.
  func locateHighlight() -> [Effect] {
    guard let highlight = viewer.highlight, let key = viewer.body.key, viewer.hasByteCursor else { return [] }
    return [.locate(highlight, in: key)]
  }

  /// Takes the sizes of the panes; rows of more or fewer bytes are another document, in which the place is kept.
  mutating func resizeViewer(_ sizes: PaneSizes) -> [Effect] {
    let byte = viewer.hasByteCursor && viewer.body.cursor > 0 ? viewer.body.byteAtCursor : nil
    let before = viewer.body.key
    let effects = following { $0.resize(sizes) }
    guard let key = viewer.body.key, key != before else { return effects }
    // Other rows have other numbers.
    guard let byte else { return effects + locateHighlight() }
    return effects + [.locate(byte, in: key, isMarked: false)]
  }

  // MARK: Moving

  mutating func moveInResponse(_ command: Command) -> [Effect] {
    let isHeaders = focus == .headers
    if command == .activate, !isHeaders, viewer.view == .difference { return showComparedBytes() }
    var pane = isHeaders ? viewer.headers : viewer.body
    let page = max(1, pane.rows - 1)
    var request: DocumentPane.Request?
    switch command {
    case .moveUp: request = pane.move(by: -1)
    case .moveDown: request = pane.move(by: 1)
    case .pageUp: request = pane.move(by: -page)
    case .pageDown: request = pane.move(by: page)
    case .moveToStart: request = pane.move(to: 0)
    case .moveToEnd: request = pane.moveToEnd()
    case .activate: break
    default: request = moveInRow(command, &pane, overBytes: !isHeaders && viewer.hasByteCursor)
    }
    put(pane, isHeaders: isHeaders)
    return (request.map { [.window($0)] } ?? []) + cursorMoved(isHeaders: isHeaders)
  }

  private func moveInRow(
    _ command: Command, _ pane: inout DocumentPane, overBytes: Bool
  ) -> DocumentPane.Request? {
    let isOverCharacters = pane.isSelectingCharacters
    switch command {
    case .moveLeft where isOverCharacters: pane.moveOverCharacters(by: -1)
    case .moveRight where isOverCharacters: pane.moveOverCharacters(by: 1)
    case .moveWordLeft where isOverCharacters: return pane.moveOverWords(by: -1)
    case .moveWordRight where isOverCharacters: return pane.moveOverWords(by: 1)
    case .moveLineStart where isOverCharacters: pane.moveToLineStart()
    case .moveLineEnd where isOverCharacters: pane.moveToLineEnd()
    case .moveLeft: pane.moveSideways(by: -1, overBytes: overBytes)
    case .moveRight: pane.moveSideways(by: 1, overBytes: overBytes)
    // Bytes stand in groups of eight.
    case .moveWordLeft where overBytes: pane.moveSideways(by: -8, overBytes: true)
    case .moveWordRight where overBytes: pane.moveSideways(by: 8, overBytes: true)
    case .moveLineStart: pane.moveSideways(by: -(1 << 20), overBytes: overBytes)
    case .moveLineEnd: pane.moveSideways(by: 1 << 20, overBytes: overBytes)
    default: break
    }
    return nil
  }

  mutating func moveInResponse(_ pane: Pane, to row: Int, byteInRow: Int) -> [Effect] {
    let isHeaders = pane == .headers
    var document = isHeaders ? viewer.headers : viewer.body
    let request = document.move(to: row, byteInRow: byteInRow)
    put(document, isHeaders: isHeaders)
    return (request.map { [.window($0)] } ?? []) + cursorMoved(isHeaders: isHeaders)
  }

  mutating func put(_ pane: DocumentPane, isHeaders: Bool) {
    if isHeaders { viewer.headers = pane } else { viewer.body = pane }
  }

  /// A selected field shows its bytes in the body's hex or wire view; a byte there says which part it is.
  mutating func cursorMoved(isHeaders: Bool) -> [Effect] {
    if isHeaders {
      viewer.highlight = viewer.headers.rowAtCursor?.source
      viewer.located = nil
      guard let source = viewer.highlight, viewer.hasByteCursor, let key = viewer.body.key else { return [] }
      return [.locate(source, in: key)]
    }
    guard viewer.hasByteCursor, let byte = viewer.body.byteAtCursor, let exchange = viewer.exchange else {
      viewer.partName = nil
      return namePath()
    }
    return [.namePart(byte, exchange)]
  }

  // MARK: Answers

  mutating func takeDocumentAnswer(_ action: Action) -> [Effect] {
    switch action {
    case .window(let window):
      let (before, cursor) = (viewer.body.window?.key, viewer.body.cursor)
      let more = viewer.take(window).map(Effect.window)
      let isElsewhere = before != viewer.body.window?.key || cursor != viewer.body.cursor
      return more + (isElsewhere || viewer.path == nil ? namePath() : [])
    case .going(_, let fraction):
      message = .note("Reading on to get there: \(Int(fraction * 100)) %, Esc stops")
      return []
    case .located(let key, let row, let byteInRow, let marked):
      guard viewer.body.key == key || viewer.headers.key == key else { return [] }
      if viewer.isGoing { message = nil }
      viewer.isGoing = false
      if let marked { viewer.located = marked }
      return moveInResponse(viewer.body.key == key ? .body : .headers, to: row, byteInRow: byteInRow)
    case .folded, .pathNamed: return takeStructure(action)
    case .partNamed(let byte, _, let name):
      if viewer.body.byteAtCursor == byte { viewer.partName = name }
      return []
    case .filtered(let number, let answer): return takeFilterAnswer(number, answer)
    case .recorded(let comparison, let problem):
      if let problem { message = .problem(problem.text) }
      return show(comparison)
    case .decoded(let picture, let result):
      take(picture, result)
      return []
    case .readingToggled(let key, let rows):
      guard viewer.headers.key == key else { return [] }
      guard let rows else {
        message = .note("Go to a field to read what it means")
        return []
      }
      _ = viewer.headers.move(to: rows.lowerBound)
      viewer.headers.reveal(through: rows.upperBound - 1)
      return [viewer.headers.refresh()].compactMap { $0.map(Effect.window) } + cursorMoved(isHeaders: true)
    case .found(let generation, let answer): return takeFound(generation, answer)
    default: return []
    }
  }
}
