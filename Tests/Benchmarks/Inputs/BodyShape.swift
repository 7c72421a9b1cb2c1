/// What a body that is measured is made of.
///
/// Rows differ from each other, so that a move by one row can be seen.
enum BodyShape: String, CaseIterable {
  case json = "JSON"
  case minifiedJSON = "minified JSON"
  case lines = "lines of text"
  case oneLine = "one line"
  case binary

  /// What its file's name ends with, by which nginx names its type.
  var ending: String {
    switch self {
    case .json, .minifiedJSON: "json"
    case .lines, .oneLine: "txt"
    case .binary: "bin"
    }
  }

  /// What stands before the first record and behind the last one.
  var frame: (start: String, end: String) {
    switch self {
    case .json: ("[\n", "\n]\n")
    case .minifiedJSON: ("[", "]")
    case .lines: ("", "\n")
    case .oneLine, .binary: ("", "")
    }
  }

  /// What stands between two records.
  var separator: String {
    switch self {
    case .json: ",\n"
    case .minifiedJSON: ","
    case .lines: "\n"
    case .oneLine: " "
    case .binary: ""
    }
  }

  /// A record with a number of nine digits in it; all are as long.
  func record(_ number: Int) -> [UInt8] {
    switch self {
    case .json:
      Array(
        """
          {
            "id": \(number),
            "name": "Katherine Johnson",
            "email": "katherine.johnson@example.org",
            "active": true,
            "balance": 1534.25,
            "tags": ["orbits", "trajectories"],
            "address": {
              "city": "Hampton",
              "postcode": "VA 23666"
            }
          }
        """.utf8)
    case .minifiedJSON:
      Array(
        """
        {"id":\(number),"name":"Katherine Johnson","email":"katherine.johnson@example.org","active":true,\
        "balance":1534.25,"tags":["orbits","trajectories"],"address":{"city":"Hampton","postcode":"VA 23666"}}
        """.utf8)
    case .lines, .oneLine:
      Array("customer \(number) asked for the list of orders and was answered with 200 after 12.5 ms;".utf8)
    case .binary: Self.noise(seed: UInt64(number))
    }
  }

  /// Bytes by xorshift, of all values but CR; of line ends none that would make an empty row.
  private static func noise(seed: UInt64) -> [UInt8] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var bytes: [UInt8] = []
    for _ in 0..<256 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let byte = UInt8(truncatingIfNeeded: state >> 32)
      let isEnd = byte == 0x0D || byte == 0x0A && bytes.last ?? 0x20 <= 0x20
      bytes.append(isEnd ? 0x7F : byte)
    }
    return bytes
  }
}
