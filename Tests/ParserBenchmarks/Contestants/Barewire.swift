import BenchmarkSupport
import HTTPMessages

/// Our parser; its events are thrown away by the buffer's owner, as one who has used them would.
struct Barewire: Contestant {
  let name: String
  let configuration: ParserConfiguration

  static let lenient = Barewire(name: "Barewire, lenient", configuration: .lenient)
  static let both = [lenient, Barewire(name: "Barewire, strict", configuration: .strict)]

  func reading(_ input: Input) throws -> (any Reading)? {
    let reading = BarewireReading(input, configuration)
    try reading.check()
    return reading
  }
}

private final class BarewireReading: Reading {
  private let input: Input
  private let configuration: ParserConfiguration
  private var parser: MessageParser
  private var events = ParseEvents()

  init(_ input: Input, _ configuration: ParserConfiguration) {
    self.input = input
    self.configuration = configuration
    parser = MessageParser(input.kind, configuration: configuration)
  }

  func read(passes: Int) -> Int {
    Self.read(input, passes: passes, &parser, &events)
    return parser.isBetweenMessages ? passes * input.messageCount : 0
  }

  private static func read(
    _ input: Input, passes: Int, _ parser: inout MessageParser, _ events: inout ParseEvents
  ) {
    let readSize = input.readSize
    input.bytes.withUnsafeBytes { bytes in
      for _ in 0..<passes {
        var start = 0
        while start < bytes.count {
          let end = min(bytes.count, start &+ readSize)
          while start < end {
            start &+= parser.parse(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), into: &events)
            events.removeAll()
          }
        }
      }
    }
  }

  /// Reads the input once and looks at the events: a parser that finds nothing is fast.
  func check() throws {
    var parser = MessageParser(input.kind, configuration: configuration)
    var complete = 0
    try input.bytes.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count {
        start += parser.parse(UnsafeRawBufferPointer(rebasing: bytes[start...]), into: &events)
        for event in events {
          if event.kind == .messageEnd { complete += 1 }
          if event.kind == .diagnostic, event.code.severity > .note {
            throw MeasurementFailure("\(input.name): \(event.code.message)")
          }
        }
        events.removeAll()
      }
    }
    guard complete == input.messageCount else {
      throw MeasurementFailure("\(input.name): Barewire read \(complete) of \(input.messageCount) messages.")
    }
  }
}
