import Foundation
import TestSupport
import Testing
import Workspaces

struct BodyFileTests {
  @Test("a file is named with its size and not read; an empty one has no part")
  func sizes() throws {
    let directory = try TemporaryDirectory()
    try directory.write("body.bin", "12345")
    try directory.write("empty", "")
    let composer = RequestComposer(scope: VariableScope(), baseDirectory: directory.path, userAgent: "u")
    var request = SavedRequest(name: "", method: "PUT", url: "h/")
    request.body = .file(path: "body.bin", contentType: nil)
    let prepared = try composer.prepare(request)
    #expect(prepared.parts.last == .file(path: directory.path + "/body.bin", length: 5))
    #expect(prepared.byteCount == prepared.bytes.count + 5)
    #expect(
      String(decoding: prepared.bytes, as: UTF8.self)
        .hasSuffix("\r\nContent-Type: application/octet-stream\r\nContent-Length: 5\r\n\r\n"))
    request.body = .file(path: directory.path + "/empty", contentType: "a/b")
    #expect(try composer.prepare(request).parts.count == 1)
  }

  @Test("a file that cannot be sent is an error in words")
  func failures() throws {
    let directory = try TemporaryDirectory()
    let composer = RequestComposer(scope: VariableScope(), baseDirectory: directory.path, userAgent: "u")
    func error(_ path: String) -> ComposeError? {
      var request = SavedRequest(name: "", method: "PUT", url: "h/")
      request.body = .file(path: path, contentType: nil)
      do throws(ComposeError) {
        _ = try composer.prepare(request)
        return nil
      } catch {
        return error
      }
    }
    #expect(error("") == .noBodyFile)
    #expect(error("none") == .bodyFileMissing(path: directory.path + "/none"))
    #expect(error(".") == .bodyFileNotRegular(path: directory.path + "/."))
    #expect(error("/dev/null") == .bodyFileNotRegular(path: "/dev/null"))
  }
}
