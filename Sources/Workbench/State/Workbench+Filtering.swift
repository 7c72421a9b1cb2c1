import Exchanges
import JSONPath

/// Filtering the body.
extension Workbench {
  mutating func askForFilter() {
    guard viewer.exchange != nil else {
      message = .note("There is no body to filter")
      return
    }
    popup = .prompt(
      Prompt(purpose: .filterBody, title: "Filter by JSONPath, such as $..name", text: viewer.filter?.text ?? "$"))
  }

  mutating func filter(by query: JSONPathQuery) -> [Effect] {
    guard let exchange = viewer.exchange else { return [] }
    filterNumber += 1
    focus = .body
    let windows = viewer.show(BodyFilter(text: query.text, number: filterNumber))
    let needs = query.needs.map { $0.sentence(bytes: self.exchange?.summary?.contentBytes ?? 0) }
    message = .note(([needs.isEmpty ? "One reading of the body." : "", "Esc stops."] + needs).joined(separator: " "))
    return [.filter(exchange, query, number: filterNumber)] + windows.map(Effect.window)
  }

  /// Shows the whole body again.
  mutating func showUnfiltered() -> [Effect] {
    viewer.show(.pretty).map(Effect.window)
  }

  mutating func takeFilterAnswer(_ number: Int, _ answer: Result<Int, Sentence>) -> [Effect] {
    guard viewer.filter?.number == number else { return [] }
    viewer.endFilter(number)
    switch answer {
    case .success(let count):
      message = .note(count == 1 ? "1 match: 1 shows the whole body" : "\(count) matches: 1 shows the whole body")
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
