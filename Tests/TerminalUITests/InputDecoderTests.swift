import Testing

@testable import TerminalUI

struct InputDecoderTests {
  /// What a terminal sends, and what it means in keys' names (or a description of another event).
  static let cases: [(String, String)] = [
    ("aé日😀", "a é 日 😀"), ("\r\t\u{7F} ", "Enter Tab Backspace Space"), ("\n\u{0}\u{1}\u{1A}", "^J ^Space ^A ^Z"),
    ("\u{1C}\u{1D}\u{1E}\u{1F}", "^\\ ^] ^^ ^_"),
    ("\u{1B}x\u{1B}é\u{1B}\r\u{1B}\u{7F}\u{1B}\u{12}", "Alt+x Alt+é Alt+Enter Alt+Backspace Alt+^R"),
    ("\u{1B}[A\u{1B}[B\u{1B}OC\u{1B}OD\u{1B}[H\u{1B}OF", "↑ ↓ → ← Home End"),
    ("\u{1B}[1;2A\u{1B}[1;3B\u{1B}[1;5C\u{1B}[1;8D\u{1B}[1;9H", "Shift+↑ Alt+↓ Ctrl+→ Alt+Ctrl+Shift+← Alt+Home"),
    ("\u{1B}OP\u{1B}OQ\u{1B}OR\u{1B}OS\u{1B}[15~\u{1B}[24~\u{1B}[1;2P\u{1B}O5Q", "F1 F2 F3 F4 F5 F12 Shift+F1 Ctrl+F2"),
    ("\u{1B}[1;5R\u{1B}[1;2S", "Ctrl+F3 Shift+F4"),
    (
      "\u{1B}[1~\u{1B}[2~\u{1B}[3~\u{1B}[4~\u{1B}[5~\u{1B}[6;5~\u{1B}[7~\u{1B}[8~",
      "Home Ins Del End PgUp Ctrl+PgDn Home End"
    ),
    ("\u{1B}[Z\u{1B}[1;2Z", "Shift+Tab Shift+Tab"), ("\u{1B}\u{1B}[A\u{1B}\u{1B}OP", "Alt+↑ Alt+F1"),
    ("\u{1B}[[A\u{1B}[[E", "F1 F5"),
    ("\u{1B}[3$\u{1B}[3^\u{1B}[3@\u{1B}[a\u{1B}Oa", "Shift+Del Ctrl+Del Ctrl+Shift+Del Shift+↑ Ctrl+↑"),
    ("\u{1B}[27;5;13~\u{1B}[13;2u\u{1B}[114;5u\u{1B}[97;2u\u{1B}[27u", "Ctrl+Enter Shift+Enter ^R A Esc"),
    ("\u{1B}OM\u{1B}Ok\u{1B}Oy", "Enter + 9"),
    // Mouse: SGR, X10, rxvt.
    ("\u{1B}[<0;10;5M\u{1B}[<0;10;5m", "press left 9,4 release left 9,4"),
    ("\u{1B}[<2;300;1M\u{1B}[<32;2;2M\u{1B}[<35;3;3M", "press right 299,0 drag left 1,1 move none 2,2"),
    (
      "\u{1B}[<64;1;1M\u{1B}[<65;1;1M\u{1B}[<84;1;1M", "wheelUp none 0,0 wheelDown none 0,0 Ctrl+Shift+wheelUp none 0,0"
    ),
    ("\u{1B}[M !!\u{1B}[M#%&\u{1B}[M`!!", "press left 0,0 release none 4,5 wheelUp none 0,0"),
    ("\u{1B}[32;7;8M\u{1B}[35;7;8M", "press left 6,7 release none 6,7"),
    ("\u{1B}[<0;0;0M\u{1B}[M\u{1}\u{1}\u{1}q", "q"),
    // Focus and paste.
    ("\u{1B}[I\u{1B}[O", "focus unfocus"),
    ("\u{1B}[200~a\r\nb\u{1B}[A\u{1B}[201\u{1B}[201~c", "paste<a\r\nb\u{1B}[A\u{1B}[201> c"),
    ("\u{1B}[200~\u{1B}\u{1B}[201~\u{1B}[200~\u{1B}[201~", "paste<\u{1B}> paste<>"),
    // Answers of the terminal and unknown sequences are swallowed.
    ("\u{1B}[>41;354;0c\u{1B}[24;80R\u{1B}[1;1R\u{1B}[0n\u{1B}[?2026;2$y\u{1B}[?0u\u{1B}[8;24;80tq", "q"),
    (
      "\u{1B}]11;rgb:0000/0000/0000\u{7}a\u{1B}]52;c;QUJD\u{1B}\\b\u{1B}P1$r0m\u{1B}\\c\u{1B}_title\u{1B}\\d",
      "a b c d"
    ),
    // Answers about pictures are told.
    ("\u{1B}[?62;4;22c\u{1B}[6;20;10t\u{1B}[?1;0;1024Sq", "attributes([62, 4, 22]) cell 10×20 colorRegisters(1024) q"),
    ("\u{1B}[6;0;10t\u{1B}[?1;3;0S\u{1B}[?2;0;800;600Sq", "q"),
    (
      "\u{1B}_Gi=31;OK\u{1B}\\a\u{1B}_Gi=31;ENOTSUP: no\u{1B}\\b\u{1B}_Gi=31\u{1B}\\c",
      "kittyGraphics(isOK: true) a kittyGraphics(isOK: false) b c"
    ),
    ("\u{1B}_G\(String(repeating: "x", count: 500));OK\u{1B}\\x", "x"),
    ("\u{1B}[99~\u{1B}[1;2;3;4x\u{1B}[?1q\u{1B}[ q\u{1B}O!\u{1B}Ozx", "x"),
    ("\u{1B}[12\rx\u{1B}[1é\u{1B}[\u{1B}[A\u{1B}O\u{1B}OP", "Enter x é ↑ F1"),
    ("\u{1B}]0;title\rx\u{1B}]0;t\u{1B}[B", "Enter x ↓"),
    ("\u{1B}[\(String(repeating: "1;", count: 500))Ax", "x"),
    ("\u{1B}]\(String(repeating: "日", count: 500))\u{7}x", "x"),
  ]

  @Test("what terminals send is told apart, whole, byte by byte and at every cut", arguments: cases)
  func table(sent: String, meaning: String) {
    let bytes = Array(sent.utf8)
    var whole = InputDecoder()
    #expect(Self.names(whole.decode(bytes)) == meaning)
    #expect(!whole.isWaiting)
    var drip = InputDecoder()
    #expect(Self.names(bytes.flatMap { drip.decode([$0]) }) == meaning)
    for cut in bytes.indices {
      var decoder = InputDecoder()
      #expect(Self.names(decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...])) == meaning, "cut at \(cut)")
    }
  }

  @Test(
    "after the time-out, what has begun was a key by itself",
    arguments: [
      ("\u{1B}", "Esc"), ("\u{1B}\u{1B}", "Esc Esc"), ("\u{1B}\u{1B}\u{1B}", "Esc Esc Esc"), ("\u{1B}O", "Alt+O"),
      ("\u{1B}[", "Alt+["), ("\u{1B}]", "Alt+]"), ("\u{1B}P", "Alt+P"), ("x", "x"), ("", ""),
    ])
  func timeouts(sent: String, meaning: String) {
    var decoder = InputDecoder()
    let events = decoder.decode(Array(sent.utf8))
    #expect(decoder.isWaiting == sent.utf8.starts(with: [0x1B]))
    #expect(Self.names(events + decoder.timeout()) == meaning)
    #expect(!decoder.isWaiting && decoder.timeout() == [])
    #expect(Self.names(decoder.decode(Array("[A".utf8))) == "[ A")
  }

  @Test("a sequence that is cut off is not typed, however long its rest takes")
  func slowSequences() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}[1;".utf8)) == [] && !decoder.isWaiting && decoder.timeout() == [])
    #expect(Self.names(decoder.decode(Array("5A".utf8))) == "Ctrl+↑")
    #expect(decoder.decode(Array("\u{1B}[200~x".utf8)) == [] && decoder.timeout() == [])
    #expect(decoder.decode(Array("\u{1B}[201~".utf8)) == [.paste(Array("x".utf8))])
  }

  @Test("terminfo's strings come before everything else")
  func terminfo() {
    var decoder = InputDecoder(terminfoKeys: [
      [0x08]: KeyPress(.backspace), Array("\u{1B}A".utf8): KeyPress(.up),
      Array("\u{1B}[25~".utf8): KeyPress(.function(13), .shift),
      Array("\u{1B}[9$".utf8): KeyPress(.delete, .shift),
    ])
    #expect(
      Self.names(decoder.decode(Array("\u{8}\u{1B}A\u{1B}B\u{1B}[25~\u{1B}[9$".utf8)))
        == "Backspace ↑ Alt+B Shift+F13 Shift+Del")
  }

  @Test("bytes that are not UTF-8 are typed as �")
  func illFormed() {
    var decoder = InputDecoder()
    #expect(Self.names(decoder.decode([0xFF, 0x61, 0xC3, 0x1B, 0x62, 0xE2, 0x82, 0x41])) == "� a � Alt+b � A")
  }

  @Test("a paste of ten million bytes comes exact")
  func largePaste() {
    var decoder = InputDecoder()
    let block = Array("\u{1B}[20\r\n日\u{1B}".utf8)
    #expect(decoder.decode(Array("\u{1B}[200~".utf8)) == [])
    for _ in 0..<10 {
      #expect(decoder.decode((0..<100_000).lazy.flatMap { _ in block }) == [])
    }
    let events = decoder.decode(Array("\u{1B}[201~".utf8))
    guard case .paste(let bytes) = events.first, events.count == 1 else {
      Issue.record("no paste came")
      return
    }
    #expect(bytes.count == 1_000_000 * block.count)
    #expect(bytes.prefix(block.count) == block[...] && bytes.suffix(block.count) == block[...])
  }

  private static func names(_ events: [InputEvent]) -> String {
    events.map { event in
      switch event {
      case .key(let key): return key.description
      case .paste(let bytes): return "paste<\(String(decoding: bytes, as: UTF8.self))>"
      case .report(.cell(let size)): return "cell \(size.width)×\(size.height)"
      case .report(let report): return "\(report)"
      case .focus(let isFocused): return isFocused ? "focus" : "unfocus"
      case .mouse(let mouse):
        let held = [(KeyPress.Modifiers.control, "Ctrl+"), (.shift, "Shift+")].filter { mouse.modifiers.contains($0.0) }
        return held.map(\.1).joined() + "\(mouse.kind) \(mouse.button) \(mouse.position.x),\(mouse.position.y)"
      }
    }.joined(separator: " ")
  }
}
