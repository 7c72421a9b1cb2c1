import Documents

/// Searching in the headers and the body.
extension Workbench {
  mutating func askForSearch() {
    let pane = viewer[focus == .headers ? .headers : .body]
    guard pane.key != nil else { return }
    searchOrigin = pane.cursor
    popup = .prompt(Prompt(purpose: .search, title: searchTitle, text: viewer.search?.needle ?? ""))
  }

  private var searchTitle: String {
    "Search" + (searchOptions.isExpression ? " · regular expression" : "")
      + (searchOptions.isCaseSensitive ? " · case as typed" : "")
  }

  /// Searches otherwise, also while the text to be found is typed.
  mutating func changeSearch(_ command: Command) -> [Effect] {
    if command == .toggleSearchCase {
      searchOptions.isCaseSensitive.toggle()
    } else {
      searchOptions.isExpression.toggle()
    }
    guard case .prompt(var prompt)? = popup, prompt.purpose == .search else {
      message = .note(searchTitle)
      return viewer.search.map { startSearch($0.needle) } ?? []
    }
    prompt.title = searchTitle
    popup = .prompt(prompt)
    return searchWhileTyping(prompt)
  }

  /// Finds what is typed, from the row that was left for it.
  mutating func searchWhileTyping(_ prompt: Prompt) -> [Effect] {
    let wanted = search(for: prompt.editor.text)
    guard wanted != viewer.search?.wanted else { return [] }
    if let problem = wanted.problem {
      var prompt = prompt
      prompt.problem = problem.message
      popup = .prompt(prompt)
      return [.stopSearch]
    }
    var effects: [Effect] = []
    if let searchOrigin {
      effects = [viewer[focus == .headers ? .headers : .body].move(to: searchOrigin)].compactMap {
        $0.map(Effect.window)
      }
    }
    return effects + startSearch(wanted.needle)
  }

  /// What is searched for is as it was typed: Enter.
  mutating func endTyping(_ prompt: Prompt) -> [Effect] {
    if let problem = search(for: prompt.editor.text).problem {
      var prompt = prompt
      prompt.problem = "\(problem.message) (character \(problem.place))"
      popup = .prompt(prompt)
      return []
    }
    popup = nil
    let isNew = viewer.search?.wanted != search(for: prompt.editor.text)
    let isUnanswered = viewer.search.map { !$0.isRunning && $0.match == nil } ?? true
    if isNew || isUnanswered { return startSearch(prompt.editor.text) }
    // The key took the message away.
    if let search = viewer.search, !search.isRunning { message = .note(search.words) }
    return []
  }

  /// The cursor goes back to where it was: Esc.
  mutating func stopTyping() -> [Effect] {
    viewer.search = nil
    guard let searchOrigin else { return [.stopSearch] }
    return [.stopSearch] + moveInResponse(focus == .headers ? .headers : .body, to: searchOrigin, byteInRow: 0)
  }

  private func search(for needle: String) -> DocumentSearch {
    DocumentSearch(
      needle, isCaseSensitive: searchOptions.isCaseSensitive, isExpression: searchOptions.isExpression)
  }

  private mutating func startSearch(_ needle: String) -> [Effect] {
    guard !needle.isEmpty else {
      viewer.search = nil
      return [.stopSearch]
    }
    if focus != .headers { focus = .body }
    viewer.search = SearchState(search(for: needle), in: focus)
    return search(isBackward: false, fromHere: true)
  }

  mutating func search(isBackward: Bool, fromHere: Bool = false) -> [Effect] {
    guard var search = viewer.search else {
      message = .note("Nothing was searched for yet")
      return []
    }
    search.turn(to: focus)
    let pane = viewer[search.pane]
    guard let key = pane.key else { return [] }
    searchGeneration += 1
    search.generation = searchGeneration
    search.isRunning = true
    search.isBackward = isBackward
    viewer.search = search
    message = .note("“\(search.needle)”: searching, Esc stops")
    // From behind (or before) the last match while the cursor is still on its row, else from the cursor's row.
    var offset = 0
    if !fromHere, let match = search.match, match.row == pane.cursor {
      offset = isBackward ? match.range.lowerBound : match.range.lowerBound + 1
    } else if !fromHere {
      // Matches between were passed over.
      viewer.search?.count = nil
    }
    return [
      .search(
        key, search.wanted, row: pane.cursor, offset: offset, isBackward: isBackward, generation: searchGeneration)
    ]
  }

  mutating func takeFound(_ generation: Int, _ answer: SearchAnswer) -> [Effect] {
    guard var search = viewer.search, search.generation == generation else { return [] }
    defer { viewer.search = search }
    switch answer {
    case .progress(let row):
      message = .note("“\(search.needle)”: searching, row \(row + 1), Esc stops")
    case .none:
      search.isRunning = false
      message = .note("“\(search.needle)”: none \(search.isBackward ? "before" : "after") this")
    case .counted(let count):
      guard search.match != nil else { return [] }
      search.count = count
      if message?.text.hasPrefix("“\(search.needle)”: match") ?? true { message = .note(search.words) }
    case .match(let row, let range, let column, let byteInRow):
      search.isRunning = false
      search.take(SearchState.Match(row: row, range: range), step: search.isBackward ? -1 : 1)
      message = .note(search.words)
      let effects = moveInResponse(search.pane, to: row, byteInRow: byteInRow)
      viewer[search.pane].column = column
      viewer[search.pane].reveal(column: column)
      guard search.count == nil, let key = viewer[search.pane].key else { return effects }
      let match = DocumentMatch(row: row, range: range)
      return effects + [.countMatches(key, search.wanted, before: match, generation: generation)]
    }
    return []
  }
}
