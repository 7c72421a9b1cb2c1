import Documents
import Exchanges
import HTTPMessages
import Recordings
import TextRopes
import Workbench

/// What is asked of the documents to compare messages.
extension Services {
  /// Records requests as if they had been sent; why one of them could not be made, or what is missing of it.
  func record(_ requests: [RecordedRequest]) async -> Sentence? {
    var problem: Sentence?
    for request in requests {
      let preview = await composing.preview(request.source).0
      if let text = preview.problem { problem = Sentence(text) }
      if preview.missingBytes > 0 {
        problem = Sentence("The \(ByteCount.words(preview.missingBytes)) of a body's file are not compared.")
      }
      do throws(DocumentError) {
        try await documents.update(try Self.recording(of: preview.text.bytes, as: request.id))
      } catch {
        problem = Sentence(error.message)
      }
    }
    return problem
  }

  /// The first row of the next difference.
  func difference(from row: Int, in key: DocumentKey, isBackward: Bool) async -> [Action] {
    do throws(DocumentError) {
      let found = try await documents.difference(from: row, in: key, direction: isBackward ? .backward : .forward)
      guard let found else {
        return [.message(.note(isBackward ? "This is the first difference" : "This is the last difference"))]
      }
      return [.located(key, row: found, byteInRow: 0, marked: nil)]
    } catch {
      return [.message(.problem(error.message))]
    }
  }

  private static func recording(of bytes: [UInt8], as id: ExchangeID) throws(DocumentError) -> ExchangeRecording {
    let now = Timestamp.now()
    var recording = Recording(SpoolConfiguration())
    do throws(RecordingError) {
      try recording.append(.sent, bytes, at: now)
    } catch {
      throw .recording(error)
    }
    let index = MessageIndex(.request, of: bytes)
    func text(_ part: MessagePart) -> String {
      index?.range(of: part).map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
    }
    var summary = ExchangeSummary(
      id: id, timings: Timings(started: now), requestMethod: text(.method), requestTarget: text(.target))
    summary.outcome = .complete
    return ExchangeRecording(
      summary: summary, plain: recording.snapshot, wire: nil, sentRange: 0..<bytes.count, receivedRange: 0..<0,
      request: index, responses: [], connectionBegan: now)
  }
}
