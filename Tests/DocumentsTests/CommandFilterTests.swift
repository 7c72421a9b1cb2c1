import Exchanges
import Glibc
import HTTPMessages
import JSONPath
import Recordings
import TestSupport
import Testing

@testable import Documents

extension DocumentStore {
  /// Filters an answer by what somebody types.
  func filter(_ typed: String, number: Int = 1, in exchange: ExchangeID) async throws -> FilterEnding {
    let filter = try #require(try ContentFilter(typed: typed))
    return try await self.filter(by: filter, number: number, of: .response, in: exchange) { await Task.yield() }
  }
}

@Suite("A command as a filter")
struct CommandFilterTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func key(_ id: ExchangeID) -> DocumentKey { DocumentKey(exchange: id, view: .filtered, filter: 1) }

  /// Runs a command over some content; how it ended and the rows that it made.
  private func run(_ command: String, on content: String) async throws -> (ending: FilterEnding, rows: [String]) {
    let conversation = try answered(Array(content.utf8), type: "application/json")
    let store = try await conversation.store()
    let ending = try await store.filter(command, in: conversation.id)
    return (ending, try await store.texts(key(conversation.id)))
  }

  @Test("is anything that does not begin with a dollar sign, or stands behind a bar")
  func typed() throws {
    func read(_ text: String) throws -> String? {
      switch try ContentFilter(typed: text) {
      case .query(let query): "query \(query.text)"
      case .command(let command): "command \(command)"
      case nil: nil
      }
    }
    #expect(try read("  $..a") == "query $..a")
    #expect(try read("jq .a | head -1") == "command jq .a | head -1")
    #expect(try read("| $HOME/bin/filter") == "command $HOME/bin/filter")
    #expect(try read("!wc -c") == "command wc -c")
    #expect(try read(" | ") == nil)
    #expect(try read("") == nil)
    #expect(throws: (any Error).self) { try read("$.a[") }
  }

  @Test("gets the content and shows what it writes: JSON laid out, several texts too, anything else as text")
  func rows() async throws {
    let json = #"{"a":[{"id":1},{"id":2}]}"#
    #expect(
      try await run("jq -c .a", on: json).rows == [
        "[", "  {", #"    "id": 1"#, "  },", "  {", #"    "id": 2"#, "  }", "]",
      ])
    #expect(
      try await run("jq -c '.a[]'", on: json).rows == ["{", #"  "id": 1"#, "}", "{", #"  "id": 2"#, "}"])
    let (ending, rows) = try await run("| jq -r '.a[].id'", on: json)
    #expect(rows == ["1", "2"])
    #expect(ending == FilterEnding(words: "4 bytes from 25 bytes"))
    #expect(try await run("xmllint --format -", on: "<a><b/></a>").rows.contains("  <b/>"))
    #expect(try await run("cat; printf x | tr x y", on: "").rows == ["y"])
  }

  @Test("gets content whose coding is undone")
  func coded() async throws {
    let conversation = try answered(gzip(Array("plain text\n".utf8)), fields: "Content-Encoding: gzip\r\n")
    let store = try await conversation.store()
    _ = try await store.filter("tr a-z A-Z", in: conversation.id)
    #expect(try await store.texts(key(conversation.id)) == ["PLAIN TEXT"])
  }

  @Test(
    "that fails says why in a sentence, with its status; what it wrote stays",
    arguments: [
      ("jq 'error(\"no b\")'", "jq: error (at <stdin>:0): no b — exit 5"),
      ("false", "It said nothing — exit 1"),
      ("no-such-command -x", "no-such-command: not found — exit 127"),
      ("printf 'one\\r\\n\\033[31mtwo\\nthree\\nfour\\n' >&2; exit 3", "one · ␛[31mtwo · three … — exit 3"),
      ("kill -9 $$", "It was ended by signal 9 (Killed)"),
      ("echo bye >&2; kill -11 $$", "bye — ended by signal 11 (Segmentation fault)"),
    ])
  func failing(_ command: String, _ problem: String) async throws {
    let (ending, rows) = try await run("| printf 'kept\\n'; " + command, on: #"{"a":1}"#)
    #expect(ending.problem == problem)
    #expect(rows == ["kept"])
  }

  @Test("that only warns has done well")
  func warning() async throws {
    let (ending, _) = try await run("cat >/dev/null; echo careful >&2", on: "text")
    #expect(ending == FilterEnding(words: "0 bytes from 4 bytes, and said: careful"))
  }

  @Test("may close its input early, and its output before it has read all")
  func early() async throws {
    let text = String(repeating: "a line of some text\n", count: 1 << 16)
    let (ending, rows) = try await run("head -n 1", on: text)
    #expect(rows == ["a line of some text"])
    #expect(ending.problem == nil)
    _ = try await run("cat > \(directory.file("copy"))", on: text)
    #expect(try TemporaryDirectory.contents(of: directory.file("copy")).count == text.utf8.count)
  }

  @Test("takes what still arrives, and ends when it wants to although more would come")
  func arriving() async throws {
    var conversation = Conversation()
    try conversation.send()
    try conversation.receive("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nfirst\n")
    let store = try await conversation.store()
    let id = conversation.id
    let all = Task { try await store.filter("cat", in: id) }
    while try await store.window(key(id), rows: 0..<9).rows.first?.text != "first" { await Task.yield() }
    try conversation.receive("second\n")
    try await store.update(conversation.snapshot)
    while try await store.window(key(id), rows: 0..<9).totalRows < 2 { await Task.yield() }
    let first = try await store.filter("head -n 1", in: id)
    #expect(first.problem == nil)
    // The other one had to give way.
    #expect(try await all.value.problem == DocumentError.cancelled.message)
    conversation.end()
    try await store.update(conversation.snapshot)
    #expect(try await store.filter("wc -l", in: id).problem == nil)
    #expect(try await store.texts(key(id)) == ["2"])
  }

  @Test("has no terminal, and no signals are blocked for it")
  func surroundings() async throws {
    let (_, rows) = try await run(
      "| (: < /dev/tty) && echo terminal; grep -E '^(SigBlk|SigIgn)' /proc/self/status | cut -f 2", on: "")
    // The system's own signals, 32 and 33, are nobody's.
    #expect(rows.compactMap { UInt64($0, radix: 16).map { $0 & 0x7FFF_FFFF } } == [0, 0])
  }

  @Test("is ended with all that it has begun when its task is cancelled, also what does not listen")
  func cancelled() async throws {
    let conversation = try answered(Array("text".utf8))
    let store = try await conversation.store()
    let id = conversation.id
    let script = "trap '' TERM; (trap '' TERM; sleep 1000; sleep 1000) & sleep 1000 | cat & echo $$ $!; wait; wait"
    let task = Task { try await store.filter("| \(script)", in: id) }
    var processes: [pid_t] = []
    while processes.count < 2 {
      let row = try await store.window(key(id), rows: 0..<1).rows.first?.text ?? ""
      processes = row.split(separator: " ").compactMap { pid_t($0) }
      await Task.yield()
    }
    task.cancel()
    #expect(try await task.value.problem == "Stopped.")
    // Nobody is left in the group of the first one; who was not its child is the system's to bury.
    try await eventually { Self.members(ofGroup: processes[0]).isEmpty }
  }

  @Test("that never ends is ended when it has made as much as is kept, and when its exchange is forgotten")
  func limits() async throws {
    let conversation = try answered(Array("text".utf8))
    let store = DocumentStore(
      spool: SpoolConfiguration(directory: "/var/tmp/barewire-documents-tests"), decodedLimit: 100_000)
    try await store.update(conversation.snapshot)
    let ending = try await store.filter("yes", in: conversation.id)
    #expect(ending.problem == "The filter was stopped: it has made 100.0 kB, and no more than that is kept.")
    #expect(try await store.window(key(conversation.id), rows: 0..<1).rows.map(\.text) == ["y"])
    var running = Conversation(id: 2)
    try running.send()
    try running.receive("HTTP/1.1 200 OK\r\n\r\nfirst\n")
    try await store.update(running.snapshot)
    let id = running.id
    let task = Task { try await store.filter("cat; sleep 1000", in: id) }
    while try await store.window(key(id), rows: 0..<1).rows.isEmpty { await Task.yield() }
    await store.close(id)
    #expect(try await task.value.problem == DocumentError.unknownExchange(id).message)
  }

  @Test("is saved and copied as it is; what a query finds as one object")
  func saving() async throws {
    let conversation = try answered(Array(#"{"a":[1,2]}"#.utf8), type: "application/json")
    let store = try await conversation.store()
    _ = try await store.filter("jq -c '.a[]'", number: 1, in: conversation.id)
    let path = directory.file("result")
    try await store.save(.filtered(number: 1, .response), of: conversation.id, to: path)
    #expect(try TemporaryDirectory.contents(of: path) == Array("1\n2\n".utf8))
    _ = try await store.filter("$.a[*]", number: 2, in: conversation.id)
    let object = try await store.bytes(.filtered(number: 2, .response), of: conversation.id)
    #expect(String(decoding: object, as: UTF8.self) == "{\n\"$['a'][0]\": 1,\n\"$['a'][1]\": 2\n}\n")
    await #expect(throws: DocumentError.noMessage) {
      try await store.bytes(.filtered(number: 1, .response), of: conversation.id)
    }
  }

  /// The processes of a group that have not ended.
  private static func members(ofGroup group: pid_t) -> [pid_t] {
    ((try? TemporaryDirectory.names(in: "/proc")) ?? []).compactMap { pid_t($0) }.filter { process in
      guard let stat = try? TemporaryDirectory.contents(of: "/proc/\(process)/stat") else { return false }
      let fields = String(decoding: stat, as: UTF8.self).split(separator: ")").last?.split(separator: " ") ?? []
      return fields.count > 2 && fields[0] != "Z" && pid_t(fields[2]) == group
    }
  }

  private func eventually(_ condition: () -> Bool) async throws {
    while !condition() {
      try Task.checkCancellation()
      await Task.yield()
    }
  }
}
