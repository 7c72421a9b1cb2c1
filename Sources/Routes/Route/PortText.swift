/// Ports as people write them.
enum PortText {
  /// 1 to 65535 in decimal digits and nothing else; nil for all else.
  static func port(_ text: some StringProtocol) -> Int? {
    guard 1...5 ~= text.utf8.count, text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      let port = Int(text), 1...65535 ~= port
    else { return nil }
    return port
  }
}
