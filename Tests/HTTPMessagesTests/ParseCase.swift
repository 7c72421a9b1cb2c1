import HTTPMessages
import Testing

/// A stream and what the parser has to make of it.
struct ParseCase: CustomTestStringConvertible {
  var name: String
  var kind: MessageKind
  var methods: [String] = []
  var configuration = ParserConfiguration.lenient
  var input: String
  var expected: [String]

  var bytes: [UInt8] { Array(input.utf8) }
  var testDescription: String { name }

  var parser: MessageParser {
    var parser = MessageParser(kind, configuration: configuration)
    for method in methods { parser.expectResponse(toMethod: method) }
    return parser
  }

  static let all = streams + startLines + fields + framing + chunks + ends + limits
}
