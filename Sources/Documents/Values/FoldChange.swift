/// What is to be folded or unfolded of a document.
package enum FoldChange: Sendable, Hashable {
  /// What begins in a row, else what the row is in.
  case toggle
  /// All but the outermost; of several texts, each of them.
  case all
  /// Nothing.
  case none
  /// What is on the row's level, or one level less than now is shown.
  case more
  /// One level more than now is shown.
  case less
}
