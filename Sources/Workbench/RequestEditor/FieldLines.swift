import Workspaces

/// Header fields in a text that was copied from somewhere: `Name: value`, one on each line.
enum FieldLines {
  /// The fields; nil where any line is something else, so that the text is taken as it is.
  static func fields(in bytes: [UInt8]) -> [NamedValue]? {
    var fields: [NamedValue] = []
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
      let name = line[..<colon]
      guard !name.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return nil }
      let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
      let value = line[(colon + 1)...].drop(while: isBlank)
      let end = value.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? value.startIndex
      fields.append(
        NamedValue(String(decoding: name, as: UTF8.self), String(decoding: value[..<end], as: UTF8.self)))
    }
    return fields.isEmpty ? nil : fields
  }
}
