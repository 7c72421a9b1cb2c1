import NIOCore

/// Responses whose head breaks a rule (RFC 9112 §2 to §5).
enum BrokenHeadEndpoints {
  static let all = [
    broken(
      "no-colon", "a field line without a colon",
      "HTTP/1.1 200 OK\r\nThis line has no colon\r\nContent-Length: 6\r\n\r\nhello\n"),
    broken(
      "space-before-colon", "a space before a field's colon",
      "HTTP/1.1 200 OK\r\nContent-Type : text/plain\r\nContent-Length : 6\r\n\r\nhello\n"),
    broken(
      "lf-only", "lines that end in a bare LF",
      "HTTP/1.1 200 OK\nContent-Type: text/plain\nContent-Length: 6\n\nhello\n"),
    broken("bad-status", "a status code that is no number", "HTTP/1.1 2x0 Fine\r\nContent-Length: 6\r\n\r\nhello\n"),
    broken(
      "obs-fold", "a field folded over lines, which HTTP/1.1 gave up",
      "HTTP/1.1 200 OK\r\nX-Folded: one\r\n two\r\n\tthree\r\nContent-Length: 6\r\n\r\nhello\n"),
    broken(
      "nul-in-header", "a NUL byte in a field's value",
      "HTTP/1.1 200 OK\r\nX-Nul: before\0after\r\nContent-Length: 6\r\n\r\nhello\n"),
    broken(
      "no-blank-line", "a head that never ends, then a close",
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-Next: there is no blank line after this\r\n"),
    PracticeEndpoint(broken: "huge-header", "a head with a field of 1 MiB") {
      let part = ByteBuffer(repeating: UInt8(ascii: "x"), count: 1 << 16)
      return Steps(
        [.text("HTTP/1.1 200 OK\r\nContent-Length: 6\r\nX-Huge: ")] + Array(repeating: .bytes(part), count: 16)
          + [.text("\r\n\r\nhello\n")])
    },
    PracticeEndpoint(
      broken: "escape-codes", "escape codes for the terminal in reason, fields and body", steps: escapeCodes),
  ]

  private static func broken(_ name: String, _ summary: String, _ text: String) -> PracticeEndpoint {
    PracticeEndpoint(broken: name, summary) { Steps([.text(text)]) }
  }

  /// Everything here would change the terminal of a client that prints it as it comes.
  private static func escapeCodes() -> Steps {
    let title = "\u{1B}]0;OWNED-TITLE\u{07}"
    let clear = "\u{1B}[2J\u{1B}[H"
    let clipboard = "\u{1B}]52;c;T1dORUQtQ0xJUEJPQVJE\u{07}"
    let link = "\u{1B}]8;;http://example.invalid/\u{1B}\\a link\u{1B}]8;;\u{1B}\\"
    let color = "\u{1B}[31;5mred and blinking\u{1B}[0m"
    let report = "\u{1B}[6n\u{1B}[c"
    let alternate = "\u{1B}[?1049h\u{1B}[?1000h"
    let controlC1 = "\u{9B}2J \u{9D}0;OWNED-C1\u{9C}"
    let bidi = "\u{202E}txt.exe\u{202C} \u{2066}isolated\u{2069}"
    let body = [
      "title: \(title)", "clear screen: \(clear)", "clipboard (OSC 52): \(clipboard)", "link (OSC 8): \(link)",
      "colour: \(color)", "reports: \(report)", "alternate screen and mouse: \(alternate)", "C1: \(controlC1)",
      "bidi: \(bidi)", "backspace and carriage return: secret\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}\rhidden", "bell: \u{7}", "",
    ].joined(separator: "\n")
    // C1 controls also come as single bytes, 0x9B for CSI, on terminals that are not in UTF-8.
    let bytes = Array(body.utf8) + [0x9B] + Array("2J as one byte\n".utf8)
    let head =
      "HTTP/1.1 200 OK\(clear)\(title)\r\nContent-Type: text/plain; charset=utf-8\r\nX-Title: \(title)\r\n"
      + "X-Clipboard: \(clipboard)\r\nX-Link: \(link)\r\nX-C1: \(controlC1)\r\nX-Bidi: \(bidi)\r\n"
      + "X-Color\u{1B}[31m: \(color)\r\nContent-Length: \(bytes.count)\r\n\r\n"
    return Steps([.text(head), .bytes(bytes)])
  }
}
