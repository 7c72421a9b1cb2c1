import HTTPMessages

extension ParseCase {
  /// The case as a file of cases has it.
  package var text: String {
    var lines = ["## \(name)", head]
    lines += EscapedBytes.lines(of: bytes).map { "> \($0)" }
    let (lenient, strict) = (expected[.lenient], expected[.strict])
    if let lenient, lenient == strict {
      lines += ["both:"] + lenient
    } else {
      if let lenient { lines += ["lenient:"] + lenient }
      if let strict { lines += ["strict:"] + strict }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var head: String {
    var head = kind == .request ? "request" : "response"
    if !methods.isEmpty { head += " to " + methods.joined(separator: " ") }
    if !limits.isEmpty {
      head += " with " + limits.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: " ")
    }
    return head
  }
}
