import Documents
import Exchanges
import Recordings
import TerminalText
import TerminalUI
import TestSupport
import Workbench
import Workspaces

@testable import WorkbenchViews

/// Somebody who presses any key, clicks anywhere, pastes, and pulls at the window; with actors that answer at random.
///
/// All that happens follows from the seed.
struct RandomUser {
  private(set) var workbench: Workbench
  private(set) var size: Size
  private var random: SplitMix
  private var clock: UInt64 = 1_000_000_000
  private var sent: [ExchangeID] = []
  private let screen = WorkbenchScreen()

  private static let sizes = [(80, 24), (120, 40), (200, 60), (60, 16), (40, 10), (20, 5), (3, 3), (1, 1), (300, 2)]
  private static let texts = [
    "a", "http://{{practice}}/hello?a=1&b", "{\"a\": [1, \"é\", {\"世界\": null}]}", "\r\n", "\u{1B}[31m",
    "e\u{301}\u{301}",
    "👩‍👩‍👧", "\u{202E}abc", "\t\t", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "curl -X POST -d 'x' http://a/", "{{", "$..a", "(",
  ]

  init(seed: UInt64) async throws {
    random = SplitMix(seed: seed)
    size = Size(width: 120, height: 40)
    workbench = try await ScreenFixtures.opened(size)
  }

  // MARK: What it does

  /// One key, one report of the mouse, one paste or one change of the size.
  mutating func act() {
    switch random.below(100) {
    case 0: resize()
    case 1: take(.paste(Array(Self.texts[random.below(Self.texts.count)].utf8)))
    case 2..<14: useMouse()
    default: press(key())
    }
  }

  private mutating func resize() {
    let (width, height) = Self.sizes[random.below(Self.sizes.count)]
    size = Size(width: width, height: height)
    tellSizes()
  }

  private mutating func press(_ key: KeyPress) {
    guard let action = screen.keymap.action(for: key, in: workbench.inputContext) else { return }
    take(action)
  }

  private mutating func useMouse() {
    let kinds: [MouseEvent.Kind] = [.press, .press, .press, .release, .drag, .drag, .move, .wheelUp, .wheelDown]
    let event = MouseEvent(
      kind: kinds[random.below(kinds.count)], button: random.below(6) == 0 ? .right : .left,
      position: Point(x: random.below(size.width), y: random.below(size.height)), clickCount: random.below(4))
    guard let action = PointerMap(screen).action(for: event, size: size, in: workbench) else { return }
    take(action)
  }

  /// Half of the keys mean something where the focus is.
  private mutating func key() -> KeyPress {
    let bindings = screen.keymap.everywhere + (screen.keymap.tables[workbench.inputContext] ?? [])
    if random.below(2) == 0 {
      let keys = bindings[random.below(bindings.count)].keys
      return keys[random.below(keys.count)]
    }
    if random.below(2) == 0 {
      let keys: [KeyPress.Key] = [
        .enter, .tab, .backTab, .escape, .backspace, .delete, .home, .end, .pageUp, .pageDown, .up, .down, .left,
        .right,
      ]
      return KeyPress(keys[random.below(keys.count)], .init(rawValue: UInt8(random.below(8))))
    }
    let scalars = Array(" abcdwxyzGgnN0123456789{}[]\",:/?%$.é世😀".unicodeScalars)
    return KeyPress(.character(scalars[random.below(scalars.count)]))
  }

  private mutating func take(_ action: Action) {
    var effects = workbench.update(action)
    tellSizes()
    // Answers ask for more; a chain of them ends.
    for _ in 0..<4 where !effects.isEmpty {
      var actions: [Action] = []
      for effect in effects { actions += answers(to: effect) }
      effects = []
      for action in actions { effects += workbench.update(action) }
      tellSizes()
    }
  }

  private mutating func tellSizes() {
    for _ in 0..<2 {
      let sizes = ScreenLayout(size: size, workbench: workbench).paneSizes
      guard sizes != workbench.sizes else { return }
      _ = workbench.update(.paneSizes(sizes))
    }
  }

  // MARK: What the actors answer

  private mutating func answers(to effect: Effect) -> [Action] {
    // Some come too late to be of use, or never.
    if random.below(10) == 0 { return [] }
    switch effect {
    case .send(let id, _, _), .sendBytes(_, _, _, let id):
      sent.append(id)
      return [news(of: id)]
    case .cancel(let id): return [news(of: id)]
    case .window(let request): return [.window(window(request))]
    case .search(_, _, let row, _, _, let generation):
      return [
        .found(generation: generation, random.below(3) == 0 ? .none : .match(row: row, range: 0..<3, column: 0)),
        .found(generation: generation, .counted(MatchCount(count: 3, fraction: 0.5, isComplete: false))),
      ]
    case .fold(let key, _, let row): return [.folded(key, row: random.below(2) == 0 ? row : nil)]
    case .locate(let reference, let key, let isMarked):
      return [.located(key, row: random.below(200), byteInRow: random.below(9), marked: isMarked ? reference : nil)]
    case .goTo(_, let key), .follow(_, _, let key):
      return [.located(key, row: random.below(200), byteInRow: 0, marked: nil)]
    case .namePath(let key, let row): return [.pathNamed(key, row: row, ValuePath([]))]
    case .namePart(let reference, let exchange): return [.partNamed(reference, exchange, "field name")]
    case .toggleReading(let key, let row, _): return [.readingToggled(key, rows: row..<row + 1 + random.below(5))]
    case .filter(_, _, let number):
      let problem = random.below(3) == 0 ? "jq: error — exit 5" : nil
      let ending = FilterEnding(words: "3 matches", problem: problem)
      return [.filtered(number: number, random.below(2) == 0 ? .success(ending) : .failure(Sentence("It failed.")))]
    case .showOutside: return [.shownOutside(random.below(2) == 0 ? nil : .problem("It failed."))]
    case .record(_, let comparison): return [.recorded(comparison, nil)]
    case .prepare(let draft, _, let generation):
      let preview = RequestPreview(bytes: Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n\u{1}é".utf8))
      return [.prepared(draft, generation: generation, preview, automaticFields: [])]
    case .readCurl(let draft, _): return [.curlRead(draft, .failure(Sentence("That is no curl command.")))]
    case .editExternally(let draft, let control, let text, _):
      return [.editedExternally(draft, control, original: text, .success(text))]
    case .resolveRedirect(let id, _, _, _): return [.redirectResolved(from: id, .failure(Sentence("No.")))]
    case .save(_, let path, _):
      return [.saveFailed(path: path, message: "It failed.", isConflict: random.below(2) == 0)]
    case .findJumpTargets: return [.jumpTargets(PointerMap(screen).jumpTargets(size: size, in: workbench))]
    case .resize(let pane, let steps):
      return ScreenLayout(size: size, workbench: workbench).resized(pane, by: steps)
        .map { [.pointer(.move($0.border, share: $0.share))] } ?? []
    default: return random.below(20) == 0 ? sent.last.map { [news(of: $0)] } ?? [] : []
    }
  }

  private mutating func news(of id: ExchangeID) -> Action {
    clock += 1_000_000
    var summary = ExchangeSummary(
      id: id, timings: Timings(started: Timestamp(nanoseconds: clock)), requestMethod: "GET", requestTarget: "/")
    let outcomes: [ExchangeOutcome] = [
      .running, .running, .complete, .complete, .malformed, .failed(.connect("It failed.")),
    ]
    summary.outcome = outcomes[random.below(outcomes.count)]
    summary.statusCode = [nil, 200, 302, 404][random.below(4)]
    summary.location = random.below(4) == 0 ? "/next" : nil
    summary.contentBytes = random.below(1 << 30)
    return .went(exchanges: [summary], connections: [])
  }

  private mutating func window(_ request: DocumentPane.Request) -> DocumentWindow {
    let total = [0, 1, 30, 200, 1_000_000][random.below(5)]
    let first = min(request.rows.lowerBound, total)
    let rows = (first..<min(total, request.rows.upperBound)).map { number in
      let text = "\(number) " + Self.texts[random.below(Self.texts.count)]
      return DocumentRow(
        text: text, spans: [DocumentRow.Span(range: 0..<1, role: .number)],
        source: ByteReference(direction: .received, range: number..<number + 16), isContinuation: random.below(5) == 0,
        cells: request.key.view == .hex ? ByteCells(hexColumn: 10, textColumn: 60, count: 16) : nil)
    }
    return DocumentWindow(
      key: request.key, generation: request.generation, firstRow: first, rows: rows, totalRows: total,
      isComplete: random.below(2) == 0, indexedFraction: 0.5, widestRow: random.below(500))
  }

  // MARK: What must hold

  /// What is wrong with the screen as it is now; nil when nothing is.
  func fault() -> String? {
    let canvas = screen.draw(workbench, size: size, now: Timestamp(nanoseconds: clock))
    guard canvas.size == size else { return "the canvas is \(canvas.size)" }
    if let cursor = canvas.screenCursor, !Rect(size: size).contains(cursor) { return "the cursor is at \(cursor)" }
    for y in 0..<size.height {
      for x in 0..<size.width {
        let cell = canvas[x, y]
        let isAfterWide = x > 0 && TerminalWidth.columns(of: canvas[x - 1, y].scalar) == 2
        if cell.isContinuation != isAfterWide { return "half of a wide character at \(x), \(y)" }
        if cell.isContinuation { continue }
        let width = TerminalWidth.columns(of: cell.scalar)
        if width == 0 || x + width > size.width || !TerminalFilter.isHarmless(cell.scalar) {
          return "U+\(String(cell.scalar.value, radix: 16)) at \(x), \(y)"
        }
      }
    }
    return nil
  }
}

extension SplitMix {
  fileprivate mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
