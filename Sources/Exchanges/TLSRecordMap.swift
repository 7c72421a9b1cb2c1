package import Recordings

/// The TLS records of a connection at one moment, by direction.
package struct TLSRecordMap: Sendable {
  /// A handshake message or an alert.
  struct Message: Sendable {
    /// The record that it ended in.
    var record: Int
    var name: String
  }

  /// The records of one direction.
  ///
  /// Reading one costs a system call where it is in the file, finding one about twenty.
  package struct Side: Sendable {
    private let log: ByteLogSnapshot
    private let messages: [Message]

    init(_ log: ByteLogSnapshot, messages: [Message]) {
      self.log = log
      self.messages = messages
    }

    /// How many have passed.
    package var count: Int { log.count / TLSRecordEntry.size }
  }

  package let sent: Side
  package let received: Side

  package subscript(direction: Direction) -> Side { direction == .sent ? sent : received }
}

extension TLSRecordMap.Side {
  /// The record with a number below `count`; `plainEnd` is how many plain bytes there are of its direction.
  package func record(_ number: Int, plainEnd: Int) throws(RecordingError) -> TLSRecordFacts {
    precondition(number >= 0 && number < count, "a record is asked for by a valid number")
    let entries = try entries(in: number..<min(count, number + 2))
    let entry = entries[0]
    var facts = TLSRecordFacts(
      number: number, contentType: .init(rawValue: entry.contentType),
      innerType: entry.innerType == 0 ? nil : .init(rawValue: entry.innerType), version: entry.version,
      wire: entry.wireOffset..<entry.wireEnd, plain: 0..<0,
      messages: messages.filter { $0.record == number }.map(\.name))
    if facts.type == .applicationData {
      let end = entries.count > 1 ? entries[1].plainOffset : plainEnd
      facts.plain = entry.plainOffset..<max(entry.plainOffset, end)
    } else if facts.type == .handshake, facts.messages.isEmpty {
      facts.unfinishedMessage = messages.first { $0.record > number }?.name
    }
    return facts
  }

  /// The number of the first record whose last byte is at or after an offset of the wire; `count` where there is none.
  ///
  /// It is `known` or a later one. Where it is one of the next few, that costs one reading.
  package func firstNumber(endingAfter offset: Int, from known: Int = 0) throws(RecordingError) -> Int {
    let next = min(known, count)..<min(known + 32, count)
    if let index = try entries(in: next).firstIndex(where: { $0.wireEnd > offset }) { return next.lowerBound + index }
    var low = next.upperBound
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if try entries(in: middle..<middle + 1)[0].wireEnd > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func entries(in numbers: Range<Int>) throws(RecordingError) -> [TLSRecordEntry] {
    let size = TLSRecordEntry.size
    return try log.read(numbers.lowerBound * size..<numbers.upperBound * size) { bytes in
      numbers.indices.map { TLSRecordEntry(bytes, at: ($0 - numbers.lowerBound) * size) }
    }
  }
}
