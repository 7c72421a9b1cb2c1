/// A piece of a field's value: what it is called, which bytes it is and what it says.
package struct FieldValuePart: Sendable, Equatable {
  /// How deep it stands in the tree: 0 for a part of the value itself.
  package var depth: Int
  /// What it is: "charset", "max-age", "day"; where the value names it, in the value's own bytes as text.
  package var label: String
  /// Its bytes in the value.
  package var range: Range<Int>
  /// What it says, decoded for people: quotes and escapes undone, secrets masked; cut where it is long.
  package var text: String
  /// What that means, in a few words; nil where the text says it all.
  package var meaning: String?
}
