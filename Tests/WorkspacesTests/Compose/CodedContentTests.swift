import ContentCodings
import TestSupport
import Testing
import Workspaces

@Suite("Compressed request bodies")
struct CodedContentTests {
  private let composer = RequestComposer(scope: VariableScope(), userAgent: "u")
  private static let codings: [ContentCoding] = [.gzip, .deflate, .br, .zstd]
  private static let body = String(repeating: "the same line again\n", count: 50)

  private static func request(_ body: RequestBody, _ coding: ContentCoding = .gzip) -> SavedRequest {
    var request = SavedRequest(name: "r", method: "POST", url: "http://h/")
    request.body = body
    request.options.contentCoding = coding
    return request
  }

  private static func halves(_ prepared: PreparedRequest) throws -> (head: String, content: [UInt8]) {
    let bytes = prepared.bytes
    let end = try #require(bytes.indices.first { bytes[$0...].starts(with: "\r\n\r\n".utf8) })
    return (String(decoding: bytes[..<end], as: UTF8.self), Array(bytes[(end + 4)...]))
  }

  @Test("a text goes out in each coding, and the head says which and how long it is", arguments: codings)
  func text(coding: ContentCoding) throws {
    let (head, content) = try Self.halves(
      composer.prepare(Self.request(.text(Self.body, contentType: nil), coding)))
    #expect(head.contains("\r\nContent-Encoding: \(coding.rawValue)\r\nContent-Length: \(content.count)"))
    #expect(content.count < Self.body.utf8.count / 4)
    let decoder = try ContentDecoder(coding: coding.rawValue)
    var decoded: [UInt8] = []
    try content.withUnsafeBytes { content in try decoder.decode(content) { decoded += $0 } }
    try decoder.finish()
    #expect(String(decoding: decoded, as: UTF8.self) == Self.body)
  }

  @Test("without content there is nothing to compress, and a field of the form takes the place of the automatic one")
  func fields() throws {
    #expect(try !Self.halves(composer.prepare(Self.request(.none))).head.contains("Content-Encoding"))
    #expect(try !Self.halves(composer.prepare(Self.request(.json("")))).head.contains("Content-Encoding"))
    var own = Self.request(.json("{}"))
    own.fields = [NamedValue("Content-Encoding", "x-gzip")]
    let head = try Self.halves(composer.prepare(own)).head
    #expect(head.contains("Content-Encoding: x-gzip"))
    #expect(!head.contains("Content-Encoding: gzip"))
  }

  @Test("a file is compressed when it is sent, as one chunk, since its length is not known before")
  func file() throws {
    let directory = try TemporaryDirectory()
    try directory.write("body", Self.body)
    let request = Self.request(.file(path: directory.path + "/body", contentType: nil))
    let prepared = try composer.prepare(request)
    #expect(prepared.codedFile?.path == directory.path + "/body")
    #expect(prepared.byteCount == prepared.bytes.count + Self.body.utf8.count)
    #expect(
      String(decoding: prepared.bytes, as: UTF8.self)
        .hasSuffix("\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"))
    let sent = prepared.withCodedFile(at: "/coded", length: 26)
    #expect(sent.codedFile == nil)
    #expect(sent.parts.contains(.file(path: "/coded", length: 26)))
    #expect(String(decoding: sent.bytes, as: UTF8.self).hasSuffix("\r\n\r\n1a\r\n\r\n0\r\n\r\n"))
    #expect(
      CurlCommand.command(for: prepared).command.hasPrefix("gzip -c -- \(directory.path)/body | curl "))

    var old = request
    old.options.httpVersion = .http10
    #expect(throws: ComposeError.codedFileNeedsChunks) { try composer.prepare(old) }
  }

  @Test("a file whose length the form gives by hand goes out as it is asked for")
  func fileWithLength() throws {
    let directory = try TemporaryDirectory()
    try directory.write("body", Self.body)
    var request = Self.request(.file(path: directory.path + "/body", contentType: nil))
    request.fields = [NamedValue("Content-Length", "7")]
    let sent = try composer.prepare(request).withCodedFile(at: "/coded", length: 26)
    #expect(sent.parts.last == .file(path: "/coded", length: 26))
    #expect(!String(decoding: sent.bytes, as: UTF8.self).contains("Transfer-Encoding"))
  }

  @Test("raw bytes that are the compressed body become the form that made them; others are taken as they are")
  func backToForm() throws {
    let request = Self.request(.json("{\"a\": 1}"))
    let bytes = try composer.prepare(request).bytes
    #expect(try RawRequestReader.form(from: bytes, keeping: request, composer: composer) == request)
    let other = Array("POST / HTTP/1.1\r\nHost: h\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nhi".utf8)
    let form = try RawRequestReader.form(from: other, keeping: request, composer: composer)
    #expect(form.options.contentCoding == .identity)
    #expect(form.body == .text("hi", contentType: nil))
    #expect(form.fields.contains(NamedValue("Content-Encoding", "gzip")))
  }

  @Test("the file of a workspace names the coding, and only where there is one")
  func saved() throws {
    var workspace = Workspace(name: "w")
    for coding in Self.codings + [.identity] {
      workspace.items = [WorkspaceItem(id: .init(1), content: .request(Self.request(.json("{}"), coding)))]
      let bytes = WorkspaceFormat.write(workspace)
      #expect(String(decoding: bytes, as: UTF8.self).contains("\"contentCoding\"") == (coding != .identity))
      guard case .request(let read)? = try WorkspaceFormat.read(bytes).items.first?.content else {
        Issue.record("no request")
        return
      }
      #expect(read.options.contentCoding == coding)
    }
  }
}
