import TerminalText

/// Turns the bytes that a terminal sends, cut anywhere, into keys, pastes and the rest.
///
/// It knows the sequences of xterm and its kin (ECMA-48 control sequences, SS3 keys, SGR and X10 mouse reports, bracketed
/// paste, focus), those of rxvt and the Linux console, and whatever strings terminfo gives for keys. What it does not
/// know, and the terminal's answers to questions, it swallows whole: nothing of them is ever typed.
///
/// Esc begins most sequences and is a key too. While `isWaiting`, the caller runs a timer of about 25 ms and calls
/// `timeout()` when no byte came.
package struct InputDecoder: Sendable {
  private enum State: Sendable, Equatable {
    case ground, escape, control, singleShift, mouse, string, stringEscape, paste
  }

  /// A control sequence longer than this is swallowed without being kept.
  private static let sequenceLimit = 64
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  private let terminfoKeys: [[UInt8]: KeyPress]
  private var state = State.ground
  /// Esc came before the sequence's own Esc, or before a character.
  private var hasAlt = false
  /// The bytes of the sequence so far, its Esc included.
  private var sequence: [UInt8] = []
  private var utf8 = UTF8Decoder()
  private var pasted: [UInt8] = []
  /// How much of `pasteEnd` the paste's last bytes are.
  private var pasteEndMatch = 0

  /// Makes a decoder; `terminfoKeys` are the strings that this terminal's description gives for its keys.
  package init(terminfoKeys: [[UInt8]: KeyPress] = [:]) {
    self.terminfoKeys = terminfoKeys
  }

  /// True when a sequence has begun that may also be a key by itself: Esc, or Alt with a key.
  package var isWaiting: Bool {
    switch state {
    case .escape: true
    case .control, .singleShift, .string: sequence.count == 2
    case .ground, .mouse, .stringEscape, .paste: false
    }
  }

  /// Takes bytes as they came and gives the events that they complete.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    let bytes = Array(bytes)
    var events: [InputEvent] = []
    var index = 0
    while index < bytes.count {
      if state == .paste, pasteEndMatch == 0 {
        let end = bytes[index...].firstIndex(of: 0x1B) ?? bytes.count
        pasted.append(contentsOf: bytes[index..<end])
        index = end
        if index == bytes.count { break }
      }
      take(bytes[index], &events)
      index += 1
    }
    return events
  }

  private mutating func take(_ byte: UInt8, _ events: inout [InputEvent]) {
    switch state {
    case .paste: takePasted(byte, &events)
    case .ground: takeGround(byte, &events)
    case .escape: takeEscape(byte, &events)
    case .control: takeControl(byte, &events)
    case .singleShift: takeSingleShift(byte, &events)
    case .mouse: takeMouse(byte, &events)
    case .string, .stringEscape: takeString(byte, &events)
    }
  }

  /// Ends the wait: what has begun was a key by itself, unless more of it has come.
  package mutating func timeout() -> [InputEvent] {
    guard isWaiting else { return [] }
    var events: [InputEvent] = []
    if state == .escape {
      if hasAlt { events.append(.key(KeyPress(.escape))) }
      events.append(.key(KeyPress(.escape)))
    } else if let last = sequence.last {
      events.append(.key(KeyPress(.character(Unicode.Scalar(last)), .alt)))
    }
    end()
    return events
  }

  private mutating func end() {
    state = .ground
    hasAlt = false
    sequence.removeAll(keepingCapacity: true)
  }

  private mutating func emit(_ key: KeyPress, _ events: inout [InputEvent]) {
    events.append(.key(hasAlt ? KeyPress(key.key, key.modifiers.union(.alt)) : key))
    end()
  }

  private mutating func takeGround(_ byte: UInt8, _ events: inout [InputEvent]) {
    if byte == 0x1B {
      utf8.finish { events.append(.key(KeyPress(.character($0)))) }
      state = .escape
      hasAlt = false
      sequence = [byte]
      return
    }
    let alt = hasAlt
    utf8.decode(byte) { scalar in
      let key = scalar.isASCII ? nil : KeyPress(.character(scalar), alt ? .alt : [])
      if let key = key ?? terminfoKeys[[byte]] ?? Self.key(of: byte) {
        events.append(.key(alt ? KeyPress(key.key, key.modifiers.union(.alt)) : key))
      }
    }
    if !utf8.isWaiting { hasAlt = false }
  }

  private mutating func takeEscape(_ byte: UInt8, _ events: inout [InputEvent]) {
    sequence.append(byte)
    if let key = terminfoKeys[sequence] { return emit(key, &events) }
    switch byte {
    case 0x1B:
      if hasAlt { events.append(.key(KeyPress(.escape))) }
      hasAlt = true
      sequence = [byte]
    case UInt8(ascii: "["): state = .control
    case UInt8(ascii: "O"): state = .singleShift
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): state = .string
    default:
      // A second Esc before a character was an Esc of its own.
      if hasAlt { events.append(.key(KeyPress(.escape))) }
      end()
      hasAlt = true
      takeGround(byte, &events)
    }
  }

  private mutating func takeControl(_ byte: UInt8, _ events: inout [InputEvent]) {
    guard (0x20...0x7E).contains(byte) else { return giveUp(before: byte, &events) }
    if sequence.count < Self.sequenceLimit { sequence.append(byte) }
    if let key = terminfoKeys[sequence] { return emit(key, &events) }
    if byte == UInt8(ascii: "$"), let key = ControlSequence(sequence.dropFirst(2)).rxvtKey { return emit(key, &events) }
    guard byte >= 0x40 else { return }
    // The Linux console's function keys: Esc [ [ A.
    if byte == UInt8(ascii: "["), sequence.count == 3 { return }
    if byte == UInt8(ascii: "M"), sequence.count == 3 {
      state = .mouse
      return
    }
    finishControl(&events)
  }

  private mutating func finishControl(_ events: inout [InputEvent]) {
    guard sequence.count < Self.sequenceLimit else { return end() }
    switch ControlSequence(sequence.dropFirst(2)).meaning {
    case .key(let key): emit(key, &events)
    case .pasteBegins:
      end()
      state = .paste
    case .mouse(let mouse):
      events.append(.mouse(mouse))
      end()
    case .focus(let isFocused):
      events.append(.focus(isFocused))
      end()
    case .report(let report):
      events.append(.report(report))
      end()
    case .nothing: end()
    }
  }

  private mutating func takeSingleShift(_ byte: UInt8, _ events: inout [InputEvent]) {
    guard (0x20...0x7E).contains(byte) else { return giveUp(before: byte, &events) }
    if sequence.count < Self.sequenceLimit { sequence.append(byte) }
    if let key = terminfoKeys[sequence] { return emit(key, &events) }
    if byte < 0x40, byte != UInt8(ascii: " ") { return }
    if let key = ControlSequence(sequence.dropFirst(2)).singleShiftKey { emit(key, &events) } else { end() }
  }

  private mutating func takeMouse(_ byte: UInt8, _ events: inout [InputEvent]) {
    sequence.append(byte)
    guard sequence.count == 6 else { return }
    if let mouse = MouseReport(x10: sequence[3], sequence[4], sequence[5]).event { events.append(.mouse(mouse)) }
    end()
  }

  /// Takes a string up to BEL, or Esc \; another control character ends it too, so that no key is lost for ever.
  private mutating func takeString(_ byte: UInt8, _ events: inout [InputEvent]) {
    if state == .stringEscape {
      if byte == UInt8(ascii: "\\") { return finishString(&events) }
      end()
      takeGround(0x1B, &events)
      return takeEscape(byte, &events)
    }
    switch byte {
    case 0x07,
      0x9C where sequence.count > 2:
      end()
    case 0x1B: state = .stringEscape
    case 0x00..<0x20: giveUp(before: byte, &events)
    default: if sequence.count < Self.sequenceLimit { sequence.append(byte) }
    }
  }

  /// Of strings only the answers of kitty's graphics protocol mean something; a title or a colour was not asked for.
  private mutating func finishString(_ events: inout [InputEvent]) {
    if sequence[1] == UInt8(ascii: "_"), sequence.count < Self.sequenceLimit,
      let report = TerminalReport(applicationCommand: sequence.dropFirst(2))
    {
      events.append(.report(report))
    }
    end()
  }

  /// Takes a byte of a paste; the paste's end is told apart from its bytes by the whole of `pasteEnd`.
  private mutating func takePasted(_ byte: UInt8, _ events: inout [InputEvent]) {
    if byte == Self.pasteEnd[pasteEndMatch] {
      pasteEndMatch += 1
      guard pasteEndMatch == Self.pasteEnd.count else { return }
      events.append(.paste(pasted))
      pasted = []
      pasteEndMatch = 0
      return end()
    }
    if pasteEndMatch > 0 {
      pasted.append(contentsOf: Self.pasteEnd[..<pasteEndMatch])
      pasteEndMatch = 0
      // Esc is only the first byte of the end, so that nothing but a fresh start can match.
      if byte == 0x1B {
        pasteEndMatch = 1
        return
      }
    }
    pasted.append(byte)
  }

  /// Swallows a sequence that was broken off by a byte which cannot be in it, and takes that byte by itself.
  private mutating func giveUp(before byte: UInt8, _ events: inout [InputEvent]) {
    end()
    takeGround(byte, &events)
  }

  /// The key of one ASCII byte.
  private static func key(of byte: UInt8) -> KeyPress? {
    switch byte {
    case 0x00: KeyPress(.character(" "), .control)
    case 0x09: KeyPress(.tab)
    case 0x0D: KeyPress(.enter)
    case 0x01...0x1A: KeyPress(.character(Unicode.Scalar(byte + 0x60)), .control)
    case 0x1C...0x1F: KeyPress(.character(Unicode.Scalar(byte + 0x40)), .control)
    case 0x7F: KeyPress(.backspace)
    default: KeyPress(.character(Unicode.Scalar(byte)))
    }
  }
}
