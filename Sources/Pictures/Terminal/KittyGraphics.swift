import TerminalText

/// kitty's graphics protocol (sw.kovidgoyal.net/kitty/graphics-protocol): pixels in base64, in pieces.
enum KittyGraphics {
  /// The picture's number at the terminal, where there is one at a time.
  private static let number = 7_230
  /// The most that a piece may hold.
  private static let pieceSize = 4096

  /// Shows a picture where the cursor is, which stays there; the terminal is to say nothing about it.
  static func showing(_ picture: Picture) -> [UInt8] {
    let isOpaque = picture.isOpaque
    let text = Base64.text(picture.colors(withOpacity: !isOpaque))
    var keys = "a=T,f=\(isOpaque ? 24 : 32),s=\(picture.width),v=\(picture.height),i=\(number),p=1,C=1,q=2,"
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + text.count / pieceSize * 16 + 128)
    var rest = text[...]
    repeat {
      let piece = rest.prefix(pieceSize)
      rest = rest.dropFirst(pieceSize)
      bytes += Array("\u{1B}_G\(keys)m=\(rest.isEmpty ? 0 : 1);".utf8)
      bytes += piece
      bytes += [0x1B, UInt8(ascii: "\\")]
      keys = "q=2,"
    } while !rest.isEmpty
    return bytes
  }

  /// Takes it off the screen and out of the terminal's memory.
  static let removal = Array("\u{1B}_Ga=d,d=I,i=\(number),q=2\u{1B}\\".utf8)
}
