package import JSONText

/// A node that a query found: the bytes of its value, and the way there.
package struct JSONPathMatch: Sendable, Hashable {
  /// The value's bytes in the text, without white space around.
  package var range: Range<Int>
  /// Which text of a sequence it is in, counted from 0.
  package var text: Int
  package var location: JSONLocation
}
