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
      return try documents.fold(change, atRow: row, in: key)
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

  /// The row of a place and the byte in it, the last one there is for a place behind the end; nil where there is none.
  ///
  /// Waits for the index to come there, with other questions answered between; `progress` gets how much of the way to
  /// the end it has come, 0 to 1. Cancel the task to stop.
  package func row(
    of place: DocumentPlace, in key: DocumentKey, progress: (@Sendable (Double) -> Void)? = nil
  ) async throws(DocumentError) -> (row: Int, byteInRow: Int)? {
    while true {
      let documents = try documents(of: key.exchange)
      let (found, hasMore, fraction) = try reading { () throws(RecordingError) in
        let found = try Self.row(of: place, in: documents.document(key))
        if found != nil { return (found, false, 1.0) }
        let hasMore = try documents.advance(key, budget: Self.slice)
        return (nil, hasMore, try documents.document(key).indexedFraction)
      }
      if let found { return (found.row, key.view.isHex ? found.position % key.bytesPerRow : 0) }
      if !hasMore {
        let rows = try reading { () throws(RecordingError) in try documents.document(key).rowCount }
        return rows > 0 ? (rows - 1, 0) : nil
      }
      progress?(fraction)
      try await giveWay()
    }
  }

  private static func row(
    of place: DocumentPlace, in document: any Document
  ) throws(RecordingError) -> (row: Int, position: Int)? {
    let position: Int
    switch (place, document.extent) {
    case (.row(let row), _): return row < document.rowCount ? (row, 0) : nil
    case (.byte(let byte), .some): position = byte
    case (.fraction(let fraction), let extent?): position = Int(Double(max(0, extent - 1)) * fraction)
    case (.fraction(let fraction), nil):
      return document.isComplete ? (Int(Double(max(0, document.rowCount - 1)) * fraction), 0) : nil
    case (.byte, nil): return nil
    }
    return try document.row(atPosition: position).map { ($0, position) }
  }

  /// The row of another document of the same content that shows what a row begins with, as soon as it is known.
  package func row(
    in key: DocumentKey, showing row: Int, of other: DocumentKey
  ) async throws(DocumentError) -> Int? {
    let documents = try documents(of: other.exchange)
    let position = try reading { () throws(RecordingError) in try documents.document(other).position(ofRow: row) }
    guard let position else { return nil }
    return try await self.row(atPosition: position, in: key)
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
