import BenchmarkSupport
import Documents

/// Goes through one long line as a reader does.
///
/// Arguments: those of a `ShownFile`.
struct LineWork: Work {
  static let name = "line"

  private let file: ShownFile

  init(_ arguments: [String]) throws {
    file = try ShownFile(arguments)
  }

  func run() async throws -> [String: Double] {
    let (answer, key) = try file.answer()
    let store = try await answer.store()
    // While the index is made, a window is asked for again and again.
    var during = Samples()
    var rows = 0
    let began = Moment.now
    while true {
      let asked = Moment.now
      let window = try await store.window(key, rows: Int.max - 60..<Int.max)
      during.add(asked.milliseconds)
      rows = window.totalRows
      if window.isComplete { break }
      try await Task.sleep(for: .milliseconds(1))
    }
    let end = began.milliseconds
    var steps = Samples()
    for place in 0..<100 {
      let first = max(0, rows - 60) * place / 99
      // A leap, and some lines up and down from there.
      for step in [0, 1, 2, 30, 60, 0] {
        let asked = Moment.now
        _ = try await store.window(key, rows: first + step..<first + step + 60)
        steps.add(asked.milliseconds)
      }
    }
    return [
      "end": end, "during": during.percentile(0.99), "p50": steps.median, "p99": steps.percentile(0.99),
      "rows": Double(rows),
    ]
  }
}
