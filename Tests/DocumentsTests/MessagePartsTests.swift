import Exchanges
import HTTPMessages
import Recordings
import TestSupport
import Testing

@testable import Documents

@Suite("The parts of a message, read again")
struct MessagePartsTests {
  private static func runs(_ bytes: [UInt8]) -> [MessageParts.Run] {
    var parser = MessageParser(.response)
    var events = ParseEvents(capacity: 4096)
    var runs: [MessageParts.Run] = []
    func take() {
      for event in events {
        if event.kind == .part {
          if let last = runs.last, last.part == event.part, event.part == .content || event.part == .leftover {
            runs[runs.count - 1].range = last.range.lowerBound..<event.range.upperBound
          } else {
            runs.append(MessageParts.Run(part: event.part, range: event.range))
          }
        } else if event.kind == .field {
          let field = MessageIndex.Field(event)
          runs += event.fieldParts.map { MessageParts.Run(part: $0.part, range: $0.range, field: field) }
        }
      }
      events.removeAll()
    }
    bytes.withUnsafeBytes { bytes in
      var read = 0
      while read < bytes.count {
        read += parser.parse(UnsafeRawBufferPointer(rebasing: bytes[read...]), into: &events)
        take()
      }
    }
    parser.finish(into: &events)
    take()
    return runs
  }

  private static func parts(_ bytes: [UInt8]) throws -> MessageParts {
    var conversation = Conversation()
    try conversation.send()
    try conversation.receive(bytes)
    return MessageParts(receivedOf: conversation.snapshot)
  }

  /// Runs cut to a range.
  private static func cut(_ runs: [MessageParts.Run], to range: Range<Int>) -> [MessageParts.Run] {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].range.upperBound > range.lowerBound { high = middle } else { low = middle + 1 }
    }
    return runs[low...].prefix { $0.range.lowerBound < range.upperBound }.map {
      MessageParts.Run(part: $0.part, range: $0.range.clamped(to: range), field: $0.field)
    }
  }

  @Test("in a long message any range gives what the parser told when it read all of it")
  func long() throws {
    var text = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
    let odd = ["a : b", "folded: 1\r\n  2", "no colon", "empty:", "spaces: \t ", "x:y  ", ": nameless"]
    func lines(_ count: Int) {
      for number in 0..<count { text += number.isMultiple(of: 3) ? odd[number % 7] + "\r\n" : "Field-\(number): v\n" }
    }
    lines(20_000)
    text += "\r\n"
    for number in 0..<20_000 {
      let size = 1 + number % 40
      text += "\(String(size, radix: 16))\(["", ";a=b", " ; c"][number % 3])\r\n"
      text += String(repeating: "d", count: size) + "\r\n"
    }
    text += "0;end\r\n"
    lines(20_000)
    text += "\r\nleft over"
    let bytes = Array(text.utf8)
    let whole = Self.runs(bytes)
    let parts = try Self.parts(bytes)
    #expect(parts.messages[0].fieldCount > MessageIndex.fieldLimit)
    #expect(parts.messages[0].fieldLines.checkpoints.count > 5)
    #expect(parts.messages[0].content.chunkLines.checkpoints.count > 5)
    // Ranges all over the message.
    for step in 0..<400 {
      let start = (bytes.count - 40) * step / 399
      let range = start..<start + 1 + step % 40
      #expect(try parts.runs(in: range) == Self.cut(whole, to: range), "at \(range)")
    }
  }

  private static let texts = [
    "\r\nHTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbodyrest",
    "HTTP/1.1 200 OK\r\nA:\r\n b \r\nTransfer-Encoding: chunked\r\n\r\n5;x\r\nhello\r\n 1\n!\r\n0\r\nT : u\r\n\r\n",
    "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nzz\r\nbroken",
    "HTTP/1.1 200 OK\r\n\r\nuntil close", "HTTP/1.1 101 Now\r\nUpgrade: x\r\n\r\nother", "220 mail.test ESMTP\r\n",
  ]

  @Test("of broken messages each byte has the part that the parser told", arguments: texts)
  func broken(_ text: String) throws {
    var random = SplitMix(seed: 1)
    let odd = Array("\r\n\r\n\t :;,0a\u{0}1HTTP/".utf8)
    for _ in 0..<300 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        let byte = odd[Int.random(in: 0..<odd.count, using: &random)]
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[index] = byte
        case 1: bytes.insert(byte, at: index)
        default: bytes.remove(at: index)
        }
      }
      let runs = try Self.parts(bytes).runs(in: 0..<bytes.count)
      let told = Self.runs(bytes)
      #expect(runs == told, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test(
    "however much of it has come, each byte is in one part, alone as with the others",
    arguments: texts)
  func unfinished(_ text: String) throws {
    let bytes = Array(text.utf8)
    for count in 0...bytes.count {
      let parts = try Self.parts(Array(bytes[..<count]))
      let runs = try parts.runs(in: 0..<count)
      var next = 0
      for run in runs {
        #expect(run.range.lowerBound == next && !run.range.isEmpty)
        next = run.range.upperBound
      }
      #expect(next == count)
      for offset in 0..<count {
        #expect(try parts.runs(in: offset..<offset + 1) == Self.cut(runs, to: offset..<offset + 1))
        #expect(try parts.name(ofByteAt: offset) != nil)
      }
    }
    let runs = try Self.parts(bytes).runs(in: 0..<bytes.count)
    #expect(runs.map(\.part) == Self.runs(bytes).map(\.part))
  }

  @Test("parts of many MiB are found without reading their lines again")
  func longParts() throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 8 << 20)
    let bytes = Array("HTTP/1.1 200 ".utf8) + long + Array("\r\nA: ".utf8) + long + Array("\r\nB: c\r\n\r\n".utf8)
    let parts = try Self.parts(bytes)
    #expect(try parts.name(ofByteAt: 4 << 20) == "reason")
    #expect(try parts.name(ofByteAt: 12 << 20) == "value of A")
    #expect(try parts.name(ofByteAt: bytes.count - 5) == "value of B")
    // One chunk.
    let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n800000\r\n"
    let chunked = try Self.parts(Array(head.utf8) + long + Array("\r\n0\r\n\r\n".utf8))
    #expect(try chunked.name(ofByteAt: 4 << 20) == "content")
    #expect(try chunked.name(ofByteAt: head.utf8.count + long.count + 2) == "chunk size")
    let content = ContentReader(log: chunked.log, index: chunked.messages[0])
    #expect(try content.bytes(in: long.count - 2..<long.count) == [0x78, 0x78])
    #expect(try content.position(ofOffset: 6 << 20) == (6 << 20) - head.utf8.count)
    // One that has only begun.
    let begun = try Self.parts(Array("HTTP/1.1 200 OK\r\nA: ".utf8) + long)
    #expect(try begun.name(ofByteAt: 4 << 20) == "value of A")
    #expect(try begun.name(ofByteAt: 17) == "field name A")
  }
}
