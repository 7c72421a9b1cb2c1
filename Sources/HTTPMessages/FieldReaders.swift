/// Reads the values of the known fields.
///
/// Outlives messages, so that a message costs nothing for the fields that it does not have: a reader begins anew at
/// the first line of its field. What it holds counts only for fields that the head has seen.
struct FieldReaders: Sendable {
  var contentLength = ContentLengthReader()
  var transferEncoding = TransferEncodingReader()
  var connection = ConnectionOptionReader()
  var host = HostReader(hashes: false)
  /// The hash that `host` has where it is the authority of the target in absolute form.
  var authorityHash: UInt64 = 0
  var codingPreferences = CodingPreferenceReader()
  var expectations = ExpectationReader()
  /// The list of the field line under way.
  var list = ListTokenReader()
  private var ranges = InlineArray<6, Range<Int>>(repeating: 0..<0)

  /// Where the last value of a field is that is looked at again when the head has ended.
  subscript(range field: KnownField) -> Range<Int> { ranges[Int(field.rawValue)] }

  /// Keeps where a value is, of the fields that are looked at again.
  mutating func keep(_ range: Range<Int>, of field: KnownField) {
    if field.rawValue < KnownField.rangeCount { ranges[Int(field.rawValue)] = range }
  }
}
