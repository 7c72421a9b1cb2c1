/// How a filter has ended.
package struct FilterEnding: Sendable, Equatable {
  /// How much came through, in words.
  package var words: String
  /// Why that is not all, or not what was wanted; a sentence.
  package var problem: String?

  package init(words: String, problem: String? = nil) {
    self.words = words
    self.problem = problem
  }
}
