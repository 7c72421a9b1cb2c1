import Documents
import JSONPath

/// What happens while something stands over the panes.
extension Workbench {
  /// Takes a command for the popup; nil when the popup leaves it to the panes below.
  mutating func performInPopup(_ command: Command) -> [Effect]? {
    switch (popup, command) {
    case (_, .dismiss):
      let closed = popup
      popup = nil
      guard case .prompt(let prompt)? = closed else { break }
      switch prompt.purpose {
      case .filterTree: tree.setFilter("")
      case .search: return stopTyping()
      case .searchText(let offset): if let open { _ = drafts[open]?.perform(.text(.placeCursor(offset))) }
      default: break
      }
    case (.help(let top), _) where Popup.scrolls[command] != nil:
      popup = .help(top: max(0, top + (Popup.scrolls[command] ?? 0)))
    case (.help, .help), (.help, .activate), (.reading, .activate): popup = nil
    case (.reading(var reading), _) where Popup.scrolls[command] != nil:
      reading.top = max(0, reading.top + (Popup.scrolls[command] ?? 0))
      popup = .reading(reading)
    case (.choice(var choice), .moveDown):
      choice.selected = min(choice.selected + 1, choice.options.count - 1)
      popup = .choice(choice)
    case (.choice(var choice), .moveUp):
      choice.selected = max(choice.selected - 1, 0)
      popup = .choice(choice)
    case (.choice(let choice), .activate):
      popup = nil
      return answer(choice.options[choice.selected].answer)
    case (.palette(var palette), .moveDown):
      palette.selected = max(0, min(palette.selected + 1, palette.matches.count - 1))
      popup = .palette(palette)
    case (.palette(var palette), .moveUp):
      palette.selected = max(palette.selected - 1, 0)
      popup = .palette(palette)
    case (.palette(let palette), .activate):
      popup = nil
      guard palette.matches.indices.contains(palette.selected) else { return [] }
      return run(palette.matches[palette.selected])
    case (.prompt(let prompt), .activate): return answer(prompt)
    case (.prompt(var prompt), .moveUp) where prompt.purpose == .filterBody,
      (.prompt(var prompt), .moveDown) where prompt.purpose == .filterBody:
      guard let text = prompt.past.recall(older: command == .moveUp, from: prompt.editor.text) else { return [] }
      prompt.editor = TextEditor(text, mode: .singleLine)
      prompt.title = filterTitle(text)
      prompt.problem = nil
      popup = .prompt(prompt)
    case (.prompt(let prompt), .moveUp) where prompt.purpose == .filterTree: tree.move(to: tree.cursor - 1)
    case (.prompt(let prompt), .moveDown) where prompt.purpose == .filterTree: tree.move(to: tree.cursor + 1)
    case (.prompt(let prompt), .toggleSearchCase) where prompt.purpose == .search,
      (.prompt(let prompt), .toggleSearchExpression) where prompt.purpose == .search:
      return changeSearch(command)
    case (_, .quit), (_, .suspend), (_, .redraw): return nil
    case (.choice, _), (.help, _), (.prompt, _), (.palette, _), (.reading, _), (.jump, _): break
    case (nil, _): return nil
    }
    return []
  }

  mutating func type(_ command: TextEditor.Command) -> [Effect] {
    switch popup {
    case .prompt(var prompt):
      prompt.editor.perform(command)
      prompt.problem = nil
      if prompt.purpose == .filterBody { prompt.title = filterTitle(prompt.editor.text) }
      popup = .prompt(prompt)
      if prompt.purpose == .filterTree { tree.setFilter(prompt.editor.text) }
      if case .searchText(let offset) = prompt.purpose { searchWhileTyping(prompt, from: offset) }
      if prompt.purpose == .search { return searchWhileTyping(prompt) }
    case .palette(var palette):
      palette.editor.perform(command)
      palette.selected = 0
      popup = .palette(palette)
    case .jump(var jump):
      guard case .insert(let text) = command else { break }
      jump.typed += text.lowercased()
      popup = jump.shown.isEmpty || jump.reached != nil ? nil : .jump(jump)
      if let pointer = jump.reached { return point(pointer) }
    case .help, .choice, .reading, nil: break
    }
    return []
  }

  /// Does what was chosen in the palette, which remembers it.
  private mutating func run(_ entry: PaletteEntry) -> [Effect] {
    recentCommands.removeAll { $0 == entry }
    recentCommands = [entry] + recentCommands.prefix(5)
    switch entry {
    case .command(let command): return update(.command(command))
    case .edit(let command):
      guard let editor else {
        message = .note("Open a request first")
        return []
      }
      focus = .request
      if case .text(let text) = command, !editor.isText, text != .undo, text != .redo {
        message = .note("Go to a text of the request first")
        return []
      }
      return update(.edit(command))
    }
  }

  mutating func pointInPopup(_ pointer: Pointer) -> [Effect] {
    switch pointer {
    case .popupRow(let row): return choose(row)
    case .popupText(let command): return type(command)
    case .closePopup: return performInPopup(.dismiss) ?? []
    case .scrollPopup(let count):
      let command = count < 0 ? Command.moveUp : .moveDown
      // Lists move by one, texts by as much as elsewhere.
      return (0..<(popup?.isRead == true ? abs(count) : 1)).flatMap { _ in performInPopup(command) ?? [] }
    default: return []
    }
  }

  private mutating func choose(_ row: Int) -> [Effect] {
    switch popup {
    case .choice(var choice) where choice.options.indices.contains(row):
      choice.selected = row
      popup = .choice(choice)
      return performInPopup(.activate) ?? []
    case .palette(var palette) where palette.matches.indices.contains(row):
      palette.selected = row
      popup = .palette(palette)
      return performInPopup(.activate) ?? []
    default: return []
    }
  }

  // MARK: Answers

  private mutating func answer(_ prompt: Prompt) -> [Effect] {
    let text = prompt.editor.text
    let trimmed = String(text.drop { $0 == " " })
    let needsName = "Type a name, or press Esc"
    switch prompt.purpose {
    case .filterTree:
      guard !tree.rows.isEmpty else { return refuse(prompt, "Nothing matches: change it, or press Esc") }
      popup = nil
      if case .request? = tree.rowAtCursor?.kind { return moveInTree(.activate) }
      return []
    case .search:
      return endTyping(prompt)
    case .goTo:
      guard let place = DocumentPlace(text, countsBytes: viewer.view == .hex && focus != .headers) else {
        return refuse(prompt, "A row as 120, a byte as @4096 or 0x1000, or a part as 50%")
      }
      popup = nil
      return goTo(place)
    case .filterBody:
      do throws(JSONPathError) {
        let effects = try filter(typed: text)
        popup = nil
        return effects
      } catch {
        return refuse(prompt, "At \(error.column(in: trimmed)): \(error.message)")
      }
    case .searchText:
      guard prompt.problem == nil else { return [] }
      popup = nil
    case .replaceText:
      do throws(Sentence) {
        try takePattern(text)
      } catch {
        return refuse(prompt, error.text)
      }
    case .replacement: askWhatToReplace(with: text)
    case .insertByte:
      guard trimmed.utf8.allSatisfy(\.isHexDigit), let byte = UInt8(trimmed, radix: 16) else {
        return refuse(prompt, "A byte is two hex digits: 00 to FF")
      }
      popup = nil
      return edit(.text(.insertByte(byte)))
    case .saveBody:
      guard !trimmed.isEmpty else { return refuse(prompt, "Type the path of a file, or press Esc") }
      popup = nil
      return viewer.exchange.map { [.saveBody($0, as: viewer.shownBytes, path: trimmed)] } ?? []
    case .saveBytes(let bytes):
      guard !trimmed.isEmpty else { return refuse(prompt, "Type the path of a file, or press Esc") }
      popup = nil
      return viewer.exchange.map { [.saveBytes(bytes, $0, path: trimmed)] } ?? []
    case .saveSelection(let selection, let key):
      guard !trimmed.isEmpty else { return refuse(prompt, "Type the path of a file, or press Esc") }
      popup = nil
      return [.saveSelection(selection, key, path: trimmed)]
    case .renameItem(let node):
      guard !trimmed.isEmpty else { return refuse(prompt, needsName) }
      popup = nil
      rename(node, to: trimmed)
      return []
    case .newFolder:
      guard !trimmed.isEmpty else { return refuse(prompt, needsName) }
      popup = nil
      return insert(named: trimmed, isFolder: true)
    case .newWorkspace:
      guard !trimmed.isEmpty else { return refuse(prompt, needsName) }
      popup = nil
      return [.createWorkspace(name: trimmed)]
    case .saveDraft:
      guard !trimmed.isEmpty else { return refuse(prompt, needsName) }
      popup = nil
      return placeDraft(named: trimmed)
    }
    return []
  }

  private mutating func refuse(_ prompt: Prompt, _ problem: String) -> [Effect] {
    var prompt = prompt
    prompt.problem = problem
    popup = .prompt(prompt)
    return []
  }

  private mutating func answer(_ answer: Choice.Answer) -> [Effect] {
    switch answer {
    case .cancel: return []
    case .saveAllAndQuit: return saveAllAndQuit()
    case .quitWithoutSaving: return [.journal(recovered), .quit]
    case .overwrite(let path):
      guard let workspace = tree.workspace(at: path) else { return [] }
      return write(workspace, expecting: nil)
    case .readAgain(let path): return [.loadWorkspaces(only: path)]
    case .restoreDrafts: return restoreDrafts()
    case .theme(let name):
      preferences.theme = name
      return [.setTheme(name)]
    case .replaceAll, .replaceOne, .replaceNext: return replace(answer)
    case .copyBytes(let bytes, let form): return viewer.exchange.map { [.copyBytes(bytes, $0, as: form)] } ?? []
    case .saveBytes(let bytes):
      popup = .prompt(Prompt(purpose: .saveBytes(bytes), title: "Save the bytes to the file"))
      return []
    case .compare(let other): return compareShown(with: other)
    case .tab(let id): return tabs.index(of: id).map { showTab($0) } ?? []
    case .dropDrafts:
      recovered = []
      return [.journal(journalled)]
    }
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}
