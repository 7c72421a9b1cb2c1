/// The notes of one server: in memory, and the same ones at every start.
struct NoteStore {
  /// More are refused, so that a loop in a client does not fill the memory.
  static let limit = 1000

  private(set) var notes: [Note]
  private var lastID: Int

  init() {
    let titles = [
      "A request is text", "Lines end in CR LF", "The blank line ends the head", "Host is required",
      "Content-Length counts bytes", "Chunks come with their size", "The last chunk has size 0",
      "Trailers come after the content", "Names of fields ignore case", "A connection has two ends",
      "The system picks the local port", "Keep-alive is the standard", "Close says goodbye", "A reset says nothing",
      "Pipelining keeps the order", "HEAD has no content", "204 has no content", "304 has no content",
      "100 comes before the end", "103 gives hints", "A redirect is an answer", "401 is about who you are",
      "403 is about what you may",
    ]
    let tags = ["basics", "framing", "connection", "status"]
    notes = titles.enumerated().map { index, title in
      Note(
        id: index + 1, title: title, text: "Note \(index + 1) of \(titles.count).", isDone: index % 3 == 0,
        tags: [tags[index * tags.count / titles.count]])
    }
    lastID = titles.count
  }

  subscript(id: Int) -> Note? {
    notes.first { $0.id == id }
  }

  /// Adds a note, or nil where the store is full.
  mutating func create(_ change: NoteChange) -> Note? {
    guard notes.count < Self.limit else { return nil }
    lastID += 1
    var note = Note(id: lastID, title: "")
    change.apply(to: &note)
    notes.append(note)
    return note
  }

  /// Changes a note; `isWhole` sets what the change does not name to nothing first.
  mutating func update(_ id: Int, _ change: NoteChange, isWhole: Bool) -> Note? {
    guard let index = notes.firstIndex(where: { $0.id == id }) else { return nil }
    var note = isWhole ? Note(id: id, title: "", revision: notes[index].revision) : notes[index]
    change.apply(to: &note)
    note.revision += 1
    notes[index] = note
    return note
  }

  mutating func remove(_ id: Int) {
    notes.removeAll { $0.id == id }
  }
}
