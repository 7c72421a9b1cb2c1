import Exchanges
import Recordings

/// Unfolding what the fields of a message say.
extension DocumentStore {
  /// Shows what the field of a row says in rows below it, laid out for so many columns, or takes those rows away.
  ///
  /// The row can be the field's own or one of those below. The answer is the rows that the field has then, its own
  /// first; nil for a row of no field.
  package func toggleReading(
    atRow row: Int, in key: DocumentKey, columns: Int
  ) throws(DocumentError) -> Range<Int>? {
    let documents = try documents(of: key.exchange)
    return try reading { () throws(RecordingError) in
      guard let headers = try documents.document(key) as? HeadersDocument else { return nil }
      return try headers.toggleReading(atRow: row, columns: columns)
    }
  }
}
