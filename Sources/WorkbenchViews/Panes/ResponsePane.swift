import Documents
import Exchanges
import Pictures
import TerminalText
import TerminalUI
import Workbench

/// Draws the answer: status, headers and body.
struct ResponsePane {
  let theme: Theme
  let keymap: Keymap

  /// The title of the box: status, size and time, or how it stands.
  func title(_ workbench: Workbench) -> String {
    guard let record = workbench.exchange else { return "Response" }
    var parts: [String] = []
    if let summary = record.summary {
      if let code = summary.statusCode {
        parts.append("\(code)\(summary.reason.map { $0.isEmpty ? "" : " " + $0 } ?? "")")
      }
      switch summary.outcome {
      case .running: parts.append(summary.statusCode == nil ? "waiting" : "receiving")
      case .complete: break
      case .malformed: parts.append("malformed")
      case .cancelled: parts.append("cancelled")
      case .failed: parts.append("no answer")
      }
      if summary.statusCode != nil { parts.append(ByteCount.short(summary.contentBytes)) }
      if let total = summary.timings.totalMilliseconds { parts.append("\(DurationText.milliseconds(total)) ms") }
    } else {
      parts.append("starting")
    }
    if let position = workbench.history.position(of: record.id), position.count > 1 {
      parts.append("exchange \(position.number) of \(position.count)")
    }
    if let location = record.summary?.location { parts.append("→ \(location)") }
    if let from = record.redirectedFrom.flatMap({ workbench.history.position(of: $0) }) {
      let answers = record.summary?.answersChallenge == true
      parts.append(answers ? "answers the challenge of \(from.number)" : "redirected from \(from.number)")
    }
    return "Response   " + parts.joined(separator: " · ")
  }

  func titleStyle(_ workbench: Workbench) -> Style {
    guard let summary = workbench.exchange?.summary else { return theme.strong }
    switch summary.outcome {
    case .failed, .malformed: return theme.bad
    default: return summary.statusCode.map { theme.style(ofStatus: $0) } ?? theme.strong
    }
  }

  // MARK: Headers

  func drawHeaders(_ workbench: Workbench, on canvas: inout Canvas) {
    let count = workbench.exchange?.summary.map { $0.statusCode == nil ? "" : " \($0.fieldCount)" } ?? ""
    let isFocused = workbench.focus == .headers
    let end = canvas.write("Headers" + count, at: .zero, style: isFocused ? theme.key : theme.faint)
    // What the selected field means, as far as it fits; all of it can be unfolded.
    if isFocused, let remark = workbench.viewer.headers.rowAtCursor?.remark, canvas.size.width - end > 8 {
      let shown = TerminalWidth.truncated(remark.text, toColumns: canvas.size.width - end - 2)
      canvas.write(shown, at: Point(x: end + 2, y: 0), style: theme.style(of: remark.role))
    }
    let rows = Rect(size: canvas.size).inset(top: 1)
    canvas.draw(in: rows) { canvas in
      DocumentRows(
        theme: theme, isFocused: isFocused, highlight: nil, byte: nil,
        matcher: matcher(.headers, workbench)
      )
      .draw(workbench.viewer.headers, on: &canvas)
    }
  }

  /// What is searched for in a pane.
  private func matcher(_ pane: Pane, _ workbench: Workbench) -> RowMatcher? {
    workbench.viewer.search.flatMap { $0.pane == pane ? RowMatcher($0.wanted) : nil }
  }

  // MARK: Body

  func drawBody(_ workbench: Workbench, on canvas: inout Canvas) {
    drawTabs(workbench, on: &canvas)
    let viewer = workbench.viewer
    let rows = Rect(size: canvas.size).inset(top: 1)
    canvas.draw(in: rows) { canvas in
      if viewer.view == .note {
        NotePane(theme: theme).draw(workbench, on: &canvas)
      } else if viewer.view == .picture {
        PicturePane(theme: theme).draw(viewer.picture, on: &canvas)
      } else if case .failed(let failure)? = workbench.exchange?.summary?.outcome, viewer.body.totalRows == 0 {
        WrappedText(failure.message + offer(workbench.exchange?.summary)).draw(on: &canvas, style: theme.bad)
      } else {
        DocumentRows(
          theme: theme, isFocused: workbench.focus == .body, highlight: viewer.marked,
          byte: viewer.hasByteCursor ? viewer.body.byteAtCursor : nil, matcher: matcher(.body, workbench)
        ).draw(viewer.body, on: &canvas)
        if isPicture(workbench), viewer.view == .pretty, viewer.body.totalRows == 1,
          let key = keymap.keys(for: .showPicture).first
        {
          canvas.write("Press \(key) to see it.", at: Point(x: 0, y: 1), style: theme.faint)
        }
      }
    }
  }

  private func isPicture(_ workbench: Workbench) -> Bool {
    workbench.exchange?.summary?.contentType?.lowercased().hasPrefix("image/") ?? false
  }

  /// What can be done where a certificate was refused.
  private func offer(_ summary: ExchangeSummary?) -> String {
    guard let certificate = summary?.refusedCertificate, let endpoint = summary?.connection?.endpoint else { return "" }
    func key(_ command: Command) -> String { keymap.keys(for: command).first.map { $0 + " here" } ?? "^P" }
    return "\n\(key(.trustOnce)) sends again and accepts exactly this certificate once, \(key(.trustAlways)) always "
      + "for \(endpoint).\nSHA-256 \(certificate.sha256Fingerprint)"
  }

  /// Where each tab is, for drawing and for the mouse.
  static func tabs(_ viewer: ResponseViewer) -> [(view: ResponseViewer.BodyView, title: String, x: Int)] {
    var x = 6
    return viewer.views.map { view in
      let title = view.rawValue.prefix(1).uppercased() + view.rawValue.dropFirst()
      defer { x += title.utf8.count + 2 }
      return (view, title, x)
    }
  }

  private func drawTabs(_ workbench: Workbench, on canvas: inout Canvas) {
    let isFocused = workbench.focus == .body
    canvas.write("Body", at: .zero, style: isFocused ? theme.key : theme.faint)
    var end = 0
    for tab in Self.tabs(workbench.viewer) {
      let isSelected = tab.view == workbench.viewer.view
      let style = isSelected ? theme.strong.adding(.underline) : theme.faint
      end = tab.x + canvas.write(tab.title, at: Point(x: tab.x, y: 0), style: style)
    }
    // What is wrong on the row under the cursor counts more than what it is.
    let remark = isFocused ? workbench.viewer.body.rowAtCursor?.remark : nil
    var place = placeText(workbench)
    if let remark { place.words = remark.text }
    let room = canvas.size.width - end - 2
    guard room > 4 else { return }
    // The position stands whole; what is there is cut for it.
    let gap = place.words.isEmpty || place.position.isEmpty ? "" : "  "
    let roomForWords = room - TerminalWidth.columns(of: gap + place.position)
    let words = TerminalWidth.truncated(place.words, toColumns: roomForWords)
    let shown = TerminalWidth.truncated(words.isEmpty ? place.position : words + gap + place.position, toColumns: room)
    canvas.write(
      shown, at: Point(x: canvas.size.width - TerminalWidth.columns(of: shown), y: 0),
      style: remark.map { theme.style(of: $0.role) } ?? theme.faint)
  }

  /// What is at the cursor, and the cursor's row of all rows.
  private func placeText(_ workbench: Workbench) -> (words: String, position: String) {
    let viewer = workbench.viewer
    var parts: [String] = []
    if let part = viewer.partName { parts.append(part) }
    if viewer.view == .pretty, let path = viewer.path {
      // The innermost steps say most.
      let text = (path.text.map { "text \($0 + 1)  " } ?? "") + path.jsonPath + (path.isCut ? "…" : "")
      parts.append(text.count > 40 ? "…" + text.suffix(39) : text)
    }
    if viewer.view == .picture, case .decoded(let picture)? = viewer.picture?.state {
      parts.append("\(picture.format.name), \(picture.fullSize.width)×\(picture.fullSize.height)")
    }
    if viewer.view == .difference, let comparison = viewer.comparison,
      let before = workbench.history.position(of: comparison.before),
      let after = workbench.history.position(of: comparison.after)
    {
      parts.append("exchange \(before.number) with \(after.number)")
    }
    if let note = viewer.body.window?.note { parts.append(note) }
    var position = ""
    if viewer.view != .note, viewer.body.totalRows > 0 {
      let mark = viewer.body.window?.isComplete == false ? "+" : ""
      position = "\(viewer.body.cursor + 1)/\(viewer.body.totalRows)\(mark)"
    }
    return (parts.joined(separator: "  "), position)
  }
}
