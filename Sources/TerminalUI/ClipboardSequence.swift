import TerminalText

/// The sequence that copies to the clipboard of the person at the terminal, over any number of SSH hops: OSC 52.
package enum ClipboardSequence {
  /// The most bytes to copy: many terminals and multiplexers drop a longer sequence without a word.
  package static let limit = 74_994

  /// The sequence that copies these bytes; GNU screen has to be told to hand it on.
  package static func copying(_ bytes: [UInt8], throughScreen: Bool = false) -> [UInt8] {
    let copy = Array("\u{1B}]52;c;".utf8) + Base64.text(bytes) + [0x07]
    guard throughScreen else { return copy }
    // screen takes at most 768 bytes in one string.
    var wrapped: [UInt8] = []
    var rest = copy[...]
    while !rest.isEmpty {
      wrapped += Array("\u{1B}P".utf8) + rest.prefix(256) + Array("\u{1B}\\".utf8)
      rest = rest.dropFirst(256)
    }
    return wrapped
  }
}
