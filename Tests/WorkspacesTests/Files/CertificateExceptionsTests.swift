import Foundation
import Testing

@testable import Workspaces

@Suite("Certificates accepted for good")
struct CertificateExceptionsTests {
  @Test("what was accepted of an endpoint is found again, in a file that a person can read")
  func kept() async throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "barewire-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: directory) }
    let exceptions = CertificateExceptions(directory: directory.path())
    #expect(await exceptions.fingerprints(for: "https://h").isEmpty)
    try await exceptions.accept("AA:BB", for: "https://h")
    try await exceptions.accept("AA:BB", for: "https://h")
    try await exceptions.accept("CC:DD", for: "https://other:1")
    let again = CertificateExceptions(directory: directory.path())
    #expect(await again.fingerprints(for: "https://h") == ["AA:BB"])
    let file = directory.appending(path: "certificate-exceptions.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("\"https://other:1\""))
    // A file that somebody broke stays as it is.
    try "{ broken".write(to: file, atomically: true, encoding: .utf8)
    await #expect(throws: WorkspaceError.self) { try await again.accept("EE", for: "https://h") }
    #expect(try String(contentsOf: file, encoding: .utf8) == "{ broken")
  }
}
