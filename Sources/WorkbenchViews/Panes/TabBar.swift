import Exchanges
import TerminalText
import TerminalUI
import Workbench

/// The tabs in a row: method and name of each request, whether it is unsaved, and how its exchange stands.
///
/// Where there is no room for all of them, the row is one page of several; ‹ and › lead to the others.
struct TabBar {
  /// What a tab takes at most, and what it takes at least before others go to another page.
  private static let widest = 32
  private static let narrowest = 20
  /// For ‹ and ›.
  private static let mark = 2

  /// A tab on the row.
  struct Place {
    var id: Tab.ID
    var title: TabTitle
    var isShown: Bool
    var columns: Range<Int>
  }

  /// Those that have room, from left to right.
  let places: [Place]
  /// The nearest ones that have no room, at the left and at the right.
  let before: Tab.ID?
  let after: Tab.ID?
  private let width: Int

  init(_ workbench: Workbench, width: Int) {
    self.width = width
    let tabs = workbench.tabs
    let titles = tabs.all.map(workbench.title)
    let fair = max(Self.narrowest, width / max(1, tabs.all.count))
    let room = max(4, width - 2 * Self.mark)
    var widths = titles.map { min(Self.columns(of: $0), Self.widest) }
    if widths.reduce(0, +) > width { widths = widths.map { min($0, fair, room) } }
    let page = Self.page(of: tabs.index, widths, width: width, room: room)
    var x = page.lowerBound > 0 ? Self.mark : 0
    places = page.map { index in
      defer { x += widths[index] }
      return Place(
        id: tabs.all[index].id, title: titles[index], isShown: index == tabs.index, columns: x..<x + widths[index])
    }
    before = page.lowerBound > 0 ? tabs.all[page.lowerBound - 1].id : nil
    after = page.upperBound < tabs.all.count ? tabs.all[page.upperBound].id : nil
  }

  /// The tabs that are seen together with one: as many as fit, counted from the first.
  private static func page(of index: Int, _ widths: [Int], width: Int, room: Int) -> Range<Int> {
    if widths.reduce(0, +) <= width { return 0..<widths.count }
    var start = 0
    var used = 0
    for (next, columns) in widths.enumerated() {
      if used + columns > room {
        if next > index { return start..<next }
        (start, used) = (next, 0)
      }
      used += columns
    }
    return start..<widths.count
  }

  /// Everything in it, with a blank at each side and the line to the next one.
  private static func columns(of title: TabTitle) -> Int {
    TerminalWidth.columns(of: title.line) + 3
  }

  /// The tab at a column; what has no room is behind ‹ and ›.
  func tab(at column: Int) -> Tab.ID? {
    if column < Self.mark, let before { return before }
    if column >= width - Self.mark, let after { return after }
    return places.first { $0.columns.contains(column) }?.id
  }

  func draw(_ theme: Theme, on canvas: inout Canvas) {
    for place in places { draw(place, theme, on: &canvas) }
    if before != nil { canvas.write("‹", at: .zero, style: theme.key) }
    if after != nil { canvas.write("›", at: Point(x: width - 1, y: 0), style: theme.key) }
  }

  /// The name gives way before the status does.
  private func draw(_ place: Place, _ theme: Theme, on canvas: inout Canvas) {
    let title = place.title
    func style(_ style: Style) -> Style { place.isShown ? style.adding([.bold, .underline]) : style }
    var x = place.columns.lowerBound + 1
    let end = place.columns.upperBound - 2
    if title.isModified { x += canvas.write("● ", at: Point(x: x, y: 0), style: style(theme.caution)) }
    let status = title.status.isEmpty ? "" : "  " + title.status
    let room = max(0, end - x - TerminalWidth.columns(of: status))
    let words = TerminalWidth.truncated(title.method + " " + title.name, toColumns: room)
    let method = words.hasPrefix(title.method) ? title.method : words
    x += canvas.write(method, at: Point(x: x, y: 0), style: style(theme.style(ofMethod: title.method)))
    x += canvas.write(
      String(words.dropFirst(method.count)), at: Point(x: x, y: 0),
      style: style(place.isShown ? theme.strong : theme.text))
    canvas.write(
      status, at: Point(x: x, y: 0), style: style(self.style(title.progress, theme)), maxWidth: max(0, end - x))
    canvas.write("│", at: Point(x: place.columns.upperBound - 1, y: 0), style: theme.border)
  }

  private func style(_ progress: TabTitle.Progress, _ theme: Theme) -> Style {
    switch progress {
    case .none, .cancelled: theme.faint
    case .waiting, .receiving: theme.caution
    case .answered(let status): theme.style(ofStatus: status)
    case .failed: theme.bad
    }
  }
}
