/// One thing that is measured.
package protocol Benchmark: Sendable {
  /// What `--only` takes.
  var name: String { get }
  var summary: String { get }

  /// Measures; files go to the folder, which is removed afterwards.
  func measure(in folder: TemporaryFolder) async throws -> [Report.Row]
}
