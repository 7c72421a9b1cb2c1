/// What a terminal has said of showing pictures.
package struct TerminalGraphics: Sendable, Hashable {
  package private(set) var hasKitty = false
  package private(set) var hasSixel = false
  /// How many colours sixels may have.
  package private(set) var colors = 256
  /// A cell in pixels; nil while it is not known.
  package var cell: Size?

  package init(cell: Size? = nil) {
    self.cell = cell
  }

  /// Asks for a cell's size.
  package static let cellQuestion = Array("\u{1B}[16t".utf8)

  /// Asks for everything, the attributes last; `withKitty` asks by kitty's protocol too, which a multiplexer between must
  /// not see: tmux takes such a string for a title.
  package static func question(withKitty: Bool) -> [UInt8] {
    let kitty = withKitty ? "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\" : ""
    return Array(kitty.utf8) + cellQuestion + Array("\u{1B}[?1;1;0S\u{1B}[c".utf8)
  }

  /// Takes an answer.
  package mutating func take(_ report: TerminalReport) {
    switch report {
    case .attributes(let attributes): hasSixel = attributes.contains(4)
    case .cell(let size): cell = size
    case .colorRegisters(let count): colors = min(max(2, count), 256)
    case .kittyGraphics(let isOK): hasKitty = isOK
    }
  }
}
