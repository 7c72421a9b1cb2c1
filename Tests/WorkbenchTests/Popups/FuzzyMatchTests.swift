import Testing
import Workbench

@Suite struct FuzzyMatchTests {
  private func best(_ pattern: String, recent: [Command] = []) -> Command? {
    var palette = Palette(recent: recent)
    palette.editor.perform(.insert(pattern))
    return palette.matches.first
  }

  @Test("a command is found by letters of its name in order, words in any order")
  func finding() {
    #expect(best("gtb") == .focusBody)
    #expect(best("nenv") == .nextEnvironment)
    #expect(best("tree undo") == .undoTree)
    #expect(best("hex") == .showHex)
    #expect(best("quit") == .quit)
    #expect(best("send") == .send)
    #expect(best("FIN") == .closeSending)
    #expect(best("zzz") == nil)
  }

  @Test("letters that begin words or follow each other count more than scattered ones")
  func scores() throws {
    let start = try #require(FuzzyMatch("nr", in: "New request"))
    let inside = try #require(
      FuzzyMatch("nr", in: "Earlier exchange nothing rare".replacing("nothing rare", with: "noterr")))
    #expect(start.score > inside.score)
    #expect(start.offsets == [0, 4])
    #expect(try #require(FuzzyMatch("body", in: "Go to body")).offsets == [6, 7, 8, 9])
    #expect(FuzzyMatch("", in: "anything")?.score == 0)
    #expect(FuzzyMatch("xyz", in: "xy") == nil)
  }

  @Test("before anything is typed, what was run last comes first, and everything is there")
  func recent() {
    let palette = Palette(recent: [.zoom, .quit])
    #expect(palette.matches.prefix(3) == [.zoom, .quit, .send])
    #expect(Set(palette.matches) == Set(Command.allCases).subtracting([.palette]))
    #expect(palette.matches.count == Command.allCases.count - 1)
  }
}
