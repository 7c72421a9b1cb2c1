/// JSON of a kind, as a file of about so many bytes.
enum JSONInput: String, CaseIterable {
  case pretty, minified, strings, numbers

  var title: String {
    switch self {
    case .pretty: "pretty JSON"
    case .minified: "minified JSON"
    case .strings: "JSON of long strings"
    case .numbers: "JSON of numbers"
    }
  }

  /// Writes an array of records, no two of which are alike.
  func write(_ path: String, size: Int) throws {
    var rest = size
    var number = 0
    try OutputFile.write(path) { piece in
      if rest == size { piece += "[".utf8 }
      while piece.count < 1 << 20 {
        if number > 0 { piece += (self == .pretty ? ",\n" : ",").utf8 }
        piece += record(number).utf8
        number += 1
      }
      rest -= piece.count
      if rest <= 0 { piece += "]\n".utf8 }
      return rest > 0
    }
  }

  private func record(_ number: Int) -> String {
    let id = number &* 2_654_435_761 % 1_000_000
    let name = ["Ada", "Grace", "Barbara", "Frances", "Radia"][id % 5]
    let ratio = Double(id - 500_000) / 128
    switch self {
    case .pretty:
      return """
          {
            "id": \(id),
            "name": "\(name) \(id)",
            "email": "\(name.lowercased()).\(id)@example.org",
            "active": \(id % 3 == 0),
            "ratio": \(ratio),
            "parent": null,
            "tags": ["alpha", "beta-\(id % 100)"],
            "address": {
              "street": "\(id % 300) Long Street",
              "city": "Wireton",
              "position": {"lat": \(ratio / 10), "lon": -\(id % 180).25}
            }
          }
        """
    case .minified:
      return #"{"id":\#(id),"name":"\#(name) \#(id)","email":"\#(name.lowercased()).\#(id)@example.org","active":"#
        + #"\#(id % 3 == 0),"ratio":\#(ratio),"parent":null,"tags":["alpha","beta-\#(id % 100)"],"address":{"street":"#
        + #""\#(id % 300) Long Street","city":"Wireton","position":{"lat":\#(ratio / 10),"lon":-\#(id % 180).25}}}"#
    case .strings:
      let words = String(repeating: "words of a long text \(id) ", count: 4 + id % 60)
      return #"{"id":"\#(id)","text":"\#(words)","quoted":"he said \"\#(name)\"\nand \u00e4 went"}"#
    case .numbers:
      let pairs = (0..<10).map { "[\(ratio + Double($0) / 3),\(Double(id) / Double($0 + 7))]" }
      return "[\(pairs.joined(separator: ","))]"
    }
  }
}
