/// One word of the bar under the URL.
package struct RequestTab: Sendable, Hashable {
  package var title: String
  /// How many entries it holds; nil for those without entries.
  package var count: Int?
  package var isSelected: Bool
  /// What a click on it does.
  package var command: RequestEditor.Command

  /// As it is written: "Params 1".
  package var text: String { count.map { "\(title) \($0)" } ?? title }
}
