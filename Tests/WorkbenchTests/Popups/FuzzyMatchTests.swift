import Testing
import Workbench

@Suite struct FuzzyMatchTests {
  private func best(_ pattern: String, recent: [PaletteEntry] = []) -> PaletteEntry? {
    var palette = Palette(recent: recent)
    palette.editor.perform(.insert(pattern))
    return palette.matches.first
  }

  @Test("a command is found by letters of its name in order, words in any order")
  func finding() {
    #expect(best("gtb") == .command(.focusBody))
    #expect(best("nenv") == .command(.nextEnvironment))
    #expect(best("tree undo") == .command(.undoTree))
    #expect(best("hex") == .command(.showHex))
    #expect(best("quit") == .command(.quit))
    #expect(best("send") == .command(.send))
    #expect(best("FIN") == .command(.closeSending))
    #expect(best("add row") == .edit(.addRow))
    #expect(best("word capitals") == .edit(.text(.uppercaseWord)))
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
    let palette = Palette(recent: [.command(.zoom), .edit(.addRow)])
    #expect(palette.matches.prefix(3) == [.command(.zoom), .edit(.addRow), .command(.send)])
    #expect(Set(palette.matches) == Set(PaletteEntry.all))
    #expect(palette.matches.count == PaletteEntry.all.count)
    for command in Command.allCases where command != .palette {
      #expect(palette.matches.contains(.command(command)))
    }
  }
}
