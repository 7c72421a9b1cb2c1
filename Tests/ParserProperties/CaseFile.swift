import Foundation
import HTTPMessages

/// A file of cases in `Cases`.
///
/// A case begins with `## ` and its name; then `request` or `response`, perhaps `to` and methods, perhaps `with` and
/// limits such as lineLength=24; then its bytes in lines that begin with `> ` (escapes `\r \n \t \\ \xNN`, and
/// `\{text*count}` for repetition; the lines' own ends do not count); then `lenient:` and `strict:`, or `both:`, each
/// with the events that must come, a line for each. A case without expectations is completed by the test that finds
/// it, which fails: read what was written, then run again.
package struct CaseFile {
  package let path: String
  package private(set) var cases: [ParseCase]

  package static let all = files(in: "HTTPMessagesTests/Cases")

  /// What the fuzzer found worth keeping: cases that expect nothing but the properties of every stream.
  package static let corpus = files(in: corpusFolder)

  package static let corpusFolder = "Fuzzing/Corpus"

  /// Where the folders of all tests are.
  package static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path

  private static func files(in folder: String) -> [CaseFile] {
    let folder = "\(tests)/\(folder)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".case") }.sorted().map { CaseFile(path: "\(folder)/\($0)") }
  }

  private init(path: String) {
    self.path = path
    guard let data = FileManager.default.contents(atPath: path) else { preconditionFailure("\(path) cannot be read") }
    let file = URL(filePath: path).deletingPathExtension().lastPathComponent
    cases = String(decoding: data, as: UTF8.self).components(separatedBy: "\n## ").compactMap { text in
      var text = text[...]
      if text.hasPrefix("## ") { text = text.dropFirst(3) }
      return Self.parseCase(text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init), file)
    }
  }

  package init(path: String, cases: [ParseCase]) {
    self.path = path
    self.cases = cases
  }

  private static func parseCase(_ lines: [String], _ file: String) -> ParseCase? {
    guard lines.count > 2, !lines[0].hasPrefix("#") else { return nil }
    let words = lines[1].split(separator: " ").map(String.init)
    var found = ParseCase(name: lines[0], kind: words[0] == "request" ? .request : .response, bytes: [], file: file)
    var readsLimits = false
    for word in words.dropFirst() {
      if word == "with" {
        readsLimits = true
      } else if readsLimits {
        let sides = word.split(separator: "=")
        found.limits[String(sides[0])] = Int(sides[1])
      } else if word != "to" {
        found.methods.append(word)
      }
    }
    var modes: [ParseCase.Mode] = []
    for line in lines.dropFirst(2) {
      if line.hasPrefix("> ") {
        found.bytes += EscapedBytes.bytes(of: line.dropFirst(2))
      } else if line == "both:" {
        modes = ParseCase.Mode.allCases
        for mode in modes { found.expected[mode] = [] }
      } else if line.hasSuffix(":"), let mode = ParseCase.Mode(rawValue: String(line.dropLast())) {
        modes = [mode]
        found.expected[mode] = []
      } else {
        for mode in modes { found.expected[mode]?.append(line) }
      }
    }
    return found
  }

  package var text: String { cases.map(\.text).joined(separator: "\n") }

  /// Writes what the parser makes of cases that say nothing; returns their names.
  package static func recordMissing() throws -> [String] {
    var recorded: [String] = []
    for var file in all where file.cases.contains(where: { $0.expected.count < 2 }) {
      for index in file.cases.indices {
        let parseCase = file.cases[index]
        for mode in ParseCase.Mode.allCases where parseCase.expected[mode] == nil {
          file.cases[index].expected[mode] = Reading(parseCase.bytes, parser: parseCase.parser(mode))
            .lines(of: parseCase.bytes)
          recorded.append("\(parseCase), \(mode.rawValue)")
        }
      }
      try file.text.write(toFile: file.path, atomically: true, encoding: .utf8)
    }
    return recorded
  }
}
