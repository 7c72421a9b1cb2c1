import Exchanges
import HTTPMessages
import ParserProperties
import Recordings

@testable import Documents

/// What holds of a message's bytes shown one by one, and of their parts.
enum ByteProperties {
  static func hold(_ input: DocumentInput, _ random: inout Random) throws(BrokenProperty) {
    let isRequest = input.choice & 1 == 0
    let message = MessageIndex(isRequest ? .request : .response, of: input.content)
    let parts = MessageParts(
      direction: isRequest ? .sent : .received, range: 0..<input.content.count,
      messages: [message].compactMap(\.self), log: ByteLogSnapshot(input.content))
    let all = try runs(of: parts, in: 0..<input.content.count, input)
    for _ in 0..<4 {
      let first = random.below(input.content.count + 1)
      let range = first..<min(input.content.count, first + random.below(40))
      let cut = all.filter { !$0.range.clamped(to: range).isEmpty }.map { run in
        MessageParts.Run(part: run.part, range: run.range.clamped(to: range), field: run.field)
      }
      let some = try runs(of: parts, in: range, input)
      try input.hold(
        some.map(\.part) == cut.map(\.part) && some.map(\.range) == cut.map(\.range),
        "\(range) is \(some.map { ($0.part, $0.range) }) instead of \(cut.map { ($0.part, $0.range) })")
      _ = try input.hold("names") { () throws(RecordingError) in
        (try parts.name(ofByteAt: first), try parts.summary(of: range))
      }
    }
    try holdRows(of: parts, input)
  }

  /// Parts lie one after the other without gaps.
  private static func runs(
    of parts: MessageParts, in range: Range<Int>, _ input: DocumentInput
  ) throws(BrokenProperty) -> [MessageParts.Run] {
    let runs = try input.hold("parts of \(range)") { () throws(RecordingError) in try parts.runs(in: range) }
    var end = range.lowerBound
    for run in runs {
      try input.hold(run.range.lowerBound == end && !run.range.isEmpty, "\(run.part) at \(run.range) behind \(end)")
      end = run.range.upperBound
    }
    try input.hold(end == range.upperBound, "the parts of \(range) end at \(end)")
    return runs
  }

  /// Rows show all bytes, and each byte leads to its row.
  private static func holdRows(of parts: MessageParts, _ input: DocumentInput) throws(BrokenProperty) {
    let document = HexDocument(parts: parts, isComplete: true, bytesPerRow: [1, 8, 16, 32][Int(input.choice >> 1) & 3])
    let rows = try input.hold("hex") { () throws(RecordingError) in try document.rows(in: 0..<document.rowCount) }
    var end = 0
    for (number, row) in rows.enumerated() {
      try DocumentProperties.holdText(row, input)
      guard let source = row.source, let cells = row.cells else {
        throw BrokenProperty(property: "no bytes", input: input)
      }
      try input.hold(source.range.lowerBound == end && cells.count == source.range.count, "\(source) behind \(end)")
      end = source.range.upperBound
      let found = try input.hold("row of \(source)") { () throws(RecordingError) in try document.row(holding: source) }
      try input.hold(found == number, "\(source) leads to \(String(describing: found)), not \(number)")
      for byte in 0..<cells.count {
        try input.hold(
          cells.byte(atColumn: cells.hexColumn(ofByte: byte)) == byte
            && cells.byte(atColumn: cells.textColumn(ofByte: byte)) == byte, "byte \(byte) of \(row.text)")
      }
    }
    try input.hold(end == input.content.count, "the rows end at \(end)")
    let headers = HeadersDocument(parts: parts, isComplete: true) { 1_700_000_000 }
    let fields = try input.hold("headers") { () throws(RecordingError) in try headers.rows(in: 0..<headers.rowCount) }
    for row in fields { try DocumentProperties.holdText(row, input) }
  }
}
