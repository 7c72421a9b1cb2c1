/// The text that a terminal shows, kept up by what a program writes to it.
///
/// It knows as much of xterm as ncurses uses there, and tells of the rest; every character takes one column, colours
/// are passed over.
struct TerminalScreen {
  private enum State {
    case text
    case escape
    /// A sequence that ends with a letter: its parameters so far.
    case control([UInt8])
    /// Up to BEL, or ESC and another byte.
    case string
    /// One more byte, which names a set of characters.
    case characterSet
  }

  let width: Int
  let height: Int
  /// The first sequence that it does not know: what it shows from then on may be wrong.
  private(set) var unknown: String?
  private var cells: [Unicode.Scalar]
  private var x = 0
  private var y = 0
  /// The last column was written: the next character goes to the next row.
  private var isPastEnd = false
  private var saved = (x: 0, y: 0)
  /// The rows that scroll.
  private var region: Range<Int>
  private var state = State.text
  /// The first bytes of a character whose last ones have not come.
  private var held: [UInt8] = []
  private var last: Unicode.Scalar = " "

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = Array(repeating: " ", count: width * height)
    region = 0..<height
  }

  /// The characters of a row in some columns.
  func row(_ y: Int, from left: Int, to right: Int) -> ArraySlice<Unicode.Scalar> {
    cells[y * width + left..<y * width + right]
  }

  /// The text of a row, without the spaces at its end.
  func text(ofRow y: Int) -> String {
    Self.text(row(y, from: 0, to: width))
  }

  /// Characters as text, without the spaces at its end.
  static func text(_ cells: ArraySlice<Unicode.Scalar>) -> String {
    let end = cells.lastIndex { $0 != " " }.map { $0 + 1 } ?? cells.startIndex
    var text = String.UnicodeScalarView()
    text.append(contentsOf: cells[..<end])
    return String(text)
  }

  /// All rows, for a message.
  var text: String { (0..<height).map { text(ofRow: $0) }.joined(separator: "\n") }

  func contains(_ text: String) -> Bool {
    (0..<height).contains { self.text(ofRow: $0).contains(text) }
  }

  // MARK: What a program writes

  mutating func take(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes { take(byte) }
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .text: takeText(byte)
    case .escape: takeEscape(byte)
    case .control(var parameters):
      if (0x40...0x7E).contains(byte) {
        state = .text
        control(byte, parameters)
      } else {
        parameters.append(byte)
        state = .control(parameters)
      }
    case .string:
      if byte == 0x07 { state = .text } else if byte == 0x1B { state = .characterSet }
    case .characterSet: state = .text
    }
  }

  private mutating func takeText(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escape
    case 0x08: move(toX: x - 1, y: y)
    case 0x09: move(toX: (x / 8 + 1) * 8, y: y)
    case 0x0A: goToNextRow()
    case 0x0D: move(toX: 0, y: y)
    case ..<0x20, 0x7F: break
    default:
      held.append(byte)
      let length = byte < 0x80 ? 1 : held[0] >= 0xF0 ? 4 : held[0] >= 0xE0 ? 3 : 2
      guard held.count >= length else { return }
      put(String(decoding: held, as: UTF8.self).unicodeScalars.first ?? " ")
      held.removeAll(keepingCapacity: true)
    }
  }

  private mutating func takeEscape(_ byte: UInt8) {
    state = .text
    switch byte {
    case UInt8(ascii: "["): state = .control([])
    case UInt8(ascii: "]"), UInt8(ascii: "P"): state = .string
    case UInt8(ascii: "("), UInt8(ascii: ")"): state = .characterSet
    case UInt8(ascii: "7"): saved = (x, y)
    case UInt8(ascii: "8"): move(toX: saved.x, y: saved.y)
    case UInt8(ascii: "M"): if y == region.lowerBound { scrollDown(from: y, by: 1) } else { move(toX: x, y: y - 1) }
    case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "\\"): break
    default: unknown = unknown ?? "ESC \(UnicodeScalar(byte))"
    }
  }

  private mutating func control(_ final: UInt8, _ parameters: [UInt8]) {
    if let first = parameters.first, !(0x30...0x3B).contains(first) { return }
    let numbers = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
    let count = max(1, numbers.first ?? 1)
    switch UnicodeScalar(final) {
    case "A": move(toX: x, y: y - count)
    case "B": move(toX: x, y: y + count)
    case "C": move(toX: x + count, y: y)
    case "D": move(toX: x - count, y: y)
    case "E": move(toX: 0, y: y + count)
    case "G": move(toX: count - 1, y: y)
    case "d": move(toX: x, y: count - 1)
    case "H", "f": move(toX: (numbers.count > 1 ? max(1, numbers[1]) : 1) - 1, y: count - 1)
    case "J": erase(numbers.first ?? 0, before: 0, here: y * width + x, after: cells.count)
    case "K": erase(numbers.first ?? 0, before: y * width, here: y * width + x, after: (y + 1) * width)
    case "X": fill(y * width + x..<y * width + min(width, x + count))
    case "P": shiftLeft(count)
    case "@": shiftRight(count)
    case "b": for _ in 0..<count { put(last) }
    case "L": scrollDown(from: y, by: count)
    case "M": scrollUp(from: y, by: count)
    case "S": scrollUp(from: region.lowerBound, by: count)
    case "T": scrollDown(from: region.lowerBound, by: count)
    case "r":
      let bottom = numbers.count > 1 ? min(numbers[1], height) : height
      region = min(count, bottom) - 1..<bottom
      move(toX: 0, y: 0)
    case "c", "h", "l", "m", "n", "q", "t": break
    default: unknown = unknown ?? "CSI \(numbers) \(UnicodeScalar(final))"
    }
  }

  // MARK: Cells

  private mutating func put(_ scalar: Unicode.Scalar) {
    if isPastEnd {
      goToNextRow()
      x = 0
    }
    cells[y * width + x] = scalar
    last = scalar
    isPastEnd = x == width - 1
    if !isPastEnd { x += 1 }
  }

  private mutating func move(toX x: Int, y: Int) {
    self.x = max(0, min(x, width - 1))
    self.y = max(0, min(y, height - 1))
    isPastEnd = false
  }

  private mutating func fill(_ range: Range<Int>) {
    for index in range { cells[index] = " " }
  }

  private mutating func erase(_ what: Int, before: Int, here: Int, after: Int) {
    switch what {
    case 0: fill(here..<after)
    case 1: fill(before..<here + 1)
    default: fill(before..<after)
    }
  }

  private mutating func shiftLeft(_ count: Int) {
    let here = y * width + x
    let end = (y + 1) * width
    for index in here..<end { cells[index] = index + count < end ? cells[index + count] : " " }
  }

  private mutating func shiftRight(_ count: Int) {
    let here = y * width + x
    for index in (here..<(y + 1) * width).reversed() {
      cells[index] = index - count >= here ? cells[index - count] : " "
    }
  }

  private mutating func goToNextRow() {
    if y == region.upperBound - 1 { scrollUp(from: region.lowerBound, by: 1) } else { move(toX: x, y: y + 1) }
  }

  /// Rows from `top` to the end of those that scroll go up; empty ones come from below.
  private mutating func scrollUp(from top: Int, by count: Int) {
    let more = min(count, region.upperBound - top) * width
    guard more > 0 else { return }
    cells.insert(contentsOf: repeatElement(" ", count: more), at: region.upperBound * width)
    cells.removeSubrange(top * width..<top * width + more)
  }

  /// The same downwards.
  private mutating func scrollDown(from top: Int, by count: Int) {
    let more = min(count, region.upperBound - top) * width
    guard more > 0 else { return }
    cells.removeSubrange(region.upperBound * width - more..<region.upperBound * width)
    cells.insert(contentsOf: repeatElement(" ", count: more), at: top * width)
  }
}
