import Foundation
import ParserProperties

/// What the fuzzer found worth keeping: inputs that must have all properties, one a line in the escapes of
/// `EscapedBytes`, behind the two numbers that say how each is read.
package struct DocumentCorpus {
  /// Bytes of one file.
  private static let fileSize = 8000
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

  let name: String
  var inputs: [DocumentInput]

  /// What the fuzzer begins with: what is kept, and contents of the same form made of pieces.
  package static var seeds: [DocumentInput] {
    let made = DocumentInput.Kind.allCases.flatMap { kind in
      (1...100).map { seed in
        var random = Random(seed: seed)
        return DocumentInput(of: kind, &random)
      }
    }
    return all.flatMap(\.inputs) + made
  }

  /// A file for each kind of input that has some.
  static var all: [DocumentCorpus] {
    DocumentInput.Kind.allCases.map(DocumentCorpus.init).filter { !$0.inputs.isEmpty }
  }

  init(_ kind: DocumentInput.Kind) {
    self.init(kind, inputs: [])
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    inputs = text.split(separator: "\n").compactMap { DocumentInput(keptAs: $0, kind) }
  }

  init(_ kind: DocumentInput.Kind, inputs: [DocumentInput]) {
    name = "\(kind)"
    self.inputs = inputs
  }

  private var file: URL { Self.folder.appending(path: "\(name).txt") }

  /// Replaces what is kept by these inputs, as many of each kind as there is room for; how many those are.
  package static func keep(_ inputs: [DocumentInput]) throws -> Int {
    var count = 0
    for kind in DocumentInput.Kind.allCases {
      var room = fileSize
      let kept = inputs.filter { $0.kind == kind }.prefix { input in
        room -= input.kept.utf8.count + 1
        return room >= 0
      }
      let corpus = DocumentCorpus(kind, inputs: Array(kept))
      try kept.map { $0.kept + "\n" }.joined().write(to: corpus.file, atomically: true, encoding: .utf8)
      count += kept.count
    }
    return count
  }
}

extension DocumentInput {
  init?(keptAs line: Substring, _ kind: Kind) {
    let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count == 3, let choice = UInt8(words[0]), let folding = UInt8(words[1]) else { return nil }
    self.init(kind, choice: choice, folding: folding, EscapedBytes.bytes(of: words[2]))
  }

  /// The input as a line of its kind's file.
  package var kept: String { "\(choice) \(folding) \(EscapedBytes.lines(of: content).joined())" }
}
