/// By which means a terminal shows pictures.
package enum PictureMedium: Sendable, Hashable {
  /// Half blocks, two pixels in each cell: every terminal has them.
  case blocks
  /// kitty's graphics protocol, with the pixels that a cell has.
  case kitty(cell: Picture.Size)
  /// Sixels, in so many colours, with the pixels that a cell has.
  case sixel(cell: Picture.Size, colors: Int)

  /// More pixels than this are not written to a terminal: 8 MiB as kitty takes them.
  private static let pixelLimit = 2 << 20

  /// The pixels that there is room for in so many cells.
  package func room(columns: Int, rows: Int) -> Picture.Size {
    let (columns, rows) = (max(1, columns), max(1, rows))
    switch self {
    case .blocks: return Picture.Size(width: columns, height: rows * 2)
    case .kitty(let cell): return Self.limited(columns * cell.width, rows * cell.height)
    case .sixel(let cell, _):
      // A row of sixels is six pixels high; the last one must not reach into the cells below.
      let room = Self.limited(columns * cell.width, rows * cell.height)
      return Picture.Size(width: room.width, height: max(1, room.height / 6 * 6))
    }
  }

  private static func limited(_ width: Int, _ height: Int) -> Picture.Size {
    let (width, height) = (max(1, width), max(1, height))
    guard width * height > pixelLimit else { return Picture.Size(width: width, height: height) }
    let scale = (Double(pixelLimit) / Double(width * height)).squareRoot()
    return Picture.Size(
      width: max(1, Int(Double(width) * scale)), height: max(1, Int(Double(height) * scale)))
  }
}
