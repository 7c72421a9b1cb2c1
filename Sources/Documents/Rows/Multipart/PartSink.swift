/// Hands the rows of a part's content to whoever takes those of the whole: indented, and at their places in it.
struct PartSink<Walker: ContentWalker, Sink: RowSink<MultipartRows>>: RowSink {
  var sink: Sink
  /// The walker over the whole, but for the content.
  let whole: MultipartRows
  /// Where the content's own count of bytes begins.
  let base: Int
  let encoding: TextEncoding
  /// The role of all of it, if it has one.
  let role: TextRole?
  let content: (Walker) -> PartContent
  var isRowEmpty: Bool
  /// Whether the sink wants more rows; a walker that ends does not ask.
  private(set) var wantsMore = true

  init(
    sink: consuming Sink, whole: MultipartRows, base: Int, encoding: TextEncoding, role: TextRole?, isRowEmpty: Bool,
    content: @escaping (Walker) -> PartContent
  ) {
    self.sink = sink
    self.whole = whole
    self.base = base
    self.encoding = encoding
    self.role = role
    self.isRowEmpty = isRowEmpty
    self.content = content
  }

  var wantsWords: Bool { wantsMore && sink.wantsWords }

  mutating func append(_ bytes: UnsafeRawBufferPointer, at position: Int, role: TextRole) {
    guard beginsRow() else { return }
    sink.read(as: encoding)
    sink.append(bytes, at: position + base, role: self.role ?? role)
    sink.read(as: .utf8)
  }

  mutating func append(blanks: Int) {
    if beginsRow() { sink.append(blanks: blanks) }
  }

  mutating func append(words: String, role: TextRole) {
    if beginsRow() { sink.append(words: words, role: role) }
  }

  mutating func append(row: DocumentRow) {
    if wantsMore { sink.append(row: row) }
  }

  mutating func endRow(next: borrowing Walker) -> Bool {
    guard wantsMore else { return false }
    isRowEmpty = true
    var whole = whole
    whole.take(content(copy next), at: next.position + base, isRowEmpty: true, isContinuation: next.isContinuation)
    wantsMore = sink.endRow(next: whole)
    return wantsMore
  }

  /// Whether more is wanted; indents the row if this is its first.
  private mutating func beginsRow() -> Bool {
    guard wantsMore else { return false }
    if isRowEmpty { sink.append(blanks: whole.contentIndent) }
    isRowEmpty = false
    return true
  }
}
