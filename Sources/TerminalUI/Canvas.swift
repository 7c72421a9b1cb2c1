import TerminalText

/// A screen's worth of cells to draw on, in memory.
///
/// Nothing that acts on a terminal gets into it: `write` filters, by `TerminalFilter`. Places outside of it are legal
/// and nothing is drawn there, so that a pane needs no care for small screens. Inside `draw(in:)` the canvas is a
/// region: (0, 0) is the region's corner, `size` its size, and nothing can be drawn outside of it.
package struct Canvas: Sendable {
  /// The whole screen's size.
  package let screen: Size
  private(set) var cells: [Cell]
  /// The region's corner on the screen.
  private var origin = Point.zero
  /// What may be drawn on, on the screen.
  private var clip: Rect
  /// The size of the region, which may be larger than its clip.
  package private(set) var size: Size
  /// Where the terminal's cursor is on the screen, hidden without.
  package private(set) var screenCursor: Point?

  /// A picture over the cells, drawn by the terminal.
  package private(set) var picture: PlacedPicture?

  /// Makes a canvas of spaces.
  package init(size: Size, style: Style = .plain) {
    screen = size
    self.size = size
    clip = Rect(size: size)
    cells = Array(repeating: .blank(style), count: size.width * size.height)
  }

  /// The region as a rectangle at (0, 0).
  package var bounds: Rect { Rect(size: size) }

  /// The terminal's cursor, in the region's coordinates; outside of the region it is hidden.
  package var cursor: Point? {
    get { screenCursor.map { Point(x: $0.x - origin.x, y: $0.y - origin.y) } }
    set {
      let place = newValue.map { Point(x: $0.x + origin.x, y: $0.y + origin.y) }
      screenCursor = place.flatMap { clip.contains($0) ? $0 : nil }
    }
  }

  /// The cell at a place of the region; a space outside of it.
  package subscript(x: Int, y: Int) -> Cell {
    let place = Point(x: x + origin.x, y: y + origin.y)
    return clip.contains(place) ? cells[place.y * screen.width + place.x] : .blank()
  }

  /// Draws in a rectangle of this region: there (0, 0) is the rectangle's corner and nothing outside of it changes.
  package mutating func draw<Result>(in rect: Rect, _ body: (inout Canvas) -> Result) -> Result {
    let (outerOrigin, outerClip, outerSize) = (origin, clip, size)
    origin = Point(x: origin.x + rect.x, y: origin.y + rect.y)
    clip = clip.intersection(Rect(origin: origin, size: rect.size))
    size = rect.size
    defer { (origin, clip, size) = (outerOrigin, outerClip, outerSize) }
    return body(&self)
  }

  /// Writes a text from a place to the right, at most `maxWidth` columns, and gives the columns that it took.
  ///
  /// Controls are shown as `TerminalFilter` has it; marks go onto the scalar before them (one at the beginning is
  /// dropped); a wide scalar that does not fit is not begun. Columns outside of the region count, but are not drawn.
  @discardableResult
  package mutating func write(
    _ text: some StringProtocol, at place: Point, style: Style = .plain, maxWidth: Int? = nil
  ) -> Int {
    let room = maxWidth.map { max(0, $0) } ?? .max
    let end = room < size.width - place.x ? place.x + room : size.width
    var x = place.x
    var last: Int?
    // One concrete type: the loop would be several times slower over any StringProtocol.
    for scalar in String(text).unicodeScalars {
      let visible = TerminalFilter.visible(scalar)
      let width = TerminalWidth.columns(of: visible)
      if width == 0 {
        if let last { add(visible, at: last) }
        continue
      }
      if x + width > end { break }
      last = put(visible, width: width, at: Point(x: x, y: place.y), style: style)
      x += width
    }
    return x - place.x
  }

  /// Fills a rectangle with spaces, or with another scalar of one column.
  package mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar = " ", style: Style = .plain) {
    let visible = TerminalFilter.visible(scalar)
    let cell = Cell(TerminalWidth.columns(of: visible) == 1 ? visible : " ", style: style)
    let area = onScreen(rect)
    guard !area.isEmpty else { return }
    for y in area.rows {
      let row = y * screen.width
      splitWide(at: row + area.x)
      splitWide(at: row + area.maxX, inRow: y)
      for index in row + area.x..<row + area.maxX { cells[index] = cell }
    }
  }

  /// Changes the style of what is already drawn in a rectangle, both halves of a wide scalar alike.
  package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let area = onScreen(rect)
    guard !area.isEmpty else { return }
    for y in area.rows {
      var range = y * screen.width + area.x..<y * screen.width + area.maxX
      if cells[range.lowerBound].isContinuation { range = range.lowerBound - 1..<range.upperBound }
      if range.upperBound < (y + 1) * screen.width, cells[range.upperBound].isContinuation {
        range = range.lowerBound..<range.upperBound + 1
      }
      for index in range { change(&cells[index].style) }
    }
  }

  /// Shows a picture in a rectangle of this region, which is left empty; the last one that is placed counts, and one
  /// that reaches out of the region is not shown.
  package mutating func place(_ picture: TerminalPicture, in rect: Rect) {
    let area = onScreen(rect)
    guard area.size == rect.size, !area.isEmpty else { return }
    fill(rect)
    self.picture = PlacedPicture(picture: picture, area: area)
  }

  /// Shows no picture: something is to be drawn over it.
  package mutating func removePicture() {
    picture = nil
  }

  /// Draws a scalar of one column, unfiltered and unclipped by width: for lines.
  mutating func set(_ scalar: Unicode.Scalar, at place: Point, style: Style) {
    put(scalar, width: 1, at: place, style: style)
  }

  /// The rectangle of the region as a rectangle of the screen, clipped.
  private func onScreen(_ rect: Rect) -> Rect {
    Rect(x: rect.x + origin.x, y: rect.y + origin.y, width: rect.width, height: rect.height).intersection(clip)
  }

  /// Puts a scalar into its cell or cells and gives the first one's index, if it is visible.
  @discardableResult
  private mutating func put(_ scalar: Unicode.Scalar, width: Int, at place: Point, style: Style) -> Int? {
    let x = place.x + origin.x
    let y = place.y + origin.y
    guard clip.rows.contains(y), x + width > clip.x, x < clip.maxX else { return nil }
    let index = y * screen.width + x
    if width == 1 {
      splitWide(at: index)
      splitWide(at: index + 1, inRow: y)
      cells[index] = Cell(scalar, style: style)
      return index
    }
    // A wide scalar across the region's edge is a space in the half that is inside.
    guard x >= clip.x else { return put(" ", width: 1, at: Point(x: place.x + 1, y: place.y), style: style) }
    guard x + 1 < clip.maxX else { return put(" ", width: 1, at: place, style: style) }
    splitWide(at: index)
    splitWide(at: index + 2, inRow: y)
    cells[index] = Cell(scalar, style: style)
    cells[index + 1] = .continuation(style)
    return index
  }

  /// Makes two spaces of a wide scalar whose right half is at an index, so that no half of it stays behind.
  private mutating func splitWide(at index: Int, inRow row: Int? = nil) {
    if let row, index >= (row + 1) * screen.width { return }
    guard cells[index].isContinuation else { return }
    cells[index] = .blank(cells[index].style)
    cells[index - 1] = .blank(cells[index - 1].style)
  }

  /// Puts a mark onto the cell, unless terminals would make something wider or narrower of it.
  private mutating func add(_ mark: Unicode.Scalar, at index: Int) {
    switch mark.value {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x1F3FB...0x1F3FF, 0x200B, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F:
      return
    case 0x200D where TerminalWidth.columns(of: cells[index].scalar) == 2: return
    default: cells[index].add(mark)
    }
  }
}
