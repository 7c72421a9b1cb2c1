import TestSupport
import Testing

@testable import TextRopes

@Suite struct TextRopeTests {
  static func text(_ count: Int, from words: [String], _ random: inout SplitMix) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count { bytes += Array((words.randomElement(using: &random) ?? "").utf8) }
    return bytes
  }

  static let alphabets: [[String]] = [
    ["word", " ", "two words", "\n"],
    ["a line of some length, as texts have them\n", "\r\n", "e\u{301}", "漢字"],
    ["漢", "字", "👩‍👧", "e\u{301}"],
    ["x"],
  ]

  /// What must hold of every tree.
  static func check(_ rope: TextRope) {
    var leaves: [TextLeaf] = []
    func walk(_ node: TextNode) {
      switch node {
      case .leaf(let leaf): leaves.append(leaf)
      case .branch(let branch):
        #expect(branch.children.count <= TextNode.mostChildren && branch.children.count > 1)
        #expect(branch.children.allSatisfy { $0.height == branch.height - 1 })
        #expect(branch.count == branch.children.reduce(0) { $0 + $1.count })
        #expect(branch.breaks == branch.children.reduce(0) { $0 + $1.breaks })
        for child in branch.children { walk(child) }
      }
    }
    walk(rope.root)
    #expect(leaves.allSatisfy { $0.bytes.count <= TextRope.leafMaximum })
    #expect(leaves.dropLast().allSatisfy { $0.bytes.count >= TextRope.leafMinimum })
    #expect(leaves.count == 1 || leaves.last?.bytes.isEmpty == false)
    #expect(leaves.allSatisfy { $0.lineFeeds == TextLeaf.lineFeeds(in: $0.bytes[...]) })
  }

  /// The lines as the bytes make them, where none is so long that it is divided.
  static func lineStarts(_ bytes: [UInt8]) -> [Int] {
    [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  @Test("edits at random keep what an array keeps, in a tree that is in order", arguments: 0..<12)
  func randomEdits(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let words = Self.alphabets[seed % Self.alphabets.count]
    var flat = Self.text(Int.random(in: 0..<200_000, using: &random), from: words, &random)
    var rope = TextRope(flat)
    var older: [(rope: TextRope, flat: [UInt8])] = []
    for step in 0..<40 {
      let start = Int.random(in: 0...flat.count, using: &random)
      let longest = step % 3 == 0 ? 60_000 : 40
      let end = min(flat.count, start + Int.random(in: 0...longest, using: &random))
      let new: [UInt8]
      var piece: TextRope
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        // A part of the text itself, whose leaves are shared.
        let from = Int.random(in: 0...flat.count, using: &random)
        let to = min(flat.count, from + Int.random(in: 0...80_000, using: &random))
        new = Array(flat[from..<to])
        piece = rope[from..<to]
        Self.check(piece)
      case 1:
        new = []
        piece = TextRope()
      default:
        new = Self.text(Int.random(in: 0...(step % 5 == 0 ? 50_000 : 12), using: &random), from: words, &random)
        piece = TextRope(new)
      }
      flat.replaceSubrange(start..<end, with: new)
      rope.replace(start..<end, with: piece)
      Self.check(rope)
      #expect(rope.count == flat.count)
      if step % 10 == 0 { older.append((rope, flat)) }
    }
    #expect(rope.bytes == flat)
    #expect(rope == TextRope(flat))
    // Copies have kept what they were.
    for (rope, flat) in older { #expect(rope.bytes == flat) }
  }

  @Test("lines are found as an array of line starts finds them", arguments: 0..<2)
  func lines(alphabet: Int) {
    var random = SplitMix(seed: 7)
    let bytes = Self.text(120_000, from: Self.alphabets[alphabet], &random)
    let rope = TextRope(bytes)
    let starts = Self.lineStarts(bytes)
    #expect(rope.lineCount == starts.count)
    for (line, start) in starts.enumerated() {
      #expect(rope.start(ofLine: line) == start)
      #expect(rope.line(at: start) == line)
      if start > 0 { #expect(rope.line(at: start - 1) == line - 1) }
    }
    #expect(rope.line(at: rope.count) == starts.count - 1)
  }

  @Test("a long line is divided between characters, a line shorter than a leaf never", arguments: 0..<4)
  func longLines(alphabet: Int) {
    var random = SplitMix(seed: 3)
    let words = Self.alphabets[alphabet].filter { !$0.contains("\n") && !$0.contains("\r\n") }
    let long = Self.text(500_000, from: words, &random)
    let text = Array("short\n".utf8) + long + Array("\nend".utf8)
    var rope = TextRope(text)
    for _ in 0..<200 { rope.replace(250_000..<250_000, with: TextRope(words.joined())) }
    #expect(rope.lineCount > 20)
    var reader = TextReader(rope)
    var boundaries: Set<Int> = [0]
    var position = 0
    while position < rope.count {
      position = reader.boundary(after: position)
      boundaries.insert(position)
    }
    let starts = (0..<rope.lineCount).map { rope.start(ofLine: $0) }
    #expect(starts == starts.sorted() && Set(starts).count == starts.count)
    #expect(starts.count { !boundaries.contains($0) } <= (alphabet == 2 ? 2 : 0))
    #expect(zip(starts, starts.dropFirst()).allSatisfy { $1 - $0 <= 2 * TextRope.leafMaximum })
    let short = TextRope(Array(repeating: 0x61, count: TextRope.leafMinimum - 1) + [0x0A] + long)
    #expect(short.start(ofLine: 1) == TextRope.leafMinimum)
  }

  @Test("texts are equal when their bytes are, however they came about")
  func equality() {
    let bytes = Array(String(repeating: "0123456789\n", count: 20_000).utf8)
    var rope = TextRope(bytes)
    let before = rope
    rope.replace(100..<110, with: "abcdefghij")
    #expect(rope != before)
    rope.replace(100..<110, with: TextRope(Array(bytes[100..<110])))
    #expect(rope == before)
    #expect(rope.hashValue == before.hashValue)
    var assembled = TextRope()
    for piece in stride(from: 0, to: bytes.count, by: 997) {
      assembled.append(TextRope(Array(bytes[piece..<min(bytes.count, piece + 997)])))
    }
    #expect(assembled == before)
    #expect(TextRope("") == TextRope())
    #expect("é漢" as TextRope == TextRope([0xC3, 0xA9, 0xE6, 0xBC, 0xA2]))
  }
}
