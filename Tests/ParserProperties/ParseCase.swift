package import HTTPMessages

/// A stream and what the parser has to make of it in both modes.
package struct ParseCase: CustomStringConvertible, Sendable {
  /// How violations are taken.
  package enum Mode: String, CaseIterable, Sendable { case lenient, strict }

  package var name: String
  package var kind: MessageKind
  /// Methods of the requests that the responses answer.
  package var methods: [String] = []
  /// Limits that differ from those of the mode.
  package var limits: [String: Int] = [:]
  package var bytes: [UInt8]
  package var expected: [Mode: [String]] = [:]
  package var file: String

  package init(name: String, kind: MessageKind, bytes: [UInt8], file: String = "") {
    self.name = name
    self.kind = kind
    self.bytes = bytes
    self.file = file
  }

  package var description: String { "\(file): \(name)" }

  package func configuration(_ mode: Mode) -> ParserConfiguration {
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

  package func parser(_ mode: Mode) -> MessageParser {
    var parser = MessageParser(kind, configuration: configuration(mode))
    for method in methods { parser.expectResponse(toMethod: method) }
    return parser
  }

  package static let all = CaseFile.all.flatMap(\.cases)
}
