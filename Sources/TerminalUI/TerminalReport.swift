/// What a terminal answers when it is asked about itself.
package enum TerminalReport: Sendable, Hashable {
  /// Primary device attributes (DA1); 4 is sixel graphics.
  case attributes([Int])
  /// A cell's width and height in pixels.
  case cell(Size)
  /// How many colours sixels may have (XTSMGRAPHICS).
  case colorRegisters(Int)
  /// An answer by kitty's graphics protocol, which only a terminal with it gives.
  case kittyGraphics(isOK: Bool)

  /// Reads what stands in an application program command: `G`, keys, and after a semicolon what came of it.
  init?(applicationCommand text: some Sequence<UInt8>) {
    let parts = text.split(separator: UInt8(ascii: ";"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].first == UInt8(ascii: "G") else { return nil }
    self = .kittyGraphics(isOK: parts[1].elementsEqual("OK".utf8))
  }
}
