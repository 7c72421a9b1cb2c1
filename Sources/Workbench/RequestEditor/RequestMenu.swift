/// The list that is open at a control to choose from.
package struct RequestMenu: Sendable, Hashable {
  package var control: RequestControl
  package var items: [String]
  package var selected: Int

  init?(control: RequestControl, items: [String], current: String) {
    guard !items.isEmpty else { return nil }
    self.control = control
    self.items = items
    selected = items.firstIndex(of: current) ?? 0
  }

  mutating func move(by step: Int) {
    selected = max(0, min(selected + step, items.count - 1))
  }
}
