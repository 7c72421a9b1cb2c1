import ContentCodings
import Recordings

/// Content with its codings undone, in a log of its own that is spooled like any other.
///
/// Decodes by slices as it is asked to. What could be decoded stays readable when the rest cannot be.
final class DecodedContent {
  private let decoder: ContentDecoder
  private var log: ByteLog
  /// Coded bytes that were taken.
  private var position = 0
  private(set) var isFinished = false
  /// What is wrong with the coded content, as a sentence.
  private(set) var failure: String?

  init(_ codings: [ContentCoding], spool: SpoolConfiguration, limits: ContentDecoderLimits) throws(ContentCodingError) {
    decoder = try ContentDecoder(codings: codings, limits: limits)
    log = ByteLog(spool)
  }

  /// The decoded content so far.
  var source: ContentSource { ContentSource(decoded: log.snapshot, isComplete: isFinished) }

  var codings: String { decoder.codings.map(\.rawValue).joined(separator: ", ") }

  /// What was decoded from how much, in words.
  var note: String {
    "\(codings): \(ByteCount.words(log.count)) from \(ByteCount.words(position))"
  }

  /// Decodes about `budget` more coded bytes; false when there is nothing more to do with what has come.
  func advance(_ reader: ContentReader, isComplete: Bool, budget: Int) throws(RecordingError) -> Bool {
    if isFinished { return false }
    let end = min(reader.count, position + budget)
    // A small piece of coded bytes may be a large one of decoded bytes.
    let decodedLimit = log.count + 4 * budget
    if position < end {
      let before = position
      try reader.forEachPiece(in: position..<end) { start, _, bytes in
        var rest = bytes
        while !rest.isEmpty, decode(upTo: decodedLimit) {
          let count = decoder.take(rest)
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
          position += count
        }
        return decode(upTo: decodedLimit)
      }
      if failure == nil, position > before, position < reader.count { return true }
    }
    if !decode(upTo: decodedLimit), failure == nil { return true }
    if failure != nil {
      isFinished = true
    } else if isComplete {
      do throws(ContentCodingError) {
        try decoder.finish()
      } catch {
        failure = error.message
      }
      isFinished = true
    }
    return false
  }

  /// Decodes what was taken; whether more can be taken, rather than that there is a failure or enough in the log.
  private func decode(upTo limit: Int) -> Bool {
    do throws(ContentCodingError) {
      while failure == nil, log.count < limit {
        if try !decoder.step(output: { try log.append($0) }) { return true }
      }
    } catch {
      failure = error.message
    }
    return false
  }
}
