/// What is in a field line. Only of events of kind `field`.
extension ParseEvent {
  /// Bytes of one field line, folds included, that a record can tell apart.
  package static let fieldBound = 1 << 31

  /// A field line; all positions are offsets in the stream, and `colon` is `nameEnd` or after it, or nil.
  package static func field(
    isTrailer: Bool, name: Range<Int>, colon: Int?, value: Range<Int>, end: Int, lineEndLength: Int
  ) -> ParseEvent {
    let start = name.lowerBound
    func offset(_ position: Int) -> UInt64 { UInt64(UInt32(truncatingIfNeeded: position - start)) }
    return ParseEvent(
      kind: .field, part: isTrailer ? .trailerName : .fieldName, start: start,
      first: offset(name.upperBound) | offset(colon ?? value.lowerBound) << 32,
      second: offset(value.lowerBound) | offset(value.upperBound) << 32, tag: UInt32(truncatingIfNeeded: end - start),
      lineEndLength: UInt8(lineEndLength))
  }

  /// True for a field of a trailer section.
  package var isTrailer: Bool { part == .trailerName }

  /// Where the name is; of a line without a colon all of it.
  package var nameRange: Range<Int> { start..<(start + Int(UInt32(truncatingIfNeeded: first))) }

  /// Where the value is, without white space around it but with the folds inside of it; may be empty.
  package var valueRange: Range<Int> {
    (start + Int(UInt32(truncatingIfNeeded: second)))..<(start + Int(second >> 32))
  }

  /// Where the colon is; nil where the line has none.
  package var colon: Int? {
    let colon = start + Int(first >> 32)
    return colon < valueRange.lowerBound ? colon : nil
  }

  /// Count of bytes of the line end; zero where the stream ends before it.
  package var lineEndCount: Int { Int(lineEndLength) }

  /// The parts of the line in order, without gaps; empty ones are left out.
  ///
  /// White space around a value that begins or ends with a fold has the fold's line end in it.
  package var fieldParts: FieldParts { FieldParts(of: self) }
}

/// Walks the parts of a field line.
package struct FieldParts: Sequence, IteratorProtocol, Sendable {
  private let field: ParseEvent
  private var step = 0
  private var told: Int

  init(of field: ParseEvent) {
    precondition(field.kind == .field, "only a field has parts")
    self.field = field
    told = field.start
  }

  package mutating func next() -> (part: MessagePart, range: Range<Int>)? {
    while step < 7 {
      let (part, end) = stepEnd
      step += 1
      if end > told {
        defer { told = end }
        return (part, told..<end)
      }
    }
    return nil
  }

  private var stepEnd: (MessagePart, Int) {
    switch step {
    case 0: (field.isTrailer ? .trailerName : .fieldName, field.nameRange.upperBound)
    case 1: (.whitespace, field.colon ?? told)
    case 2: (.colon, field.colon.map { $0 + 1 } ?? told)
    case 3: (.whitespace, field.valueRange.lowerBound)
    case 4: (field.isTrailer ? .trailerValue : .fieldValue, field.valueRange.upperBound)
    case 5: (.whitespace, field.range.upperBound - Int(field.lineEndLength))
    default: (.lineEnd, field.range.upperBound)
    }
  }
}
