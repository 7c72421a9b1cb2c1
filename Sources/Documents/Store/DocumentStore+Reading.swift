import Recordings

/// Folding, and going to places by what is there.
extension DocumentStore {
  /// Folds or unfolds, seen from a row; the row that shows the same place then, nil where there is nothing to fold.
  ///
  /// Waits for the index to come to that place again, with other questions answered between.
  package func fold(_ change: FoldChange, atRow row: Int, in key: DocumentKey) async throws(DocumentError) -> Int? {
    let documents = try documents(of: key.exchange)
    let place = try reading { () throws(RecordingError) in
      documents.widestRows[key] = nil
      return try documents.document(key).fold(change, atRow: row)
    }
    guard let place else { return nil }
    return try await self.row(atPosition: place, in: key)
  }

  /// Where the value of a row stands; nil where the document is none of JSON.
  package func path(ofRow row: Int, in key: DocumentKey) throws(DocumentError) -> ValuePath? {
    let documents = try documents(of: key.exchange)
    return try reading { () throws(RecordingError) in
      let document = try documents.document(key)
      return row < document.rowCount ? try document.path(ofRow: row) : nil
    }
  }

  /// The row that shows a byte of what the document is made of, as soon as it is known.
  private func row(atPosition position: Int, in key: DocumentKey) async throws(DocumentError) -> Int? {
    while true {
      let documents = try documents(of: key.exchange)
      let (row, hasMore) = try reading { () throws(RecordingError) in
        if let row = try documents.document(key).row(atPosition: position) { return (Optional(row), false) }
        return (nil, try documents.advance(key, budget: Self.slice))
      }
      if let row { return row }
      if !hasMore {
        // The last slice may just have brought it.
        return try reading { () throws(RecordingError) in try documents.document(key).row(atPosition: position) }
      }
      try await giveWay()
    }
  }
}
