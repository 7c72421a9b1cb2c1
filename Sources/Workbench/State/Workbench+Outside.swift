import Documents
import Exchanges
import HTTPMessages

/// Showing the body in a program of the person's own.
extension Workbench {
  mutating func showOutside(_ command: Command) -> [Effect] {
    guard let exchange = viewer.exchange else {
      message = .note("There is no body to show")
      return []
    }
    let program: OutsideProgram =
      command == .openInPager ? .pager : .editor(ending: viewer.fileEnding(of: self.exchange))
    guard !isShowingOutside else { return [] }
    isShowingOutside = true
    message = .note("The body is made ready: Esc stops")
    return [.showOutside(viewer.body.key?.exchange ?? exchange, as: viewer.shownText, program)]
  }
}

extension ResponseViewer {
  /// The bytes that the view is about: the whole body, or what the filter lets through.
  var shownBytes: SavedBytes {
    if view == .filter, let filter { .filtered(number: filter.number, .response) } else { .content(.response) }
  }

  /// What another program is to show: the rows of the view where it has text, else the body's exact bytes.
  var shownText: SavedBytes {
    switch view {
    case .pretty, .text, .filter, .difference: body.key.map { .rows($0) } ?? .content(.response)
    case .hex, .wire, .note, .picture: .content(.response)
    }
  }

  /// What a file of it is called at its end, so that an editor knows how to colour it.
  func fileEnding(of exchange: ExchangeHistory.Record?) -> String {
    switch view {
    case .difference: return "diff"
    case .filter: return "txt"
    default: break
    }
    let type = exchange?.summary?.contentType?.lowercased().prefix { $0 != ";" && $0 != " " } ?? ""
    let known = ["json", "html", "xml", "css", "javascript", "csv", "yaml", "markdown"]
    guard let name = known.first(where: { type.hasSuffix($0) }) else { return "txt" }
    return ["javascript": "js", "markdown": "md"][name] ?? name
  }
}
