/// Sparse checkpoints of one direction of a connection, from which a view reads its frames again.
///
/// At most `capacity` readers are kept however long the connection is: when they are full every second one goes, and
/// the next ones lie twice as far apart. Copies share the HPACK table as long as it does not change.
package struct FrameIndex: Sendable {
  /// Checkpoints that are kept.
  package let capacity: Int
  /// Frames between two checkpoints.
  package private(set) var stride: Int
  package private(set) var checkpoints: [DirectionReader]

  /// - Parameters:
  ///   - start: The reader before the first byte.
  ///   - capacity: Checkpoints that are kept, at least 2.
  ///   - stride: Frames between two checkpoints at first.
  package init(start: DirectionReader, capacity: Int = 256, stride: Int = 16) {
    precondition(capacity >= 2 && stride >= 1, "an index needs room")
    self.capacity = capacity
    self.stride = stride
    checkpoints = [start]
  }

  /// Tells how far reading has come; call it after each read.
  ///
  /// A reader in the middle of a frame that it keeps is no good place to begin.
  package mutating func advance(to reader: DirectionReader) {
    guard let last = checkpoints.last, reader.frameCount - last.frameCount >= stride, reader.keptCount < 256 else {
      return
    }
    if checkpoints.count == capacity {
      checkpoints = checkpoints.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      stride *= 2
      return advance(to: reader)
    }
    checkpoints.append(reader)
  }

  /// The last checkpoint before a frame, counted from 0, begins.
  package func checkpoint(beforeFrame frame: Int) -> DirectionReader {
    checkpoints.last { $0.frameCount <= frame && $0.current == nil || $0.frameCount < frame } ?? checkpoints[0]
  }

  /// The last checkpoint at or before an offset in the stream of bytes.
  package func checkpoint(beforeOffset offset: Int) -> DirectionReader {
    checkpoints.last { $0.offset <= offset } ?? checkpoints[0]
  }
}
