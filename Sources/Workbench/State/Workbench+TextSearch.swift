/// Searching and replacing in the text that is edited.
extension Workbench {
  private static let searchTitle = "Search the text (between slashes: a regular expression)"

  /// Whether a text of many lines has the focus.
  var isInText: Bool { focus == .request && editor?.isSearchable == true }

  mutating func askForTextSearch() -> [Effect] {
    guard let text = editor?.focusedEditor else { return [] }
    popup = .prompt(
      Prompt(purpose: .searchText(from: text.selection?.lowerBound ?? text.cursor), title: Self.searchTitle))
    return []
  }

  mutating func askForReplacement() -> [Effect] {
    guard isInText else {
      message = .note("Go to a text of many lines to replace in it: the body or the raw bytes")
      return []
    }
    popup = .prompt(
      Prompt(
        purpose: .replaceText, title: "Replace what (between slashes: a regular expression)",
        text: editor?.search.map { $0.isRegex ? "/\($0.pattern)/" : $0.pattern } ?? ""))
    return []
  }

  /// Shows the first match while the pattern is typed.
  mutating func searchWhileTyping(_ prompt: Prompt, from offset: Int) {
    guard let open else { return }
    var prompt = prompt
    do throws(Sentence) {
      let told = try drafts[open]?.find(TextSearch(typed: prompt.editor.text), from: offset) ?? ""
      prompt.title = told.isEmpty ? Self.searchTitle : "Search the text: \(told)"
      if prompt.editor.isEmpty { _ = drafts[open]?.perform(.text(.placeCursor(offset))) }
    } catch {
      prompt.problem = error.text
    }
    popup = .prompt(prompt)
  }

  mutating func searchTextAgain(isBackward: Bool) -> [Effect] {
    guard let open else { return [] }
    do throws(Sentence) {
      message = .note("Match \(try drafts[open]?.findAgain(isBackward: isBackward) ?? "")")
    } catch {
      message = .problem(error.text)
    }
    return []
  }

  /// Takes what is to be replaced, and asks with what.
  mutating func takePattern(_ text: String) throws(Sentence) {
    guard let open, let start = drafts[open]?.focusedEditor?.cursor, !text.isEmpty else { return popup = nil }
    let told = try drafts[open]?.find(TextSearch(typed: text), from: start) ?? ""
    guard told != "no match" else { throw Sentence("“\(text)” is not in this text: change it, or press Esc") }
    let groups = drafts[open]?.search?.isRegex == true ? " ($1 is the first group)" : ""
    popup = .prompt(Prompt(purpose: .replacement, title: "Replace \(told) with\(groups)"))
  }

  mutating func askWhatToReplace(with template: String, _ told: String? = nil) {
    popup = .choice(
      Choice(
        title: "Replace", lines: told.map { ["Match \($0)"] } ?? [],
        options: [
          Choice.Option(title: "This one, and on to the next", answer: .replaceOne(with: template)),
          Choice.Option(title: "All of them", answer: .replaceAll(with: template)),
          Choice.Option(title: "On to the next", answer: .replaceNext(with: template)),
          Choice.Option(title: "Stop", answer: .cancel),
        ]))
  }

  mutating func replace(_ answer: Choice.Answer) -> [Effect] {
    guard let open else { return [] }
    do throws(Sentence) {
      switch answer {
      case .replaceAll(let template):
        guard let (outcomes, count) = try drafts[open]?.replaceAll(with: template) else { return [] }
        message = .note("Replaced \(count); undo takes all of it back")
        return outcomes.flatMap { take($0, of: open) }
      case .replaceOne(let template):
        let outcomes = try drafts[open]?.replaceMatch(with: template) ?? []
        let effects = outcomes.flatMap { take($0, of: open) }
        goOn(replacingWith: template)
        return effects
      case .replaceNext(let template): goOn(replacingWith: template)
      default: break
      }
    } catch {
      message = .problem(error.text)
    }
    return []
  }

  private mutating func goOn(replacingWith template: String) {
    guard let open else { return }
    do throws(Sentence) {
      let told = try drafts[open]?.findAgain(isBackward: false)
      askWhatToReplace(with: template, told)
    } catch {
      message = .note("No more matches")
    }
  }
}
