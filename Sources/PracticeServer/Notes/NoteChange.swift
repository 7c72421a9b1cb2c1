/// What a client wants of a note: the members that its JSON object has, checked one by one.
struct NoteChange: Equatable {
  /// What is wrong with one member.
  struct Problem: Error, Equatable {
    let member: String
    let sentence: String

    var json: JSON { ["member": .string(member), "problem": .string(sentence)] }
  }

  static let titleLimit = 100
  static let textLimit = 10_000
  static let tagLimit = 10

  private(set) var title: String?
  private(set) var text: String?
  private(set) var isDone: Bool?
  private(set) var tags: [String]?
  private(set) var problems: [Problem] = []

  /// Reads and checks; `needsTitle` where the note is a whole one rather than a part of one.
  init(_ value: JSON, needsTitle: Bool) {
    guard case .object(let members) = value else {
      problems.append(Problem(member: "", sentence: "The note must be an object, not \(value.kind)."))
      return
    }
    for member in members { take(member) }
    if needsTitle, title == nil, !problems.contains(where: { $0.member == "title" }) {
      problems.append(Problem(member: "title", sentence: "A note needs a title."))
    }
  }

  /// Changes the members that are set.
  func apply(to note: inout Note) {
    if let title { note.title = title }
    if let text { note.text = text }
    if let isDone { note.isDone = isDone }
    if let tags { note.tags = tags }
  }

  private mutating func take(_ member: JSON.Member) {
    let wrong: String?
    switch (member.name, member.value) {
    case ("id", .number): wrong = nil  // The path says which note it is; sending back what was read does no harm.
    case ("title", .string(let title)):
      self.title = title
      wrong = title.isEmpty || title.count > Self.titleLimit ? "Must have 1 to \(Self.titleLimit) characters." : nil
    case ("text", .string(let text)):
      self.text = text
      wrong = text.count > Self.textLimit ? "Must have at most \(Self.textLimit) characters." : nil
    case ("done", .bool(let isDone)):
      self.isDone = isDone
      wrong = nil
    case ("tags", .array(let values)):
      let tags = values.compactMap { value in if case .string(let tag) = value { tag } else { nil } }
      self.tags = tags
      wrong =
        tags.count != values.count || tags.count > Self.tagLimit ? "Must be at most \(Self.tagLimit) strings." : nil
    case ("title", _), ("text", _): wrong = "Must be a string, not \(member.value.kind)."
    case ("done", _): wrong = "Must be true or false, not \(member.value.kind)."
    case ("tags", _): wrong = "Must be an array of strings, not \(member.value.kind)."
    default: wrong = "A note has no such member: it has title, text, done and tags."
    }
    if let wrong { problems.append(Problem(member: member.name, sentence: wrong)) }
  }
}
