import Exchanges
package import TerminalUI
package import Workbench
import Workspaces

/// Where each pane is on a screen of some size.
///
/// From 100 columns headers and body stand side by side, below that they stack. A screen that is narrower than 80 columns
/// but high has no room for the workspaces beside the other panes, and shows them alone; one that is wide but low has the
/// workspaces beside one pane; a small one shows one pane at a time. Where rows are few, the pane with the focus gets more
/// of them, unless the user has moved the lines.
package struct ScreenLayout: Sendable, Hashable {
  /// The narrowest and lowest screen that shows a pane at all.
  package static let minimum = Size(width: 20, height: 6)

  /// The top line: program, place, environment.
  package private(set) var header = Rect.zero
  /// Below it the tabs, where there are several and the screen is not too low.
  package private(set) var tabs = Rect.zero
  /// The bottom line: what the keys do, or a message.
  package private(set) var status = Rect.zero
  /// The boxes with their borders; a pane without one is not shown.
  package private(set) var boxes: [Pane: Rect] = [:]
  /// The box around headers and body where both are shown.
  package private(set) var response: Rect?
  /// Room for what is wrong with the answer, at the foot of `response`, below a line of its own.
  package private(set) var findings: Rect?
  /// The dividing line between headers and body inside `response`.
  package private(set) var divider: Rect?
  package let isTooSmall: Bool
  /// What the panes divide.
  private(set) var area = Rect.zero

  package init(size: Size, workbench: Workbench) {
    isTooSmall = size.width < Self.minimum.width || size.height < Self.minimum.height
    guard !isTooSmall else { return }
    let (header, belowHeader) = Rect(size: size).split(top: 1)
    let hasTabs = workbench.tabs.all.count > 1 && size.height >= Self.lowestWithTabs
    let (tabs, rest) = belowHeader.split(top: hasTabs ? 1 : 0)
    let (area, status) = rest.split(bottom: 1)
    self.header = header
    self.tabs = tabs
    self.status = status
    self.area = area
    let isNarrow = size.width < Self.wide
    let isShort = area.height < 14
    if workbench.isZoomed || isNarrow && (area.height < 24 || workbench.focus == .tree) {
      showOnly(workbench.focus, workbench, in: area)
    } else if isShort, isNarrow || workbench.isTreeHidden {
      showOnly(workbench.focus, workbench, in: area)
    } else if isShort {
      let right = cutTree(area, workbench)
      showOnly(workbench.focus == .tree ? .request : workbench.focus, workbench, in: right)
    } else {
      arrange(isNarrow || workbench.isTreeHidden ? area : cutTree(area, workbench), workbench)
    }
  }

  /// From so many columns on the workspaces have room beside the other panes.
  private static let wide = 80
  private static let lowestWithTabs = 10

  /// Gives the workspaces their place; what is left at the right.
  private mutating func cutTree(_ area: Rect, _ workbench: Workbench) -> Rect {
    let automatic = area.width >= 160 ? 40 : area.width >= 100 ? 28 : 24
    let width = cells(workbench.shares.tree, of: area.width, else: automatic, in: 12...max(12, area.width - 40))
    let (tree, right) = area.split(left: width)
    boxes[.tree] = tree
    return right
  }

  /// A share in cells, where the user has set one, within what leaves room for the others.
  private func cells(_ share: Int?, of total: Int, else automatic: Int, in range: ClosedRange<Int>) -> Int {
    guard let share else { return automatic }
    return min(max((share * total + 500) / 1000, range.lowerBound), range.upperBound)
  }

  private mutating func showOnly(_ pane: Pane, _ workbench: Workbench, in area: Rect) {
    switch pane {
    case .headers, .body:
      if area.width >= 100 { splitResponse(area, workbench, isStacked: false) } else { boxes[pane] = area }
    case .tree, .request, .connection: boxes[pane] = area
    }
  }

  private mutating func arrange(_ right: Rect, _ workbench: Workbench) {
    let shares = workbench.shares
    let isLow = area.height < 30
    let focus = workbench.focus
    let automaticConnection =
      switch focus {
      case .connection: min(area.height / 2, max(8, area.height / 3))
      default: area.height < 20 ? 3 : isLow ? 4 : area.height < 48 ? 5 : 9
      }
    let connectionHeight = cells(
      shares.connection, of: area.height, else: automaticConnection, in: 3...max(3, area.height - 10))
    let flexible = area.height - connectionHeight
    let automaticRequest =
      switch focus {
      case .request:
        isLow ? max(8, min(workbench.editor?.isRaw == true ? 10 : 8, flexible - 8)) : max(10, flexible * 2 / 5)
      case .tree: isLow ? 6 : max(10, flexible / 3)
      default: isLow ? 6 : max(8, flexible / 4)
      }
    let requestHeight = cells(
      shares.request, of: area.height, else: min(automaticRequest, max(4, flexible - 6)),
      in: 4...max(4, flexible - 6))
    let (request, belowRequest) = right.split(top: requestHeight)
    let (connection, response) = belowRequest.split(top: connectionHeight)
    boxes[.request] = request
    boxes[.connection] = connection
    splitResponse(response, workbench, isStacked: area.width < 100)
  }

  private mutating func splitResponse(_ rect: Rect, _ workbench: Workbench, isStacked: Bool) {
    response = rect
    let focus = workbench.focus
    var inside = rect.inset()
    // A difference has the heads in it; it and a picture want the room.
    if [.difference, .picture].contains(workbench.viewer.view), focus != .headers {
      boxes[.body] = inside
      return
    }
    let rows = FindingStrip.rows(workbench, width: inside.width).count
    if rows > 0, inside.height >= rows + 6 {
      let (rest, strip) = inside.split(bottom: rows + 1)
      inside = rest
      findings = strip.inset(top: 1)
    }
    if isStacked {
      // Before there are headers, a note or a reason has the room.
      let rows =
        workbench.exchange?.summary?.statusCode == nil
        ? 1
        : focus == .headers
          ? max(1, inside.height * 2 / 3) : max(min(3, inside.height * 2 / 5), min(inside.height / 3, 6))
      let chosen = cells(workbench.shares.headers, of: inside.height, else: rows, in: 1...max(1, inside.height - 3))
      let (headers, rest) = inside.split(top: chosen)
      let (line, body) = rest.split(top: 1)
      (boxes[.headers], divider, boxes[.body]) = (headers, line, body)
    } else {
      let columns = focus == .headers ? inside.width * 9 / 20 : inside.width / 3
      let chosen = cells(workbench.shares.headers, of: inside.width, else: columns, in: 8...max(8, inside.width - 16))
      let (headers, rest) = inside.split(left: chosen)
      let (line, body) = rest.split(left: 1)
      (boxes[.headers], divider, boxes[.body]) = (headers, line, body)
    }
  }

  /// A pane's rows, inside its border and below its own title rows.
  package func inside(_ pane: Pane) -> Rect? {
    guard let box = boxes[pane] else { return nil }
    switch pane {
    case .headers, .body:
      // Inside the shared box they have no border of their own but one title row.
      return response == nil ? box.inset().inset(top: 1) : box.inset(top: 1)
    case .tree, .connection, .request: return box.inset()
    }
  }

  /// What the workbench needs to know of it.
  package var paneSizes: PaneSizes {
    var sizes = PaneSizes()
    func size(_ pane: Pane) -> PaneSizes.Size? {
      inside(pane).map { PaneSizes.Size(columns: $0.width, rows: max(1, $0.height)) }
    }
    sizes.tree = size(.tree) ?? sizes.tree
    sizes.request = size(.request) ?? sizes.request
    sizes.headers = size(.headers) ?? sizes.headers
    sizes.body = size(.body) ?? sizes.body
    return sizes
  }

  /// The pane at a place.
  package func pane(at point: Point) -> Pane? {
    Pane.allCases.first { boxes[$0]?.contains(point) == true }
  }
}
