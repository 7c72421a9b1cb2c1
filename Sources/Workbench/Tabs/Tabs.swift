/// The tabs, of which one is shown; there is always one.
package struct Tabs: Sendable {
  /// So many closed ones can be opened again.
  package static let closedLimit = 20

  package private(set) var all = [Tab(Tab.ID(number: 0))]
  /// Which one is shown.
  package private(set) var index = 0
  /// What was closed last stands last.
  private var closed: [(tab: Tab, index: Int)] = []
  private var nextNumber = 1

  package init() {}

  package internal(set) var shown: Tab {
    get { all[index] }
    set { all[index] = newValue }
  }

  package func index(of id: Tab.ID) -> Int? { all.firstIndex { $0.id == id } }

  /// The tab that a request has.
  package func index(of open: DraftID) -> Int? { all.firstIndex { $0.open == open } }

  mutating func show(_ index: Int) {
    self.index = index
  }

  /// Puts an empty one behind the one that is shown, and shows it.
  mutating func add() {
    all.insert(makeSuccessor(of: shown), at: index + 1)
    index += 1
  }

  /// Closes one: the next one is shown in its place, an empty one where it was the last.
  ///
  /// Returns one that can no longer be opened again, if there is one.
  mutating func close(_ closing: Int) -> Tab? {
    var tab = all[closing]
    tab.viewer.stopReading()
    if all.count == 1 {
      all.append(makeSuccessor(of: tab))
      all[1].connectionPanel = ConnectionPanel()
    }
    all.remove(at: closing)
    if closing < index || index == all.count { index -= 1 }
    guard tab.open != nil else { return tab }
    closed.append((tab, closing))
    return closed.count > Self.closedLimit ? closed.removeFirst().tab : nil
  }

  /// Opens the one again that was closed last and whose request is there, where it was; whether there is one.
  mutating func reopen(where isThere: (DraftID) -> Bool) -> Bool {
    guard let last = closed.lastIndex(where: { $0.tab.open.map(isThere) ?? false }) else { return false }
    let (tab, place) = closed.remove(at: last)
    if let open = tab.open, let other = index(of: open) {
      index = other
    } else if all.count == 1, shown.open == nil {
      all = [tab]
    } else {
      index = min(place, all.count)
      all.insert(tab, at: index)
    }
    return true
  }

  /// Changes all of them.
  mutating func change(_ body: (inout Tab) -> Void) {
    for index in all.indices { body(&all[index]) }
  }

  /// A request has another identity from now on.
  mutating func replace(_ old: DraftID, by new: DraftID) {
    change { if $0.open == old { $0.open = new } }
    for index in closed.indices where closed[index].tab.open == old { closed[index].tab.open = new }
  }

  private mutating func makeSuccessor(of tab: Tab) -> Tab {
    defer { nextNumber += 1 }
    return tab.successor(Tab.ID(number: nextNumber))
  }
}
