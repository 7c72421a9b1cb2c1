import ParserProperties

extension DocumentInput {
  /// JSON with white space here and there, names that stand twice, and now and then a mistake.
  static func json(_ random: inout Random) -> [UInt8] {
    let mistakes = random.below(2) * 25
    let separator = ["\n", " \u{1E}", ""][random.below(3)]
    let texts = (0...random.below(2)).map { _ in json(&random, depth: 0, mistakes) + separator }
    var content = Array(texts.joined().utf8)
    // What is no UTF-8 is shown all the same.
    if random.below(8) == 0, !content.isEmpty { content[random.below(content.count)] = UInt8(128 + random.below(128)) }
    return random.below(8) == 0 ? [0xEF, 0xBB, 0xBF] + content : content
  }

  /// A value; one in `mistakes` is wrong, or none where that is zero.
  private static func json(_ random: inout Random, depth: Int, _ mistakes: Int) -> String {
    func pick(_ pieces: [String]) -> String { pieces[random.below(pieces.count)] }
    func blank() -> String { pick(["", "", "", " ", "\n", "\r\n\t  ", String(repeating: " ", count: 40)]) }
    if mistakes > 0, random.below(mistakes) == 0 {
      return pick(["tru", "01", "\"\\q\"", "\"\n", "}", "]", ",", ":", "{1", "-", "1e", "\"a", "\"\u{1}\"", "nullx"])
    }
    switch random.below(depth == 0 ? 2 : depth > 3 ? 6 : 8) {
    case 0, 6:
      let members = (0..<random.below(5)).map { _ -> String in
        let name = pick(["\"a\"", "\"name\"", "\"\\u0061\"", "\"日本\\n\"", "\"\""])
        let value = json(&random, depth: depth + 1, mistakes)
        return "\(blank())\(name)\(blank()):\(blank())\(value)\(blank())"
      }
      return "{\(members.joined(separator: ","))\(blank())}"
    case 1, 7:
      let elements = (0..<random.below(5)).map { _ -> String in
        let value = json(&random, depth: depth + 1, mistakes)
        return "\(blank())\(value)\(blank())"
      }
      return "[\(elements.joined(separator: ","))\(blank())]"
    case 2:
      let length = [0, 3, 14, 15, 16, 17, 33, random.below(40) == 0 ? 5000 : 60][random.below(8)]
      return "\"\(String(repeating: "é", count: length / 2))\(String(repeating: "x", count: length))\""
    case 3: return #""say \"hi\", \\ \/ \b\f\n\r\t \u0041 \ud83d\ude00 \ud800 é""#
    case 4: return pick(["0", "-1", "12345678901234567890123", "-0.5e+7", "1E9", "3.25", "100e-2"])
    default: return pick(["true", "false", "null"])
    }
  }
}
