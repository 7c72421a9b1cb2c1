/// A row of a view of a connection, in words.
///
/// Texts may come from the network; they are filtered where they are drawn.
package struct ConnectionRow: Sendable, Hashable {
  /// What the row says of its matter; its words say it too.
  package enum Tone: Sendable, Hashable {
    case plain, faint, strong, good, caution, bad
  }

  /// What is drawn behind the text, in the columns that are left.
  package enum Drawing: Sendable, Hashable {
    /// Values in the order of their times.
    case series([Double])
    /// Bars on one scale that ends at `end`, milliseconds.
    case bars([Bar], end: Double)
  }

  /// A bar from one moment to another, milliseconds.
  package struct Bar: Sendable, Hashable {
    package var begin: Double
    package var end: Double
    /// Which of the phases' styles it has.
    package var phase: Int

    package init(_ begin: Double, _ end: Double, phase: Int) {
      self.begin = begin
      self.end = end
      self.phase = phase
    }
  }

  /// When, or of what.
  package var label: String
  package var text: String
  package var tone: Tone
  package var drawing: Drawing?
  /// What copying the row gives where that is not its text: a certificate as PEM.
  package var copied: String?

  package init(_ label: String, _ text: String, _ tone: Tone = .plain, drawing: Drawing? = nil, copied: String? = nil) {
    self.label = label
    self.text = text
    self.tone = tone
    self.drawing = drawing
    self.copied = copied
  }
}
