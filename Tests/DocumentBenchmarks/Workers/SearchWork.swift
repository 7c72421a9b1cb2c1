import BenchmarkSupport
import Documents

/// Looks in a content of text for what is not there.
///
/// Arguments: a file, the view by name, and what to look for.
struct SearchWork: Work {
  static let name = "search"

  private let path: String
  private let view: DocumentView
  private let needle: String

  init(_ arguments: [String]) throws {
    guard arguments.count == 3, let view = DocumentView.allCases.first(where: { "\($0)" == arguments[1] })
    else { throw MeasurementFailure("\(Self.name) takes a file, a view and a text.") }
    (path, self.view, needle) = (arguments[0], view, arguments[2])
  }

  func run() async throws -> [String: Double] {
    let answer = try RecordedAnswer(path, type: "text/plain")
    let store = try await answer.store()
    let key = answer.key(view)
    _ = try await store.index(key)
    var figures: [String: Double] = [:]
    for isCaseSensitive in [false, true] {
      let began = Moment.now
      let match = try await store.search(
        DocumentSearch(needle, isCaseSensitive: isCaseSensitive), in: key, from: 0)
      guard match == nil else { throw MeasurementFailure("A text was found that is not there.") }
      figures[isCaseSensitive ? "exact" : "folded"] = began.milliseconds
    }
    return figures
  }
}
