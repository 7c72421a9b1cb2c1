/// Questions of one kind: one at a time, and of those that wait only the newest is ever asked.
///
/// A document that grows is asked anew with each pulse, a body is prepared anew with each key; where an answer takes longer
/// than that, the questions would pile up behind each other.
struct QuestionLine<Question> {
  private var isAsking = false
  private var waiting: Question?

  /// The question to ask now; nil, and kept for later, while another is being answered.
  mutating func begin(_ question: Question) -> Question? {
    guard isAsking else {
      isAsking = true
      return question
    }
    waiting = question
    return nil
  }

  /// The question to ask in the place of one that was begun and has not been asked yet.
  mutating func newest(after question: Question) -> Question {
    defer { waiting = nil }
    return waiting ?? question
  }

  /// An answer came; the question that waited for it.
  mutating func end() -> Question? {
    isAsking = false
    defer { waiting = nil }
    return waiting
  }
}
