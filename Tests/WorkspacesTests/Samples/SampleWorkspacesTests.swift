import Foundation
import Testing

@testable import Workspaces

struct SampleWorkspacesTests {
  /// The package's folder, seen from this file.
  private let package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func folderFiles() throws -> [(name: String, text: String)] {
    let folder = package.appendingPathComponent("Workspaces")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
      .sorted()
    return try names.map { ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)) }
  }

  @Test("the samples inside the program are the files of the Workspaces folder")
  func equal() throws {
    let files = try folderFiles()
    #expect(files.map(\.name) == ["notes-api.json", "practice-tls.json", "practice.json", "sockets-by-hand.json"])
    let isEqual = files.elementsEqual(SampleWorkspaces.embedded) { $0.name == $1.name && $0.text == $1.text }
    if !isEqual {
      // Written anew for the next run; this one fails all the same.
      let source = package.appendingPathComponent("Sources/Workspaces/Samples/EmbeddedWorkspaces.swift")
      try Self.source(files).write(to: source, atomically: true, encoding: .utf8)
    }
    #expect(isEqual, "they differed and EmbeddedWorkspaces.swift was written anew: look at it and run the tests again")
  }

  @Test("every request of the samples can be composed with what Barewire provides")
  func compose() throws {
    let provided = Dictionary(uniqueKeysWithValues: ProvidedVariable.allCases.map { ($0.rawValue, "127.0.0.1:1") })
    var count = 0
    for file in SampleWorkspaces.files {
      let workspace = try WorkspaceFormat.read(file.bytes)
      let composer = RequestComposer(
        scope: VariableScope(environment: workspace.environments.first, provided: provided), userAgent: "test")
      func check(_ items: [WorkspaceItem]) throws {
        for item in items {
          switch item.content {
          case .folder(let folder): try check(folder.items)
          case .request(let request):
            count += 1
            #expect(throws: Never.self, "\(file.name) ▸ \(request.name)") { try composer.prepare(request) }
          }
        }
      }
      try check(workspace.items)
    }
    #expect(count > 10)
  }

  private static func source(_ files: [(name: String, text: String)]) -> String {
    var source = "// swift-format-ignore-file\n\nextension SampleWorkspaces {\n"
    source += "  /// Written by the test that holds the samples equal to the Workspaces folder.\n"
    source += "  static let embedded: [(name: String, text: String)] = [\n"
    for file in files { source += "(\"\(file.name)\", ##\"\"\"\n\(file.text)\n\"\"\"##),\n" }
    return source + "  ]\n}\n"
  }
}
