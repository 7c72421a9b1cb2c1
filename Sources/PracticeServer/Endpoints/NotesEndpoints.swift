import HTTPMessages
import JSONText

/// A small REST API to work with: notes, in memory.
enum NotesEndpoints {
  static let all = [
    PracticeEndpoint(
      "GET", "/notes", example: "/notes?page=2&per_page=5", "the notes in pages: ?page= and ?per_page= (10, up to 100)",
      answer: list),
    PracticeEndpoint("POST", "/notes", "makes a note of a JSON object with a title; 422 says what is wrong") {
      request, state in
      change(of: request, needsTitle: true) { change in
        guard let note = state.notes.create(change) else {
          return .problem(507, "There are \(NoteStore.limit) notes: delete some, or POST /notes/reset.")
        }
        var response = show(note, status: 201)
        response.fields.append(Response.Field("Location", "/notes/\(note.id)"))
        return response
      }
    },
    PracticeEndpoint("POST", "/notes/reset", "puts the notes back as they were at the start") { _, state in
      state.notes = NoteStore()
      return Response(204)
    },
    PracticeEndpoint("GET", "/notes/{id}", example: "/notes/1", "one note, with an ETag") { request, state in
      withNote(request, state) { note in
        if request.value(of: "If-None-Match").map({ matches($0, note) }) == true {
          return Response(304, fields: [Response.Field("ETag", note.entityTag)])
        }
        return show(note)
      }
    },
    PracticeEndpoint("PUT", "/notes/{id}", example: "/notes/1", "replaces a note; If-Match must hold") {
      request, state in
      update(request, state, isWhole: true)
    },
    PracticeEndpoint(
      "PATCH", "/notes/{id}", example: "/notes/1", "changes the members that are sent; If-Match must hold"
    ) {
      request, state in
      update(request, state, isWhole: false)
    },
    PracticeEndpoint("DELETE", "/notes/{id}", example: "/notes/1", "deletes a note; If-Match must hold") {
      request, state in
      withNote(request, state) { note in
        if let refusal = refusal(request, note) { return refusal }
        state.notes.remove(note.id)
        return Response(204)
      }
    },
  ]

  private static func list(_ request: PracticeRequest, _ state: ServerState) -> Response {
    let notes = state.notes.notes
    var numbers = (page: 1, perPage: 10)
    for parameter in request.target.parameters where parameter.name == "page" || parameter.name == "per_page" {
      let limit = parameter.name == "page" ? 1_000_000 : 100
      guard let number = Int(parameter.value), (1...limit).contains(number) else {
        return .problem(422, "\(parameter.name) must be a number from 1 to \(limit).")
      }
      if parameter.name == "page" { numbers.page = number } else { numbers.perPage = number }
    }
    let pages = max(1, (notes.count + numbers.perPage - 1) / numbers.perPage)
    let shown = notes.dropFirst((numbers.page - 1) * numbers.perPage).prefix(numbers.perPage)
    var response = Response.json([
      "notes": .array(shown.map(\.json)), "page": JSON(numbers.page), "per_page": JSON(numbers.perPage),
      "pages": JSON(pages), "total": JSON(notes.count),
    ])
    // Links as RFC 8288 has them.
    var links = [(name: "first", page: 1), (name: "last", page: pages)]
    if numbers.page > 1 { links.append((name: "prev", page: min(numbers.page - 1, pages))) }
    if numbers.page < pages { links.append((name: "next", page: numbers.page + 1)) }
    let text = links.map { "</notes?page=\($0.page)&per_page=\(numbers.perPage)>; rel=\"\($0.name)\"" }
    response.fields.append(Response.Field("Link", text.joined(separator: ", ")))
    return response
  }

  private static func update(_ request: PracticeRequest, _ state: ServerState, isWhole: Bool) -> Response {
    withNote(request, state) { note in
      if let refusal = refusal(request, note) { return refusal }
      return change(of: request, needsTitle: isWhole) { change in
        show(state.notes.update(note.id, change, isWhole: isWhole) ?? note)
      }
    }
  }

  private static func show(_ note: Note, status: Int = 200) -> Response {
    var response = Response.json(note.json, status: status)
    response.fields.append(Response.Field("ETag", note.entityTag))
    return response
  }

  private static func withNote(
    _ request: PracticeRequest, _ state: ServerState, _ answer: (Note) -> Response
  ) -> Response {
    guard let id = Int(request.captures[0]) else {
      return .problem(400, "A note's id is a number: GET /notes lists them.")
    }
    guard let note = state.notes[id] else { return .problem(404, "There is no note \(id): GET /notes lists them.") }
    return answer(note)
  }

  private static func change(
    of request: PracticeRequest, needsTitle: Bool, _ answer: (NoteChange) -> Response
  ) -> Response {
    let type = request.value(of: "Content-Type")?.utf8.prefix { $0 != UInt8(ascii: ";") }
    guard let type, ASCIICase.equal(OptionalWhitespace.trimmed(Substring(type)), "application/json") else {
      return .problem(415, "Send the note with Content-Type: application/json.")
    }
    do throws(JSONError) {
      let change = NoteChange(try JSONReader.read(request.content), needsTitle: needsTitle)
      guard change.problems.isEmpty else {
        return .json(
          ["error": "The note is not valid.", "problems": .array(change.problems.map(\.json))], status: 422)
      }
      return answer(change)
    } catch {
      return .problem(400, "The content is not JSON. \(error.description)")
    }
  }

  /// 412 where the request is for another revision of the note (RFC 9110 §13.1.1).
  private static func refusal(_ request: PracticeRequest, _ note: Note) -> Response? {
    guard let wanted = request.value(of: "If-Match"), !matches(wanted, note) else { return nil }
    var response = Response.problem(412, "The note has changed since you read it: read it again.")
    response.fields.append(Response.Field("ETag", note.entityTag))
    return response
  }

  private static func matches(_ condition: String, _ note: Note) -> Bool {
    condition.utf8.split(separator: UInt8(ascii: ",")).contains {
      let tag = OptionalWhitespace.trimmed(Substring($0))
      return tag == "*" || tag == note.entityTag
    }
  }
}
