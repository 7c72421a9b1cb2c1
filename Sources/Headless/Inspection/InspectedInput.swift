package import HTTPMessages

/// What `barewire inspect` does: reads an input to its end and writes what it found to an output.
package struct InspectedInput {
  /// How the findings are written.
  package enum Form: Sendable, Hashable {
    /// An annotated dump of so many columns; with everything that is long, or only its beginning and its end.
    case dump(columns: Int, showsAll: Bool, hasColors: Bool)
    /// A JSON array of messages.
    case json
  }

  /// Nil tells it from the first bytes.
  package var kind: MessageKind?
  package var requestMethods: [String]
  package var configuration: ParserConfiguration
  package var form: Form

  package init(
    kind: MessageKind? = nil, requestMethods: [String] = [], configuration: ParserConfiguration = .lenient,
    form: Form = .dump(columns: 80, showsAll: false, hasColors: false)
  ) {
    self.kind = kind
    self.requestMethods = requestMethods
    self.configuration = configuration
    self.form = form
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
    var known = self
    known.kind = kind
    switch form {
    case .json: return try inspect(JSONInspection(known), beginning, &input, to: &output)
    case .dump: return try inspect(DumpInspection(known), beginning, &input, to: &output)
    }
  }

  private func inspect(
    _ inspection: some WrittenInspection, _ beginning: [UInt8], _ input: inout InputBytes, to output: inout Output
  ) throws(InputFailure<OutputError>) -> Bool {
    var inspection = inspection
    beginning.withUnsafeBytes { inspection.read($0) }
    do throws(OutputError) {
      try inspection.write(to: &output)
    } catch {
      throw .body(error)
    }
    while try input.next({ bytes throws(OutputError) in
      inspection.read(bytes)
      try inspection.write(to: &output)
      try output.flush()
    }) {}
    inspection.finish()
    do throws(OutputError) {
      try inspection.write(to: &output)
      try output.finish()
    } catch {
      throw .body(error)
    }
    return inspection.isWellFormed
  }
}
