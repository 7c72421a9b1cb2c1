import Differences
import JSONText
import Recordings

/// Compares two messages' contents, codings undone, in slices: JSON by its structure, other text by its rows, and what
/// is no text by its bytes.
final class ContentComparison {
  /// What came out of it.
  enum Outcome {
    case neither
    case identical(bytes: Int)
    case structure(JSONDifference)
    case rows
    /// No text; the first byte that differs is at this place.
    case bytes(firstDifference: Int)
  }

  private enum Phase {
    case decoding, choosing
    case scanning(position: Int)
    case comparing
    case done
  }

  private(set) var outcome: Outcome?
  /// What a reader should know of how they were compared.
  private(set) var notes: [String] = []
  private(set) var rows: RowsComparison?
  private(set) var before = ContentSource(decoded: .empty, isComplete: true)
  private(set) var after = ContentSource(decoded: .empty, isComplete: true)
  private let beforeContent: MessageContent?
  private let afterContent: MessageContent?
  private let isByStructure: Bool
  private var phase = Phase.decoding
  private var layouts: (before: ContentLayout, after: ContentLayout)?

  init(_ before: MessageContent?, _ after: MessageContent?, isByStructure: Bool) {
    beforeContent = before
    afterContent = after
    self.isByStructure = isByStructure
  }

  var isDone: Bool { outcome != nil }

  var fraction: Double {
    switch phase {
    case .decoding, .choosing: 0
    case .scanning(let position): 0.3 * Double(position) / Double(max(1, before.count))
    case .comparing: 0.3 + 0.7 * (rows?.fraction ?? 1)
    case .done: 1
    }
  }

  /// Goes on for about `budget` bytes; false when all is compared.
  func advance(budget: Int) throws(RecordingError) -> Bool {
    switch phase {
    case .decoding:
      let one = try beforeContent?.advance(budget: budget) ?? false
      let other = try afterContent?.advance(budget: budget) ?? false
      if !one && !other { phase = .choosing }
    case .choosing: try choose()
    case .scanning(let position): try scan(from: position, budget: budget)
    case .comparing:
      if try rows?.advance(budget: budget) != true { end(.rows) }
    case .done: break
    }
    return !isDone
  }

  private func end(_ outcome: Outcome) {
    self.outcome = outcome
    phase = .done
  }

  private func choose() throws(RecordingError) {
    if let beforeContent { before = beforeContent.source.asFarAsItCame }
    if let afterContent { after = afterContent.source.asFarAsItCame }
    for (content, words) in [(beforeContent, "the first"), (afterContent, "the second")] {
      if content?.hasEnded == false { notes.append("\(words) is still coming: compared as far as it has come") }
      if let problem = content?.problem { notes.append("\(words): \(problem)") }
    }
    if before.count == 0 && after.count == 0 { return end(.neither) }
    phase = .scanning(position: 0)
  }

  /// Looks for the first byte that differs.
  private func scan(from position: Int, budget: Int) throws(RecordingError) {
    let range = position..<min(before.count, after.count, position + budget)
    let (one, other) = (try before.bytes(in: range), try after.bytes(in: range))
    if one != other || range.upperBound == min(before.count, after.count) {
      let common = zip(one, other).prefix { $0 == $1 }.count
      let first = position + common
      if first == before.count, first == after.count { return end(.identical(bytes: first)) }
      return try begin(firstDifference: first)
    }
    phase = .scanning(position: range.upperBound)
  }

  private func begin(firstDifference: Int) throws(RecordingError) {
    let (one, other) = (try layout(before, beforeContent), try layout(after, afterContent))
    if one.isBinary && after.count > 0 || other.isBinary && before.count > 0 {
      return end(.bytes(firstDifference: firstDifference))
    }
    let areJSON = one.layout.isJSON && other.layout.isJSON
    if areJSON, isByStructure, let difference = try structure() { return end(.structure(difference)) }
    switch (one.layout, other.layout) {
    case (.json(let first), .json(let second)):
      rows = RowsComparison(
        before: ComparedContent(source: before, start: JSONRows(first), encoding: .utf8),
        after: ComparedContent(source: after, start: JSONRows(second), encoding: .utf8))
    case (.form, .form):
      rows = RowsComparison(
        before: ComparedContent(source: before, start: FormRows(), encoding: .utf8),
        after: ComparedContent(source: after, start: FormRows(), encoding: .utf8))
    case (.multipart(let first), .multipart(let second)):
      rows = RowsComparison(
        before: ComparedContent(source: before, start: MultipartRows(first), encoding: .utf8),
        after: ComparedContent(source: after, start: MultipartRows(second), encoding: .utf8))
    default:
      rows = RowsComparison(before: text(before, one.layout), after: text(after, other.layout))
    }
    phase = .comparing
  }

  private func text(_ source: ContentSource, _ layout: ContentLayout) -> any ComparedRows {
    let encoding = layout.encoding
    return ComparedContent(source: source, start: TextRows(encoding: encoding), encoding: encoding)
  }

  private func layout(
    _ source: ContentSource, _ content: MessageContent?
  ) throws(RecordingError) -> (layout: ContentLayout, isBinary: Bool) {
    let beginning = try source.bytes(in: 0..<min(source.count, ContentLayout.sampleSize))
    let mediaType = content?.mediaType ?? MediaType("")
    let layout = ContentLayout.choose(for: mediaType, beginning: beginning, isPretty: true).layout
    guard case .text(let encoding) = layout else { return (layout, false) }
    return (layout, ContentLayout.looksBinary(beginning, encoding))
  }

  /// The difference by structure; nil, with a note, where there can be none.
  private func structure() throws(RecordingError) -> JSONDifference? {
    do throws(JSONTree.Problem) {
      guard before.count <= JSONTree.byteLimit else { throw .tooLarge(bytes: before.count) }
      guard after.count <= JSONTree.byteLimit else { throw .tooLarge(bytes: after.count) }
    } catch {
      notes.append(error.message)
      return nil
    }
    let (one, other) = (try before.bytes(in: 0..<before.count), try after.bytes(in: 0..<after.count))
    do throws(JSONTree.Problem) {
      return JSONDifference(try JSONTree(one), try JSONTree(other))
    } catch {
      notes.append(error.message)
      return nil
    }
  }
}

extension ContentLayout {
  fileprivate var isJSON: Bool { if case .json = self { true } else { false } }
}

extension JSONTree.Problem {
  /// Why rows are compared instead, as part of a sentence.
  fileprivate var message: String {
    switch self {
    case .tooLarge(let bytes):
      "\(ByteCount.words(bytes)) of JSON are too many to compare by structure (the limit is "
        + "\(ByteCount.words(JSONTree.byteLimit))): compared by rows"
    case .tooManyValues:
      "the JSON has more than \(JSONTree.valueLimit) values: compared by rows"
    case .malformed(let error): "the JSON is broken (\(error)): compared by rows"
    case .empty: "one of them is empty: compared by rows"
    }
  }
}
