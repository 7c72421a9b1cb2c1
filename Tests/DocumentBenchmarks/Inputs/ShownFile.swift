import BenchmarkSupport
import Documents

/// A file that is shown: what a worker's arguments name.
struct ShownFile {
  private let path: String
  private let type: String
  private let view: DocumentView
  private let columns: Int

  /// Of a file, its media type, the view by name, and the columns at which rows are wrapped or 0.
  init(_ arguments: [String]) throws {
    guard arguments.count == 4, let view = DocumentView.allCases.first(where: { "\($0)" == arguments[2] }),
      let columns = Int(arguments[3])
    else { throw MeasurementFailure("A file is shown by a path, a type, a view and columns.") }
    (path, type) = (arguments[0], arguments[1])
    (self.view, self.columns) = (view, columns)
  }

  /// The file as a server's answer, and the document that shows it.
  func answer() throws -> (RecordedAnswer, DocumentKey) {
    let answer = try RecordedAnswer(path, type: type)
    return (answer, answer.key(view, columns: columns))
  }
}
