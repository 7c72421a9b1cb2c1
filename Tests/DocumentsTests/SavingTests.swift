import Exchanges
import Glibc
import HTTPMessages
import Recordings
import TestSupport
import Testing

@testable import Documents

@Suite("Saved bytes")
struct SavingTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func contents(of path: String) throws -> [UInt8] {
    try TemporaryDirectory.contents(of: path)
  }

  @Test("are the content as it reads, as it came, or whole messages; a file is replaced only when told to")
  func kinds() async throws {
    let text = Array(String(repeating: "wire ", count: 400_000).utf8)
    let coded = gzip(text)
    let conversation = try answered(coded, type: "text/plain", fields: "Content-Encoding: gzip\r\n")
    let store = try await conversation.store()
    let path = directory.file("body.txt")
    #expect(try await store.save(.content(.response), of: conversation.id, to: path) == text.count)
    #expect(try contents(of: path) == text)
    await #expect(throws: DocumentError.fileExists(path: path)) {
      try await store.save(.codedContent(.response), of: conversation.id, to: path)
    }
    #expect(try contents(of: path) == text)
    try await store.save(.codedContent(.response), of: conversation.id, to: path, replacing: true)
    #expect(try contents(of: path) == coded)
    try await store.save(.messages(.request), of: conversation.id, to: path, replacing: true)
    #expect(try contents(of: path) == Array("GET / HTTP/1.1\r\nHost: wire.test\r\n\r\n".utf8))
    #expect(try directory.names == ["body.txt"])
  }

  @Test("leave nothing behind when they cannot be written")
  func failures() async throws {
    let conversation = try answered([UInt8](repeating: 1, count: 8 << 20))
    let store = try await conversation.store()
    let missing = directory.file("missing/body")
    await #expect(throws: DocumentError.file(path: missing, errno: ENOENT)) {
      try await store.save(.content(.response), of: conversation.id, to: missing)
    }
    await #expect(throws: DocumentError.file(path: directory.path, errno: EISDIR)) {
      try await store.save(.content(.response), of: conversation.id, to: directory.path, replacing: true)
    }
    let path = directory.file("cancelled")
    let id = conversation.id
    let task = Task { try await store.save(.content(.response), of: id, to: path) }
    task.cancel()
    await #expect(throws: DocumentError.cancelled) { try await task.value }
    #expect(try directory.names.isEmpty)
  }

  @Test("are copied up to a limit")
  func copying() async throws {
    let conversation = try answered(Array("first\nsecond\n".utf8) + [UInt8](repeating: 0x61, count: 5000))
    let store = try await conversation.store()
    _ = try await store.settledWindow(conversation.key(.text), rows: 0..<10)
    #expect(try await store.text(ofRows: 0..<2, in: conversation.key(.text)) == "first\nsecond")
    let all = try await store.text(ofRows: 0..<4, in: conversation.key(.text))
    #expect(all == "first\nsecond\n" + String(repeating: "a", count: 5000), "no line end inside of a long line")
    #expect(try await store.content(of: .response, in: conversation.id).count == 5013)
    await #expect(throws: DocumentError.tooLarge(bytes: 5013, limit: 100)) {
      try await store.content(of: .response, in: conversation.id, limit: 100)
    }
    await #expect(throws: DocumentError.noMessage) {
      let empty = Conversation(id: 2)
      try await store.update(empty.snapshot)
      return try await store.content(of: .request, in: ExchangeID(2))
    }
  }
}

@Suite("Bytes to be pasted")
struct ByteFormTests {
  @Test("are written as hex digits, a C array, base64 and text")
  func forms() {
    func written(_ form: ByteForm, _ text: String) -> String {
      String(decoding: form.written(Array(text.utf8)), as: UTF8.self)
    }
    #expect(written(.hex, "A\n") == "41 0a")
    #expect(
      written(.cArray, "Hello, world!").split(separator: "\n").map(String.init) == [
        "unsigned char bytes[13] = {", "  0x48, 0x65, 0x6c, 0x6c, 0x6f, 0x2c, 0x20, 0x77, 0x6f, 0x72, 0x6c, 0x64,",
        "  0x21", "};",
      ])
    #expect(["", "f", "fo", "foo", "foob"].map { written(.base64, $0) } == ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="])
    #expect(written(.text, "é") == "é")
  }
}
