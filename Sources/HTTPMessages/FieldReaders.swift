/// Reads the values of the known fields.
///
/// Outlives messages, so that a message costs nothing for the fields that it does not have: a reader begins anew at
/// the first line of its field. What it holds counts only for fields that the head has seen.
struct FieldReaders: Sendable {
  var contentLength = ContentLengthReader()
  var transferEncoding = TransferEncodingReader()
  var connection = ConnectionOptionReader()
  var host = HostReader(hashes: false)
  /// The list of the field line under way.
  var list = ListTokenReader()
  private var ranges = InlineArray<10, Range<Int>>(repeating: 0..<0)

  /// Where the last value of a known field is.
  subscript(range field: KnownField) -> Range<Int> {
    get { ranges[Int(field.rawValue)] }
    set { ranges[Int(field.rawValue)] = newValue }
  }
}
