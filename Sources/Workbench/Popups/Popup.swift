package import Documents

/// Something over the panes that owns the keys until it is closed.
package enum Popup: Sendable {
  case help(top: Int)
  case prompt(Prompt)
  case choice(Choice)
  case palette(Palette)
  case reading(Reading)
  case jump(Jump)

  /// Whether there is nothing to do with it but to read it.
  package var isRead: Bool {
    switch self {
    case .help, .reading: true
    default: false
    }
  }

  /// By how many rows a command scrolls a text to be read.
  static let scrolls: [Command: Int] = [.moveDown: 1, .moveUp: -1, .pageDown: 10, .pageUp: -10]
}

/// A text to be read.
package struct Reading: Sendable {
  package var title: String
  /// Broken into rows by the view.
  package var paragraphs: [String]
  /// The first row that is shown; the view stops at the last one.
  package var top = 0

  package init(title: String, paragraphs: [String]) {
    self.title = title
    self.paragraphs = paragraphs
  }
}

/// Asks for one line of text.
package struct Prompt: Sendable {
  /// What is done with the answer.
  package enum Purpose: Sendable, Hashable {
    case renameItem(TreeNode)
    case newFolder, newWorkspace
    case filterTree
    case search
    case goTo
    case filterBody
    /// In the focused text, from an offset.
    case searchText(from: Int)
    case replaceText
    /// Before what takes its place is typed.
    case replacement
    case saveBody
    case saveBytes(ByteReference)
    case saveSelection(DocumentSelection, DocumentKey)
    case saveDraft
    case insertByte
  }

  package var purpose: Purpose
  package var title: String
  package var editor: TextEditor
  /// What was wrong with the last answer.
  package var problem: String?
  /// What can be called back.
  var past: PastInputs

  package init(purpose: Purpose, title: String, text: String = "", past: PastInputs = PastInputs()) {
    self.purpose = purpose
    self.title = title
    self.past = past
    self.editor = TextEditor(text, mode: .singleLine)
  }
}

/// Asks to choose one of a few.
package struct Choice: Sendable {
  package struct Option: Sendable, Hashable {
    package var title: String
    package var answer: Answer
  }

  package enum Answer: Sendable, Hashable {
    case cancel
    case saveAllAndQuit, quitWithoutSaving
    case overwrite(path: String), readAgain(path: String)
    case restoreDrafts, dropDrafts
    case theme(String)
    case replaceAll(with: String), replaceOne(with: String), replaceNext(with: String)
    case copyBytes(ByteReference, ByteForm)
    case saveBytes(ByteReference)
    case compare(ComparisonMark)
    case tab(Tab.ID)
  }

  package var title: String
  package var lines: [String]
  package var options: [Option]
  package var selected = 0

  package init(title: String, lines: [String], options: [Option]) {
    self.title = title
    self.lines = lines
    self.options = options
  }
}
