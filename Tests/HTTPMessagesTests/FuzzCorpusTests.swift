import Foundation
import ParserProperties
import Testing

@Suite struct FuzzCorpusTests {
  private static let corpus = CaseFile.corpus.flatMap(\.cases)

  @Test("the kept inputs of the fuzzer are there")
  func kept() {
    #expect(Self.corpus.count > 100)
  }

  @Test("each kept input of the fuzzer has all properties", arguments: CaseFile.corpus.map(\.path))
  func properties(path: String) throws {
    for stream in CaseFile.corpus.filter({ $0.path == path }).flatMap(\.cases) { try ParserProperties.hold(stream) }
  }

  @Test("an input of the fuzzer and a case say the same stream")
  func inputs() {
    for stream in Self.corpus {
      let read = FuzzInput.input(of: stream).withUnsafeBytes { FuzzInput.stream(of: $0) }
      #expect(read.kind == stream.kind && read.methods == stream.methods)
      #expect(read.limits == stream.limits && read.bytes == stream.bytes)
    }
  }

  @Test("a file of kept inputs is written as it was read", arguments: CaseFile.corpus.map(\.path))
  func text(path: String) throws {
    let file = try #require(CaseFile.corpus.first { $0.path == path })
    #expect(try file.text == String(contentsOfFile: path, encoding: .utf8))
  }
}
