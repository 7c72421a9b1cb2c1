import HTTPMessages
import Testing

/// A stream and what the parser has to make of it in both modes.
struct ParseCase: CustomTestStringConvertible, Sendable {
  /// How violations are taken.
  enum Mode: String, CaseIterable, Sendable { case lenient, strict }

  var name: String
  var kind: MessageKind
  /// Methods of the requests that the responses answer.
  var methods: [String] = []
  /// Limits that differ from those of the mode.
  var limits: [String: Int] = [:]
  var bytes: [UInt8]
  var expected: [Mode: [String]] = [:]
  var file = ""

  var testDescription: String { "\(file): \(name)" }

  func configuration(_ mode: Mode) -> ParserConfiguration {
    var configuration = mode == .lenient ? ParserConfiguration.lenient : .strict
    for (name, value) in limits {
      switch name {
      case "lineLength": configuration.lineLength = value
      case "fieldLength": configuration.fieldLength = value
      case "interimResponseCount": configuration.interimResponseCount = value
      case "headLength": configuration.headLength = value
      case "fieldCount": configuration.fieldCount = value
      case "chunkLineLength": configuration.chunkLineLength = value
      case "chunkExtensionTotal": configuration.chunkExtensionTotal = value
      case "trailerLength": configuration.trailerLength = value
      default: preconditionFailure("\(file) names an unknown limit \(name)")
      }
    }
    return configuration
  }

  func parser(_ mode: Mode) -> MessageParser {
    var parser = MessageParser(kind, configuration: configuration(mode))
    for method in methods { parser.expectResponse(toMethod: method) }
    return parser
  }

  static let all = CaseFile.all.flatMap(\.cases)
}
