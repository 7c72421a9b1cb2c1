import TerminalUI
import Testing

@Suite struct TerminalGraphicsTests {
  @Test("a terminal has the graphics that it says it has, and none before")
  func answers() {
    var graphics = TerminalGraphics()
    #expect(!graphics.hasKitty && !graphics.hasSixel && graphics.cell == nil)
    for report in [TerminalReport.attributes([62, 22]), .kittyGraphics(isOK: false), .colorRegisters(1024)] {
      graphics.take(report)
    }
    #expect(!graphics.hasKitty && !graphics.hasSixel && graphics.colors == 256)
    for report in [
      TerminalReport.attributes([63, 4]), .kittyGraphics(isOK: true), .colorRegisters(16),
      .cell(Size(width: 9, height: 18)),
    ] { graphics.take(report) }
    #expect(graphics.hasKitty && graphics.hasSixel && graphics.colors == 16)
    #expect(graphics.cell == Size(width: 9, height: 18))
  }

  @Test("the attributes are asked for last, and no multiplexer sees kitty's question")
  func question() {
    let alone = String(decoding: TerminalGraphics.question(withKitty: true), as: UTF8.self)
    let inside = String(decoding: TerminalGraphics.question(withKitty: false), as: UTF8.self)
    #expect(alone.hasPrefix("\u{1B}_Gi=31,") && alone.hasSuffix(inside))
    #expect(!inside.contains("_G") && inside.hasSuffix("\u{1B}[c"))
  }
}
