import HTTP2
import Testing

@Suite struct HostileBytesTests {
  /// Reads bytes as every reader that there is, and looks at all that came of it.
  private func read(_ bytes: [UInt8], _ machine: HTTP2Machine, _ dice: inout Dice) {
    var machine = machine
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + 1 + dice.below(400))
      machine.receive(Array(bytes[start..<end]))
      start = end
      for event in machine.takeEvents() { look(at: event, bytes.count + machine.reader.offset, &machine, &dice) }
      #expect(machine.reader.keptCount <= 16_384 + machine.configuration.limits.headerBlockLength)
    }
  }

  private func look(at event: HTTP2Event, _ count: Int, _ machine: inout HTTP2Machine, _ dice: inout Dice) {
    switch event {
    case .frame(let frame):
      let parts = frame.parts
      #expect(parts.first?.range.lowerBound == frame.header.offset && parts.last?.range.upperBound == frame.header.end)
    case .headerBlock(let block):
      #expect(block.range.lowerBound >= 0 && block.range.upperBound <= count)
      for field in block.fields { #expect(block.range.contains(field.range.lowerBound)) }
      _ = HTTP1Text(block.fields.map(\.field), as: .request)
    case .diagnostic(let diagnostic):
      #expect(diagnostic.range.lowerBound >= 0 && diagnostic.range.upperBound <= count)
    case .content(let stream, let range):
      machine.consumed(stream, dice.below(range.count + 1))
    case .head(let stream, _, _, _):
      if dice.below(2) == 0 { machine.sendHead(okResponse, on: stream, endStream: dice.below(2) == 0) }
      if dice.below(4) == 0 { machine.reset(stream) }
    default: break
    }
  }

  private func machine(_ role: HTTP2Role) -> HTTP2Machine {
    var machine = HTTP2Machine.open(role)
    for _ in 0..<(role == .client ? 4 : 0) { _ = try? machine.openStream(getRequest, endStream: true) }
    return machine
  }

  @Test("random bytes never do harm", arguments: 1...60)
  func random(seed: Int) {
    var dice = Dice(seed)
    for role in HTTP2Role.allCases {
      read(dice.bytes(dice.below(2_000)), machine(role), &dice)
      // Frames with random payloads get further.
      var writer = FrameWriter()
      for _ in 0..<40 {
        writer.frame(
          FrameKind(rawValue: UInt8(dice.below(18))), flags: FrameFlags(rawValue: UInt8(dice.below(256))),
          stream: StreamID(UInt32(dice.below(9))), payload: dice.bytes(dice.below(40)))
      }
      read(writer.bytes, machine(role), &dice)
    }
  }

  @Test("mutations of a good conversation never do harm", arguments: 1...60)
  func mutated(seed: Int) {
    var dice = Dice(seed)
    var bytes = FrameReaderTests.bytes
    for violation in ViolationTests.all where dice.below(12) == 0 { bytes += wire(violation.write).prefix(3_000) }
    for _ in 0..<20 {
      var mutated = bytes
      for _ in 0...dice.below(8) {
        let index = dice.below(mutated.count)
        switch dice.below(3) {
        case 0: mutated[index] = UInt8(truncatingIfNeeded: dice.next())
        case 1: mutated.insert(UInt8(truncatingIfNeeded: dice.next()), at: index)
        default: mutated.remove(at: index)
        }
      }
      for role in HTTP2Role.allCases { read(mutated, machine(role), &dice) }
    }
  }

  @Test("header blocks of random bytes never do harm, and stay inside of the limits", arguments: 1...40)
  func blocks(seed: Int) {
    var dice = Dice(seed)
    for _ in 0..<200 {
      var decoder = HPACKDecoder()
      for _ in 0..<5 {
        var block = HPACKDecoder.Block()
        try? decoder.decode(dice.bytes(dice.below(120)), sizeLimit: 500, countLimit: 5, into: &block)
        #expect(block.fields.count <= 5 && block.fields.reduce(0) { $0 + $1.field.size } <= 500)
        #expect(decoder.tableSize <= 4096 && block.tableSizeUpdates.count <= 8)
      }
    }
  }

  @Test("a small number of ordinary control frames in each second goes on for ever")
  func patience() {
    var client = HTTP2Machine.open(.client)
    for second in 0..<200 {
      client.receive(now: UInt64(second) * 1_000_000_000) { writer in
        for _ in 0..<100 { writer.ping([UInt8](repeating: 1, count: 8)) }
      }
      _ = client.takeOutput()
      _ = client.takeEvents()
    }
    #expect(client.failure == nil)
  }
}
