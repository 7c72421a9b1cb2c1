/// One note of the notes API.
struct Note: Sendable, Equatable {
  var id: Int
  var title: String
  var text = ""
  var isDone = false
  var tags: [String] = []
  /// Counts the changes of this note, from 1.
  var revision = 1

  /// What `ETag` and `If-Match` carry: a strong validator (RFC 9110 §8.8.3).
  var entityTag: String { "\"\(id)-\(revision)\"" }

  var json: JSON {
    [
      "id": JSON(id), "title": .string(title), "text": .string(text), "done": .bool(isDone),
      "tags": .array(tags.map { .string($0) }),
    ]
  }
}
