extension TextEditor {
  /// What kind of text is edited: it decides about line ends and what Enter does.
  package enum Mode: Sendable, Hashable {
    /// One line, like a URL; pasted line ends become spaces and Enter is left to the caller.
    case singleLine
    /// Lines that end in LF; Enter inserts LF.
    case multiLine
    /// The exact bytes of a message: CR and LF are visible, a screen line ends after LF, Enter inserts CR LF.
    case bytes
  }
}
