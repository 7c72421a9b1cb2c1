import BenchmarkSupport
import Documents

/// Divides a content into rows, all of it.
///
/// Arguments: those of a `ShownFile`.
struct IndexWork: Work {
  static let name = "index"

  private let file: ShownFile

  init(_ arguments: [String]) throws {
    file = try ShownFile(arguments)
  }

  func run() async throws -> [String: Double] {
    let (answer, key) = try file.answer()
    var times = Samples()
    var rows = 0
    for _ in 0..<5 {
      let store = try await answer.store()
      let (time, count) = try await store.index(key)
      // What it does behind the index is not to be in the way of the next round.
      await store.close(key.exchange)
      times.add(time)
      rows = count
    }
    return ["milliseconds": times.median, "rows": Double(rows)]
  }
}
