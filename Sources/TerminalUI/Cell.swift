/// One cell of the screen: a spacing scalar with up to two marks on it, and its style.
///
/// A wide scalar takes two cells: its own and a continuation to the right, which shows nothing by itself.
package struct Cell: Sendable, Hashable {
  /// Three scalars of 21 bits, the spacing one lowest; zero is a continuation.
  private var packed: UInt64
  package var style: Style

  /// Makes a cell of a scalar as it is: the canvas has filtered it.
  init(_ scalar: Unicode.Scalar, style: Style) {
    packed = UInt64(scalar.value)
    self.style = style
  }

  private init(continuationWith style: Style) {
    packed = 0
    self.style = style
  }

  static func continuation(_ style: Style) -> Cell { Cell(continuationWith: style) }

  /// A space.
  package static func blank(_ style: Style = .plain) -> Cell { Cell(" ", style: style) }

  /// True for the right half of a wide scalar.
  package var isContinuation: Bool { packed == 0 }

  /// The spacing scalar; a space in a continuation.
  package var scalar: Unicode.Scalar { packed == 0 ? " " : Self.scalar(packed) }

  /// The marks on the spacing scalar, in order.
  package var marks: (Unicode.Scalar?, Unicode.Scalar?) {
    (
      packed >> 21 & Self.mask == 0 ? nil : Self.scalar(packed >> 21),
      packed >> 42 & Self.mask == 0 ? nil : Self.scalar(packed >> 42)
    )
  }

  /// What the cell shows, nothing in a continuation.
  package var text: String {
    guard !isContinuation else { return "" }
    var text = String(Character(scalar))
    let (first, second) = marks
    if let first { text.unicodeScalars.append(first) }
    if let second { text.unicodeScalars.append(second) }
    return text
  }

  /// Puts a mark on the scalar; a third one is dropped.
  mutating func add(_ mark: Unicode.Scalar) {
    if packed == 0 { return }
    if packed >> 21 == 0 {
      packed |= UInt64(mark.value) << 21
    } else if packed >> 42 == 0 {
      packed |= UInt64(mark.value) << 42
    }
  }

  private static let mask: UInt64 = 0x1F_FFFF

  private static func scalar(_ bits: UInt64) -> Unicode.Scalar {
    Unicode.Scalar(UInt32(bits & mask)) ?? "\u{FFFD}"
  }
}
