/// What the server remembers between requests; lives on the event loop, one for each server.
final class ServerState {
  var notes = NoteStore()
}
