import JSONText
import Recordings
import TestSupport
import Testing

@testable import Documents

struct JSONCasesTests {
  @Test("whatever is sent as JSON is shown to its last byte, and told where it is wrong", arguments: JSONCase.all())
  func shown(_ example: JSONCase) throws {
    let rows = try rows(of: example.bytes)
    // What stands on rows is what was sent, white space aside.
    let shown = rows.filter { !$0.hasPrefix("▲") }.joined().utf8.filter { $0 > 0x20 && $0 < 0x80 }
    let sent = example.bytes.filter { $0 > 0x20 && $0 < 0x80 }
    #expect(Array(shown) == sent, "\(example.name): \(rows)")
    let told = rows.first { $0.hasPrefix("▲ byte ") }.flatMap { Int($0.dropFirst(7).prefix { $0 != ":" }) }
    switch example.verdict {
    case .right: #expect(told == nil, "\(example.name): \(rows)")
    case .wrong(.some(let offset)): #expect(told == offset, "\(example.name): \(rows)")
    case .wrong(.none):
      // By another reader, which ends at the first error; rows know no depth at which they end.
      guard let error = firstError(of: example.bytes) else { break }
      if case .tooDeep = error.reason {
        #expect(told != nil)
      } else {
        #expect(told == error.offset, "\(example.name): \(rows)")
      }
    case .either: break
    }
  }

  /// Where a text is no JSON by its form, whatever its strings are encoded in.
  private func firstError(of bytes: [UInt8]) -> JSONError? {
    var configuration = JSONTokenizer.Configuration.strict
    configuration.checksText = false
    var tokenizer = JSONTokenizer(configuration)
    return bytes.withUnsafeBytes { bytes in
      var position = 0
      do throws(JSONError) {
        while try tokenizer.next(bytes, at: &position) != nil {}
        while try tokenizer.finish() != nil {}
        return nil
      } catch {
        return error
      }
    }
  }

  private func rows(of bytes: [UInt8]) throws -> [String] {
    let source = ContentSource(decoded: ByteLogSnapshot(bytes), isComplete: true)
    let document = ContentDocument(
      source: source, start: JSONRows(acceptsSequence: false), encoding: .utf8, isRelaidOut: true)
    while try document.advance(budget: 4096) {}
    return try document.rows(in: 0..<document.rowCount).map(\.text)
  }
}
