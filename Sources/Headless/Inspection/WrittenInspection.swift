import HTTPMessages

/// An inspection that is written while it goes on.
protocol WrittenInspection {
  mutating func read(_ bytes: UnsafeRawBufferPointer)
  mutating func finish()
  /// Writes what came up since the last call.
  mutating func write(to output: inout Output) throws(OutputError)
  var isWellFormed: Bool { get }
}

/// An inspection as an annotated dump for people.
struct DumpInspection: WrittenInspection {
  /// Bytes of one part that are kept where not everything is shown.
  private static let partLimit = 256 << 10

  private var inspection: Inspection<AnnotatedDump>

  init(_ input: InspectedInput) {
    var layout = DumpLayout()
    var colored = false
    if case .dump(let columns, let showsAll, let hasColors) = input.form {
      layout = DumpLayout(width: columns, showsAll: showsAll)
      colored = hasColors
    }
    let kind = input.kind ?? .request
    inspection = Inspection(
      kind, requestMethods: input.requestMethods, configuration: input.configuration,
      partLimit: layout.showsAll ? .max : Self.partLimit,
      report: AnnotatedDump(kind, layout: layout, refused: input.configuration.refused, hasColors: colored))
  }

  var isWellFormed: Bool { inspection.isWellFormed }

  mutating func read(_ bytes: UnsafeRawBufferPointer) {
    inspection.read(bytes)
  }

  mutating func finish() {
    inspection.finish()
  }

  mutating func take() -> [UInt8] { inspection.report.writer.text.take() }

  mutating func write(to output: inout Output) throws(OutputError) {
    try output.write(harmless: take())
  }
}

/// An inspection as a JSON array of messages.
struct JSONInspection: WrittenInspection {
  private var inspection: Inspection<InspectedMessages>
  private var layout = JSONLayout()

  init(_ input: InspectedInput) {
    let kind = input.kind ?? .request
    inspection = Inspection(
      kind, requestMethods: input.requestMethods, configuration: input.configuration,
      report: InspectedMessages(kind))
    layout.open("[")
  }

  var isWellFormed: Bool { inspection.isWellFormed }

  mutating func read(_ bytes: UnsafeRawBufferPointer) {
    inspection.read(bytes)
  }

  mutating func finish() {
    inspection.finish()
    writeEnded()
    layout.close("]")
  }

  mutating func take() -> [UInt8] {
    writeEnded()
    return layout.take()
  }

  mutating func write(to output: inout Output) throws(OutputError) {
    try output.write(take())
  }

  private mutating func writeEnded() {
    for message in inspection.report.ended { message.write(to: &layout) }
    inspection.report.ended.removeAll()
  }
}
