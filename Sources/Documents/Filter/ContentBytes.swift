import JSONPath
import Recordings
import Synchronization

/// Content for queries, which read it anywhere; knows how far that has come.
final class ContentBytes: JSONBytes {
  private let source: ContentSource
  private let reached = Atomic(0)

  init(_ source: ContentSource) {
    self.source = source
  }

  var count: Int { source.count }

  /// How much has been read once, 0 to 1.
  var fraction: Double {
    count == 0 ? 1 : Double(reached.load(ordering: .relaxed)) / Double(count)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(JSONPathFailure) {
    var filled = 0
    do throws(RecordingError) {
      try source.forEachPiece(in: offset..<offset + buffer.count) { _, bytes in
        UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyMemory(from: bytes)
        filled += bytes.count
        return true
      }
    } catch {
      throw .unreadable(error.message)
    }
    guard filled == buffer.count else { throw .unreadable("The recording ends before its content does.") }
    reached.max(offset + filled, ordering: .relaxed)
  }
}
