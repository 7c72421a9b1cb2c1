import Documents
import Exchanges
import JSONPath

/// Filtering the body.
extension Workbench {
  mutating func askForFilter() {
    guard viewer.exchange != nil else {
      message = .note("There is no body to filter")
      return
    }
    let text = viewer.filter?.text ?? ""
    popup = .prompt(
      Prompt(purpose: .filterBody, title: filterTitle(text), text: text, past: PastInputs(pastFilters)))
  }

  /// What the text of the prompt is going to be.
  func filterTitle(_ typed: String) -> String {
    guard !typed.allSatisfy({ $0 == " " }) else { return "Filter by a query ($..name) or a command (jq .name)" }
    return ContentFilter.isQuery(typed) ? "Filter by a JSONPath query" : "Filter by a shell command"
  }

  /// Filters by what was typed, or shows the whole body again where that is nothing.
  mutating func filter(typed: String) throws(JSONPathError) -> [Effect] {
    guard let filter = try ContentFilter(typed: typed) else { return viewer.show(.pretty).map(Effect.window) }
    guard let exchange = viewer.exchange else { return [] }
    pastFilters.removeAll { $0 == typed }
    pastFilters = [typed] + pastFilters.prefix(49)
    filterNumber += 1
    focus = .body
    let windows = viewer.show(BodyFilter(text: typed, number: filterNumber))
    switch filter {
    case .query(let query):
      let needs = query.needs.map { $0.sentence(bytes: self.exchange?.summary?.contentBytes ?? 0) }
      message = .note(([needs.isEmpty ? "One reading of the body." : "", "Esc stops."] + needs).joined(separator: " "))
    case .command(let command):
      let isRunning = self.exchange?.summary?.outcome.isRunning ?? true
      message = .note("“\(command)” gets the body\(isRunning ? " as it arrives" : ""): Esc stops")
    }
    return [.filter(exchange, filter, number: filterNumber)] + windows.map(Effect.window)
  }

  mutating func takeFilterAnswer(_ number: Int, _ answer: Result<FilterEnding, Sentence>) -> [Effect] {
    guard viewer.filter?.number == number else { return [] }
    viewer.endFilter(number)
    switch answer {
    case .success(let ending):
      message = ending.problem.map { .problem($0) } ?? .note("\(ending.words): 1 shows the whole body")
    case .failure(let sentence): message = .problem(sentence.text)
    }
    return viewer.refresh().map(Effect.window)
  }
}

extension JSONPathError {
  /// The character of the query where the error is, counted from 1.
  func column(in query: String) -> Int {
    String(decoding: query.utf8.prefix(offset), as: UTF8.self).count + 1
  }
}
