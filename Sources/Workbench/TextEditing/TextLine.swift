/// One line of a text as it is drawn.
package struct TextLine: Sendable, Hashable {
  /// The line's bytes with its line end.
  package var range: Range<Int>
  /// Whether the line goes on with the one above it: a piece of a line that is too long to be drawn as one.
  package var isContinuation: Bool
  /// From left to right, without gaps, cut to the columns that were asked for.
  package var pieces: [TextPiece]
}

/// Neighbouring characters of a line that look alike.
package struct TextPiece: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Text as it is.
    case text
    /// The picture of a control (`␍`), or the name of something invisible (`<U+200B>`).
    case control
    /// A byte that is no UTF-8, as `\xFF`.
    case invalidByte
  }

  package var kind: Kind
  /// Free of controls; `columns` wide.
  package var text: String
  package var range: Range<Int>
  /// From the left edge of what was asked for.
  package var column: Int
  package var columns: Int
  package var isSelected: Bool
}
