import Exchanges
import Glibc
import HTTPMessages
import Recordings
import Testing

@testable import Documents

@Suite("Saved bytes", .serialized)
struct SavingTests {
  private let directory = "/var/tmp/barewire-saving-\(getpid())"

  init() {
    mkdir(directory, 0o700)
  }

  private func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  private func names() -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.filter { !$0.hasPrefix(".") }
  }

  @Test("are the content as it reads, as it came, or whole messages; a file is replaced only when told to")
  func kinds() async throws {
    defer { rmdir(directory) }
    let text = Array(String(repeating: "wire ", count: 400_000).utf8)
    let coded = gzip(text)
    let conversation = try answered(coded, type: "text/plain", fields: "Content-Encoding: gzip\r\n")
    let store = try await conversation.store()
    let path = directory + "/body.txt"
    defer { unlink(path) }
    #expect(try await store.save(.content(.response), of: conversation.id, to: path) == text.count)
    #expect(contents(of: path) == text)
    await #expect(throws: DocumentError.fileExists(path: path)) {
      try await store.save(.codedContent(.response), of: conversation.id, to: path)
    }
    #expect(contents(of: path) == text)
    try await store.save(.codedContent(.response), of: conversation.id, to: path, replacing: true)
    #expect(contents(of: path) == coded)
    try await store.save(.messages(.request), of: conversation.id, to: path, replacing: true)
    #expect(contents(of: path) == Array("GET / HTTP/1.1\r\nHost: wire.test\r\n\r\n".utf8))
    #expect(names() == ["body.txt"])
  }

  @Test("leave nothing behind when they cannot be written")
  func failures() async throws {
    defer { rmdir(directory) }
    let conversation = try answered([UInt8](repeating: 1, count: 8 << 20))
    let store = try await conversation.store()
    let missing = directory + "/missing/body"
    await #expect(throws: DocumentError.file(path: missing, errno: ENOENT)) {
      try await store.save(.content(.response), of: conversation.id, to: missing)
    }
    await #expect(throws: DocumentError.file(path: directory, errno: EISDIR)) {
      try await store.save(.content(.response), of: conversation.id, to: directory, replacing: true)
    }
    let path = directory + "/cancelled"
    let id = conversation.id
    let task = Task { try await store.save(.content(.response), of: id, to: path) }
    task.cancel()
    await #expect(throws: DocumentError.cancelled) { try await task.value }
    #expect(names().isEmpty)
  }

  @Test("are copied up to a limit")
  func copying() async throws {
    defer { rmdir(directory) }
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
