import Exchanges
import Recordings
import TerminalText
package import TerminalUI
package import Workbench

/// The workbench for a screen reader: lines that say what has changed, in place of a screen that is drawn.
///
/// What is said depends on the state alone, as a screen does, and on what was said before. Nothing is said twice, nothing
/// by itself: of what takes long only the start and the end.
package struct SpokenLines: Sendable {
  /// What there is to hear of a state.
  struct Moment: Sendable, Hashable {
    var place: SpokenPlace
    /// The tab, where there are several.
    var tab: String?
    /// What a popup says before its first item.
    var introduction: [String] = []
    /// Which exchange, and whether it has ended.
    var exchange: ExchangeID?
    var isRunning = false
    var progress: [String] = []
    var message: String?
    var completion: String?
    var finding: String?
  }

  private var before: Moment?
  private var writer = LineWriter()

  package init() {}

  /// The lines that a change is worth, and the line in which text is typed.
  package mutating func lines(of workbench: Workbench, keymap: Keymap) -> (lines: [String], edited: EditedLine?) {
    let now = Moment(workbench, keymap)
    defer { before = now }
    var lines: [String] = []
    if now.tab != before?.tab, let tab = now.tab { lines.append(tab) }
    if now.exchange != before?.exchange || now.isRunning != before?.isRunning { lines += now.progress }
    if now.message != before?.message, let message = now.message { lines.append(message) }
    if now.finding != before?.finding, let finding = now.finding { lines.append(finding) }
    if now.completion != before?.completion, let completion = now.completion { lines.append(completion) }
    let place = now.place
    let isNewPlace = before?.place.name != place.name
    if isNewPlace { lines += now.introduction }
    guard let cursor = place.cursor else {
      if isNewPlace || before.map({ !$0.place.isSameText(as: place) || $0.place.text != place.text }) ?? true {
        lines.append(place.line(after: before?.place))
      }
      return (lines, nil)
    }
    // The line that is typed in keeps what it began with; after other lines it begins anew.
    if let said = before?.place, said.isSameText(as: place), lines.isEmpty, let label {
      return ([], EditedLine(label: label, text: place.text, cursor: cursor))
    }
    label = place.lead(after: before?.place)
    return (lines, EditedLine(label: label ?? "", text: place.text, cursor: cursor))
  }

  /// What the line that is typed in began with.
  private var label: String?

  /// The same as the bytes for a terminal of so many columns.
  package mutating func bytes(of workbench: Workbench, keymap: Keymap, columns: Int) -> [UInt8] {
    let (lines, edited) = lines(of: workbench, keymap: keymap)
    return writer.bytes(adding: lines, editing: edited, columns: columns)
  }

  /// Says where the focus is once more, whatever was said: after ^L, and when the terminal comes back.
  package mutating func startOver() {
    before?.place = SpokenPlace("", "")
  }

  /// Ends the line that the cursor is in.
  package mutating func endLine() -> [UInt8] { writer.endLine() }
}
