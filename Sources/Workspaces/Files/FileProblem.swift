import Foundation

/// A file operation that failed.
struct FileProblem: Error, Equatable {
  var code: Int32

  /// The failure of the call that was just made.
  static var current: FileProblem { FileProblem(code: errno) }

  var words: String { FileFailure.words(code) }
}
