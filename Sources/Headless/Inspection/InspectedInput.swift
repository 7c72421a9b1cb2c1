package import HTTPMessages

/// What `barewire inspect` does: reads an input to its end and writes what it found to an output.
package struct InspectedInput {
  /// Nil tells it from the first bytes.
  package var kind: MessageKind?
  package var requestMethods: [String]
  package var writesJSON: Bool

  package init(kind: MessageKind? = nil, requestMethods: [String] = [], writesJSON: Bool = false) {
    self.kind = kind
    self.requestMethods = requestMethods
    self.writesJSON = writesJSON
  }

  /// Reads everything; returns whether it is well formed.
  package func run(
    _ input: consuming InputBytes, to output: inout Output
  ) throws(InputFailure<OutputError>) -> Bool {
    // The beginning is held back until it tells the kind.
    var beginning: [UInt8] = []
    var kind = kind
    var isEnd = false
    while kind == nil {
      isEnd = try !input.next { bytes throws(OutputError) in beginning += bytes }
      // Empty lines at the beginning could go on for ever.
      kind = KindGuess.kind(of: beginning, isEnd: isEnd || beginning.count > 64 << 10)
    }
    if writesJSON {
      return try inspect(JSONInspection(kind ?? .request, requestMethods), beginning, &input, to: &output)
    }
    return try inspect(RowInspection(kind ?? .request, requestMethods), beginning, &input, to: &output)
  }

  private func inspect(
    _ inspection: some WrittenInspection, _ beginning: [UInt8], _ input: inout InputBytes, to output: inout Output
  ) throws(InputFailure<OutputError>) -> Bool {
    var inspection = inspection
    beginning.withUnsafeBytes { inspection.read($0) }
    do throws(OutputError) {
      try output.write(inspection.take())
    } catch {
      throw .body(error)
    }
    while try input.next({ bytes throws(OutputError) in
      inspection.read(bytes)
      try output.write(inspection.take())
      try output.flush()
    }) {}
    inspection.finish()
    do throws(OutputError) {
      try output.write(inspection.take())
      try output.finish()
    } catch {
      throw .body(error)
    }
    return inspection.isWellFormed
  }
}

/// An inspection as bytes for an output.
protocol WrittenInspection {
  mutating func read(_ bytes: UnsafeRawBufferPointer)
  mutating func finish()
  /// What is to be written since the last call.
  mutating func take() -> [UInt8]
  var isWellFormed: Bool { get }
}

/// An inspection as rows for people.
struct RowInspection: WrittenInspection {
  private var inspection: Inspection<InspectionRows>

  init(_ kind: MessageKind, _ requestMethods: [String]) {
    inspection = Inspection(kind, requestMethods: requestMethods, report: InspectionRows(kind))
  }

  var isWellFormed: Bool { inspection.isWellFormed }

  mutating func read(_ bytes: UnsafeRawBufferPointer) {
    inspection.read(bytes)
  }

  mutating func finish() {
    inspection.finish()
  }

  mutating func take() -> [UInt8] {
    defer { inspection.report.text = "" }
    return Array(inspection.report.text.utf8)
  }
}

/// An inspection as a JSON array of messages.
struct JSONInspection: WrittenInspection {
  private var inspection: Inspection<InspectedMessages>
  private var layout = JSONLayout()

  init(_ kind: MessageKind, _ requestMethods: [String]) {
    inspection = Inspection(kind, requestMethods: requestMethods, report: InspectedMessages(kind))
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

  private mutating func writeEnded() {
    for message in inspection.report.ended { message.write(to: &layout) }
    inspection.report.ended.removeAll()
  }
}
