import Foundation

/// A file operation that failed.
package struct FileProblem: Error, Equatable {
  package var code: Int32

  /// The failure of the call that was just made.
  static var current: FileProblem { FileProblem(code: errno) }

  var words: String { FileFailure.words(code) }
}
