import Testing
import Workbench

@Suite struct JumpTests {
  private func jump(_ count: Int) -> Jump {
    Jump((0..<count).map { Jump.Target(.treeRow($0), column: 0, row: $0) })
  }

  @Test(
    "labels are of one letter while they suffice, and none begins another", arguments: [0, 1, 26, 27, 52, 100, 600])
  func labels(_ count: Int) {
    let labels = jump(count).labels
    #expect(labels.count == count)
    #expect(Set(labels).count == count)
    for label in labels where label.count == 1 {
      #expect(!labels.contains { $0 != label && $0.hasPrefix(label) })
    }
    #expect(labels.allSatisfy { $0.count == 1 } == (count <= 26))
  }

  @Test("a label's first letter leaves those that go on, its last one is the target")
  func typing() {
    var jump = jump(60)
    guard let long = jump.labels.firstIndex(where: { $0.count == 2 }) else { return }
    jump.typed = String(jump.labels[long].prefix(1))
    #expect(jump.reached == nil && !jump.shown.isEmpty && jump.shown.count < 60)
    #expect(jump.shown.allSatisfy { $0.label.count == 1 })
    jump.typed = jump.labels[long]
    #expect(jump.reached == .treeRow(long))
  }
}
