import HTTP2
import Recordings

/// The words of the rows of frames.
enum FrameRowText {
  /// A row of a line's bytes; its words stand on the first one.
  static func row(
    _ line: FrameLine, _ bytes: [UInt8], at range: Range<Int>, _ direction: Direction, _ source: WireSource
  ) -> DocumentRow {
    let marks = line.parts.map { part in (range: part.range, role: role(of: part.kind, in: line)) }
    let isWide = FrameHeader.size <= source.bytesPerRow
    return ByteRowLayout(bytesPerRow: source.bytesPerRow, hexComesFirst: false).row(
      prefix: "  ", prefixRole: .plain, bytes: bytes[...],
      source: ByteReference(layer: .frames, direction: direction, range: range), marks: marks,
      findings: source.findings(direction).filter { $0.touches(range) },
      words: words(line, from: range.lowerBound, isWhole: isWide))
  }

  /// The row that stands for a frame of another exchange.
  static func otherStream(_ line: FrameLine, _ direction: Direction) -> DocumentRow {
    guard case .otherStream(let header) = line.meaning else { return DocumentRow(text: "") }
    let text =
      "  \(header.kind.name), \(ByteCount.words(header.length)) of stream \(header.stream.number): another exchange"
    return DocumentRow(
      text: text, spans: [DocumentRow.Span(range: 0..<text.utf8.count, role: .note)],
      source: ByteReference(layer: .frames, direction: direction, range: line.range))
  }

  /// How the head of a transfer names a line; nil of one that begins no frame.
  static func summaryName(of line: FrameLine) -> String? {
    switch line.meaning {
    case .preface: "preface"
    case .before: "HTTP/1.1"
    case .header(let header): header.kind.name
    case .otherStream: "of other streams"
    case .leftover: "no HTTP/2"
    default: nil
    }
  }

  // MARK: Words

  private static func words(_ line: FrameLine, from offset: Int, isWhole: Bool) -> [(String, TextRole)] {
    if case .header(let header) = line.meaning, !isWhole, offset == header.offset + 5 {
      return [(place(header.stream), .key)]
    }
    guard offset == line.range.lowerBound else { return [] }
    switch line.meaning {
    case .header(let header):
      let words = [
        (header.kind.name, TextRole.startLine), (ByteCount.words(header.length), .size),
        (header.flagNames.joined(separator: " "), .literal),
      ]
      return isWhole ? words + [(place(header.stream), .key)] : words
    case .setting(let setting): return [(setting.identifier.name, .fieldName), ("\(setting.value)", .fieldValue)]
    case .field(let coded) where offset > coded.range.lowerBound:
      return [("rest of \(TextEncoding.decodeForPeople(coded.field.name))", .note)]
    case .field(let coded):
      return [
        (TextEncoding.decodeForPeople(coded.field.name) + ":", .fieldName),
        (TextEncoding.decodeForPeople(coded.field.value), .fieldValue), (coded.sourceWords, .note),
      ]
    case .errorCode(let code): return [(code.name, .startLine), (code.sentence, .note)]
    default: return [(sentence(line), .partName)]
    }
  }

  private static func place(_ stream: StreamID) -> String {
    stream.isConnection ? "stream 0, the connection" : "stream \(stream.number)"
  }

  private static func sentence(_ line: FrameLine) -> String {
    switch line.meaning {
    case .preface: "connection preface"
    case .priority(let priority):
      "after stream \(priority.dependency.number)\(priority.isExclusive ? ", alone" : ""), weight \(priority.weight)"
    case .tableSize(let size): "the table may take \(size) bytes from here on"
    case .number(.windowIncrement, let count): "\(count) bytes more may be sent"
    case .number(.lastStream, let number): "last stream \(number)"
    case .number(.promisedStream, let number): "promises stream \(number)"
    case .number(.padLength, let count): "\(ByteCount.words(count)) of padding"
    case .number(let kind, let number): "\(kind.name) \(number)"
    case .part(let kind): kind.name
    case .rest(let header): "rest of \(header.kind.name), \(place(header.stream))"
    case .before: "HTTP/1.1"
    case .header, .setting, .field, .errorCode, .otherStream, .leftover: ""
    }
  }

  private static func role(of part: FramePart.Kind, in line: FrameLine) -> TextRole? {
    switch part {
    case .length, .padLength: .size
    case .kind, .errorCode: .startLine
    case .flags: .literal
    case .stream, .lastStream, .promisedStream, .priorityDependency: .key
    case .settingIdentifier: .fieldName
    case .settingValue, .priorityWeight, .windowIncrement, .fragment, .fieldValue, .originText: .fieldValue
    case .padding, .originLength: .punctuation
    case .unknown: if case .preface = line.meaning { .startLine } else { nil }
    case .data, .debugData, .pingData: nil
    }
  }
}

extension FrameLine {
  /// Whether it is of the text before the frames, which counts as one.
  var isBefore: Bool {
    if case .before = meaning { true } else { false }
  }

  var isLeftover: Bool {
    if case .leftover = meaning { true } else { false }
  }

  /// Where a row that begins at a byte of the line ends.
  func rowEnd(from offset: Int, bytesPerRow: Int) -> Int {
    var end = min(range.upperBound, offset + bytesPerRow)
    // A header that does not fit one row is cut before the stream's number.
    if case .header(let header) = meaning, bytesPerRow < FrameHeader.size, offset < header.offset + 5 {
      end = min(end, header.offset + 5)
    }
    return end
  }

  /// The part that a byte is, in words.
  func name(ofByteAt offset: Int) -> String? {
    switch meaning {
    case .preface: return "connection preface"
    case .before: return "HTTP/1.1, before the connection went on in HTTP/2"
    case .field(let coded): return "field \(TextEncoding.decodeForPeople(coded.field.name)): \(coded.sourceWords)"
    case .setting(let setting): return "setting \(setting.identifier.name)"
    case .tableSize: return "size of the table of fields"
    case .leftover: return "no HTTP/2"
    case .rest(let header): return "rest of \(header.kind.name)"
    case .otherStream(let header): return "\(header.kind.name) of stream \(header.stream.number)"
    case .header, .priority, .errorCode, .number, .part:
      return parts.first { $0.range.contains(offset) }?.kind.name
    }
  }
}
