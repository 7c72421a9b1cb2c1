import Testing

@testable import TerminalUI

struct CanvasTests {
  @Test("controls and escape codes are shown as pictures, C1 and bidi controls as �")
  func filter() {
    var canvas = Canvas(size: Size(width: 20, height: 1))
    #expect(canvas.write("\u{1B}[2J\r\n\t\u{7F}\u{9B}\u{202E}", at: .zero) == 10)
    #expect(canvas.text() == "␛[2J␍␊␉␡��")
  }

  @Test("marks go onto the scalar before them, at most two; selectors, joiners and skin tones are not drawn")
  func marks() {
    var canvas = Canvas(size: Size(width: 20, height: 1))
    #expect(canvas.write("\u{301}e\u{301}\u{302}\u{303}x❤\u{FE0F}👍🏽👨\u{200D}👩", at: .zero) == 9)
    #expect(Array(canvas.text().unicodeScalars) == Array("e\u{301}\u{302}x❤👍👨👩".unicodeScalars))
    #expect(canvas[4, 0].isContinuation)
  }

  @Test(
    "a wide scalar is never half overwritten",
    arguments: [
      (0, "a", "a 本語"), (1, "a", " a本語"), (2, "a", "日a 語"), (3, "ab", "日 ab"), (1, "中", " 中 語"),
      (4, "中", "日本中"), (5, "中", "日本語"), (-1, "中", "  本語"),
    ])
  func wide(x: Int, text: String, row: String) {
    var canvas = Canvas(size: Size(width: 6, height: 1))
    canvas.write("日本語", at: .zero)
    canvas.write(text, at: Point(x, 0))
    #expect(canvas.text() == row)
  }

  @Test("a picture that fits its region is placed over empty cells, and changes beside it leave it alone")
  func picture() throws {
    var canvas = Canvas(size: Size(width: 12, height: 6))
    canvas.fill(canvas.bounds, with: "·")
    let sixels = TerminalPicture(bytes: [1], removal: [])
    canvas.draw(in: Rect(x: 3, y: 1, width: 6, height: 4)) { pane in
      pane.place(sixels, in: Rect(x: 1, y: 1, width: 6, height: 2))
    }
    #expect(canvas.picture == nil)
    canvas.draw(in: Rect(x: 3, y: 1, width: 6, height: 4)) { pane in
      pane.place(sixels, in: Rect(x: 1, y: 1, width: 5, height: 2))
    }
    let placed = try #require(canvas.picture)
    #expect(placed.area == Rect(x: 4, y: 2, width: 5, height: 2))
    #expect(canvas.text().split(separator: "\n")[2] == "····     ···")
    func isTouched(_ runs: [(row: Int, columns: Range<Int>)], _ placed: PlacedPicture = placed) -> Bool {
      placed.isTouched(by: runs.map { CellRun(row: $0.row, columns: $0.columns) })
    }
    #expect(!isTouched([(0, 0..<12), (2, 0..<4), (3, 9..<12), (4, 0..<12)]))
    #expect(isTouched([(3, 8..<9)]))
    #expect(isTouched([(3, 0..<2), (3, 10..<12)]), "ncurses may write what lies between again")
    let kitty = PlacedPicture(picture: TerminalPicture(bytes: [1], removal: [2]), area: placed.area)
    #expect(!isTouched([(3, 8..<9)], kitty))
    canvas.removePicture()
    #expect(canvas.picture == nil)
  }

  @Test("a pane cannot draw outside of its rectangle, whatever it writes")
  func regions() {
    var canvas = Canvas(size: Size(width: 10, height: 5))
    canvas.fill(canvas.bounds, with: "·")
    canvas.draw(in: Rect(x: 2, y: 1, width: 5, height: 3)) { pane in
      #expect(pane.size == Size(width: 5, height: 3))
      for y in -3..<8 { pane.write("日本語日本語日本語日本語", at: Point(-5, y)) }
      pane.fill(Rect(x: -10, y: 1, width: 100, height: 1))
      pane.restyle(Rect(x: -10, y: -10, width: 100, height: 100)) { $0.attributes = .bold }
      pane.box(Rect(x: -1, y: -1, width: 7, height: 5), title: "edge")
      pane.cursor = Point(5, 0)
      #expect(pane.cursor == nil)
      pane.draw(in: Rect(x: 3, y: 2, width: 9, height: 9)) { inner in
        #expect(inner.size == Size(width: 9, height: 9))
        inner.write("inner", at: .zero)
        inner.cursor = Point(1, 0)
        #expect(inner.cursor == Point(1, 0))
      }
      #expect(pane.cursor == Point(4, 2))
      #expect(pane[-1, 0] == .blank())
    }
    #expect(canvas.cursor == Point(6, 3))
    #expect(
      canvas.text() == """
        ··········
        ·· 日本···
        ··     ···
        ·· 日in···
        ··········
        """)
    #expect(canvas[1, 1].style == .plain)
  }

  @Test(
    "canvases of every small size are safe to draw on",
    arguments: [Size.zero, Size(width: 0, height: 3), Size(width: 3, height: 0), Size(width: 1, height: 1)])
  func small(size: Size) {
    var canvas = Canvas(size: size)
    let before = canvas
    canvas.write("日本語 text", at: Point(-1, 0))
    canvas.write("x", at: Point(Int.max - 3, 0), maxWidth: .max)
    canvas.fill(Rect(x: -1, y: -1, width: 9, height: 9), with: "x")
    canvas.box(canvas.bounds, title: "title")
    canvas.box(Rect(x: 0, y: 0, width: 2, height: 2), title: "title")
    canvas.verticalLine(x: 0, rows: -2...5)
    canvas.horizontalLine(y: 0, columns: -2...5)
    canvas.restyle(canvas.bounds) { $0.attributes = .bold }
    canvas.cursor = .zero
    canvas.draw(in: Rect(x: 5, y: 5, width: 3, height: 3)) { _ = $0.write("y", at: .zero) }
    #expect(canvas.changes(from: before).count == (size.width > 0 ? size.height : 0))
    #expect(Canvas(size: Size(width: -4, height: 3)).size.width == 0)
  }

  @Test("boxes have round corners and titles, and dividers join them")
  func boxes() {
    var canvas = Canvas(size: Size(width: 24, height: 5))
    canvas.box(canvas.bounds, title: "Response")
    canvas.verticalLine(x: 9, rows: 1...4)
    canvas.horizontalLine(y: 2, columns: 9...23)
    canvas.verticalLine(x: 15, rows: 1...3)
    #expect(
      canvas.text() == """
        ╭ Response ────────────╮
        │        │     │       │
        │        ├─────┼───────┤
        │        │     │       │
        ╰────────┴─────────────╯
        """)
    canvas.box(Rect(x: 0, y: 0, width: 9, height: 3), title: "Workspaces")
    #expect(canvas.text().hasPrefix("╭ Work… ╮"))
  }

  @Test("changes are the runs that differ, whole wide scalars at their ends, and none for the same canvas")
  func changes() {
    let width = 30
    var old = Canvas(size: Size(width: width, height: 3))
    old.write("日本語 and more text here", at: Point(0, 1))
    var new = old
    #expect(new.changes(from: old) == [])
    #expect(new.changes(from: nil) == (0..<3).map { CellRun(row: $0, columns: 0..<width) })
    #expect(new.changes(from: Canvas(size: .zero)).count == 3)
    new.write("x", at: Point(3, 1))
    new.write("y", at: Point(29, 2))
    new.write("z", at: Point(10, 2))
    new.write("z", at: Point(14, 2))
    #expect(
      new.changes(from: old) == [
        CellRun(row: 1, columns: 2..<4), CellRun(row: 2, columns: 10..<15), CellRun(row: 2, columns: 29..<30),
      ])
    #expect(old.changes(from: new).first == CellRun(row: 1, columns: 2..<4))
    var styled = old
    styled.restyle(Rect(x: 1, y: 1, width: 1, height: 1)) { $0.attributes = .reverse }
    #expect(styled.changes(from: old) == [CellRun(row: 1, columns: 0..<2)])
    #expect(styled.withCells(of: CellRun(row: 1, columns: 0..<3)) { $0.map(\.text) } == ["日", "", "本"])
  }

  @Test("what changed, drawn over the old canvas, gives the new one")
  func changesAreEnough() {
    let pieces = ["日本", "a", "  ", "👍🏽", "e\u{301}", "──", "中", "text"]
    var old = Canvas(size: Size(width: 13, height: 4))
    for round in 0..<500 {
      var new = old
      for step in 0...round % 4 {
        let place = Point((round * 7 + step * 5) % 15 - 1, (round * 3 + step) % 4)
        new.write(
          pieces[(round + step * 3) % pieces.count], at: place, style: Style(foreground: .indexed(UInt8(round % 3))))
      }
      var shown = (0..<4).map { y in (0..<13).map { old[$0, y] } }
      for run in new.changes(from: old) {
        new.withCells(of: run) { cells in
          #expect(cells.first?.isContinuation == false)
          for (x, cell) in zip(run.columns, cells) { shown[run.row][x] = cell }
        }
      }
      #expect(shown == (0..<4).map { y in (0..<13).map { new[$0, y] } })
      old = new
    }
  }
}
