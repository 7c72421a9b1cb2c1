import HTTPMessages

/// What the fields of a part say of it.
struct PartHead: Sendable {
  /// Where the fields end, with the empty line behind them, and the content begins.
  var end = 0
  var fieldCount = 0
  /// What the part is, in a few words.
  var title = ""
  var mediaType = MediaType("")
  /// The parts that it has itself.
  var multipart: Multipart?
  /// How its content was made text for the way, as in `base64`; nil where it was not.
  var transferEncoding: String?
  var problem: MultipartProblem?

  init() {}

  /// Reads a head of a part of some kind: the lines behind its boundary.
  init(_ lines: ArraySlice<UInt8>, kind: Multipart.Kind) {
    var values: [String: String] = [:]
    for line in Self.unfolded(lines) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      fieldCount += 1
      let name = String(decoding: OptionalWhitespace.trimmed(line[..<colon]), as: UTF8.self).lowercased()
      guard values[name] == nil else { continue }
      values[name] = TextEncoding.decodeForPeople(OptionalWhitespace.trimmed(line[(colon + 1)...]))
    }
    let disposition = values["content-disposition"].map { ParameterizedValue($0) }
    mediaType = MediaType(values["content-type"] ?? "")
    multipart = Multipart(mediaType)
    if let encoding = values["content-transfer-encoding"]?.lowercased(),
      !["7bit", "8bit", "binary"].contains(encoding)
    {
      transferEncoding = encoding
    }
    let parameters = disposition?.parameters ?? [:]
    var words: [String] = []
    if let name = parameters["name"] { words.append("field “\(name)”") }
    if let file = parameters["filename"] ?? parameters["filename*"] { words.append("file “\(file)”") }
    if !mediaType.name.isEmpty { words.append(mediaType.name) }
    if let range = values["content-range"] { words.append(range) }
    title = words.joined(separator: ", ")
    problem = Self.problem(kind, disposition, hasRange: values["content-range"] != nil)
  }

  private static func problem(
    _ kind: Multipart.Kind, _ disposition: ParameterizedValue?, hasRange: Bool
  ) -> MultipartProblem? {
    switch kind {
    case .form:
      guard let disposition, disposition.name == "form-data" else { return .noDisposition }
      if disposition.parameters["name"] == nil { return .noName }
      return disposition.parameters["filename*"] == nil ? nil : .extendedFileName
    case .ranges: return hasRange ? nil : .noRange
    case .other: return nil
    }
  }

  /// The lines, each with those that go on with it.
  private static func unfolded(_ bytes: ArraySlice<UInt8>) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for line in bytes.split(separator: 0x0A) {
      let line = line.last == 0x0D ? line.dropLast() : line
      if let first = line.first, CodeByte.isBlank(first), !lines.isEmpty {
        lines[lines.count - 1] += line
      } else if !line.isEmpty {
        lines.append(Array(line))
      }
    }
    return lines
  }
}
