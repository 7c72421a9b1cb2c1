/// What a piece of a row's text is; the theme gives each role a style.
package enum TextRole: UInt8, Sendable, Hashable, CaseIterable {
  /// Text without a part to play.
  case plain
  /// A member's name in JSON, or a name in a form.
  case key
  case string
  case number
  /// `true`, `false`, `null`.
  case literal
  /// What a program passes over: a comment.
  case comment
  /// Brackets, colons, commas and other marks.
  case punctuation
  case fieldName, fieldValue
  case startLine
  /// The offset at the start of a row of bytes.
  case offset
  /// Bytes as hexadecimal digits.
  case hexByte
  /// Bytes as characters.
  case textByte
  /// A moment, in milliseconds since the connection began.
  case time
  /// The arrow of what was sent.
  case sentMarker
  /// The arrow of what was received.
  case receivedMarker
  /// A count of bytes.
  case size
  /// The name of a part of a message.
  case partName
  case diagnosticNote, diagnosticWarning, diagnosticError
  /// What a search found.
  case match
  /// Barewire's own words.
  case note
  /// What only the first of two compared messages has.
  case removed
  /// What only the second of two compared messages has.
  case added
  /// The words of a changed row that differ.
  case removedPart, addedPart
}
