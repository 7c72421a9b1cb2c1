import JSONText
import TestSupport
import Testing

struct JSONCasesTests {
  @Test("what is JSON is taken, and what is not is refused at its place", arguments: JSONCase.all())
  func check(_ example: JSONCase) {
    let error = JSONText.check(example.bytes)
    switch example.verdict {
    case .right: #expect(error == nil, "\(example.name)")
    case .wrong(.some(let offset)): #expect(error?.offset == offset, "\(example.name)")
    case .wrong(.none): #expect(error != nil, "\(example.name)")
    case .either: break
    }
  }
}
