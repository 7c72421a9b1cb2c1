import Settings
import Testing

@Suite struct NearestNameTests {
  private let names = ["search", "searchNext", "searchPrevious", "send", "save", "body", "headers"]

  @Test("a slip of the finger is understood")
  func slips() {
    #expect(NearestName.nearest(to: "serach", among: names) == "search")
    #expect(NearestName.nearest(to: "searchnext", among: names) == "searchNext")
    #expect(NearestName.nearest(to: "header", among: names) == "headers")
    #expect(NearestName.nearest(to: "next", among: names) == "searchNext")
  }

  @Test("nothing is made up for a name that is like none")
  func strangers() {
    #expect(NearestName.nearest(to: "quux", among: names) == nil)
    #expect(NearestName.nearest(to: "", among: names) == nil)
    #expect(NearestName.hint(for: "zz", among: names) == "")
  }
}
