/// One row of a document: text for people, and which bytes it shows.
package struct DocumentRow: Sendable, Hashable {
  /// A piece of the text and its role.
  package struct Span: Sendable, Hashable {
    /// UTF-8 offsets in the row's text.
    package var range: Range<Int>
    package var role: TextRole

    /// The piece `range` of a row's text.
    package init(range: Range<Int>, role: TextRole) {
      self.range = range
      self.role = role
    }
  }

  /// Decoded, but not filtered: it may hold control characters of a server, which the canvas makes harmless.
  package var text: String
  /// In order of their ranges, except that matches come last, over the others; text between spans is plain.
  package var spans: [Span]
  /// The bytes that the row shows; nil where it shows none, or where they were decoded from others.
  package var source: ByteReference?
  /// Whether it goes on with the line of the row before it.
  package var isContinuation: Bool
  /// Where each byte stands in the row, in the views that show bytes one by one.
  package var cells: ByteCells?
  /// Of a row about the wire under TLS, where it stands among those.
  package var wirePlace: WirePlace?
  /// What there is to say of it; nil where nobody asked or there is nothing.
  package var remark: RowRemark?
  /// Where two messages stand side by side: the UTF-8 offsets of what divides the one's half from the other's.
  package var divider: Range<Int>?
  /// The bytes that the row shows of the message that is compared with.
  package var otherSource: ByteReference?

  /// A row of text.
  package init(
    text: String, spans: [Span] = [], source: ByteReference? = nil, isContinuation: Bool = false,
    cells: ByteCells? = nil, remark: RowRemark? = nil, divider: Range<Int>? = nil, otherSource: ByteReference? = nil
  ) {
    self.text = text
    self.spans = spans
    self.source = source
    self.isContinuation = isContinuation
    self.cells = cells
    self.remark = remark
    self.divider = divider
    self.otherSource = otherSource
  }
}
