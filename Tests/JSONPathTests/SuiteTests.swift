import Foundation
import JSONText
import Testing

@testable import JSONPath

/// Cases in files, in the form of the compliance suite of the RFC's authors: `cts.json` of it, named by the variable
/// `JSONPATH_SUITE`, is run with them.
struct SuiteTests {
  static let files: [String] = {
    let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    let own = (try? FileManager.default.contentsOfDirectory(atPath: cases.path()).sorted()) ?? []
    return own.map { cases.appending(path: $0).path() }
      + [ProcessInfo.processInfo.environment["JSONPATH_SUITE"]].compactMap(\.self)
  }()

  @Test("each query of a suite finds the nodes that are right, or is refused", arguments: files)
  func suite(_ file: String) throws {
    let tree = try JSONTree(Array(Data(contentsOf: URL(filePath: file))))
    let cases = try #require(tree.members["tests"]).elements
    #expect(!cases.isEmpty)
    for test in cases { try run(test) }
  }

  private func run(_ test: JSONTree) throws {
    let name = Comment(rawValue: test.members["name"]?.string ?? "")
    let selector = try #require(test.members["selector"]?.string)
    if test.members["invalid_selector"]?.text == "true" {
      let error = #expect(throws: JSONPathError.self, "\(name): \(selector)") { try JSONPathQuery(selector) }
      if let offset = test.members["offset"]?.text, let error {
        #expect(String(error.offset) == offset, "\(name): \(selector): \(error.message)")
      }
      return
    }
    let query: JSONPathQuery
    do {
      query = try JSONPathQuery(selector)
    } catch {
      Issue.record("\(name): \(selector) at \(error.offset): \(error.message)")
      return
    }
    let document = try #require(test.members["document"]).text
    let results = test.members["results"]?.elements ?? [test.members["result"]].compactMap(\.self)
    let paths = test.members["results_paths"]?.elements ?? [test.members["result_paths"]].compactMap(\.self)
    // However little is held back, the order stays.
    for limit in [1 << 16, 1, 2, 3] {
      let found = try nodes(of: query, in: document, heldLimit: limit)
      let isRight = results.contains { result in
        result.elements.count == found.values.count
          && zip(result.elements, found.values).allSatisfy { value(of: $0.text) == value(of: $1) }
      }
      #expect(isRight, "\(name): \(selector) on \(document) found \(found), held \(limit)")
      let arePathsRight = paths.isEmpty || paths.contains { $0.elements.map(\.string) == found.paths }
      #expect(arePathsRight, "\(name): \(selector) on \(document) found \(found.paths), held \(limit)")
    }
  }

  private func value(of text: String) -> JSONPathValue? {
    try? JSONPathReading.value(at: 0, JSONBlocks(JSONBytesInMemory(Array(text.utf8))) { false })
  }
}

/// The values and normalized paths that a query finds.
func nodes(
  of query: JSONPathQuery, in document: String, heldLimit: Int = 1 << 16, sequences: Bool = false
) throws(JSONPathFailure) -> (values: [String], paths: [String]) {
  let bytes = Array(document.utf8)
  var values: [String] = []
  var paths: [String] = []
  var configuration = JSONPathQuery.Configuration()
  configuration.heldLimit = heldLimit
  configuration.acceptsSequences = sequences
  try query.forEachMatch(in: JSONBytesInMemory(bytes), configuration) { match, _ in
    values.append(String(decoding: bytes[match.range], as: UTF8.self))
    paths.append(JSONText.normalizedPath(match.location.named { Array(bytes[$0]) }))
    return true
  }
  return (values, paths)
}
