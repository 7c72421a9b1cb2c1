import JSONText
import Testing

/// Tokens as short text: kind, bytes, depth.
private func tokens(
  _ text: [UInt8], cuts: [Int] = [], _ configuration: JSONTokenizer.Configuration = .strict
) throws(JSONError) -> [String] {
  var tokenizer = JSONTokenizer(configuration)
  var found: [String] = []
  func note(_ token: JSONToken) {
    let escapes = token.hasEscapes ? " escapes" : ""
    found.append("\(token.kind) \(String(decoding: text[token.range], as: UTF8.self)) \(token.depth)\(escapes)")
  }
  var start = 0
  for end in cuts + [text.count] {
    let piece = Array(text[start..<end])
    let failure: JSONError? = piece.withUnsafeBytes { bytes in
      var position = 0
      do throws(JSONError) {
        while let token = try tokenizer.next(bytes, at: &position) { note(token) }
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
    start = end
  }
  while let token = try tokenizer.finish() { note(token) }
  return found
}

struct JSONTokenizerTests {
  @Test("each token has its kind, its bytes and its depth")
  func kinds() throws {
    let text = #" {"a": [1, -2.5e+3, true, false, null], "b\n": {}}"#
    #expect(
      try tokens(Array(text.utf8)) == [
        "objectStart { 0", #"key "a" 1"#, "colon : 1", "arrayStart [ 1", "number 1 2", "comma , 2", "number -2.5e+3 2",
        "comma , 2", "true true 2", "comma , 2", "false false 2", "comma , 2", "null null 2", "arrayEnd ] 1",
        "comma , 1", #"key "b\n" 1 escapes"#, "colon : 1", "objectStart { 1", "objectEnd } 1", "objectEnd } 0",
      ])
  }

  @Test(
    "a text gives the same tokens at every cut and byte by byte",
    arguments: [
      #"{"name":"wîre 𝄞 \uD834\uDD1E \" \\ \/ \b","list":[0,-0,10.25,1E9,1e-9,{"":[[]]}],"yes":true,"no":false,"nil":null}"#,
      "\u{FEFF}  [ \"a long plain string that is longer than two words of eight bytes\" ,\n\t12 ]\n",
      "-0.5e+10", "\"\"", "null",
    ])
  func everyCut(_ text: String) throws {
    let bytes = Array(text.utf8)
    let whole = try tokens(bytes)
    #expect(!whole.isEmpty)
    for cut in 0...bytes.count {
      #expect(try tokens(bytes, cuts: [cut]) == whole, "cut at \(cut)")
    }
    #expect(try tokens(bytes, cuts: Array(0..<bytes.count)) == whole)
  }

  @Test("values follow each other where sequences are accepted, and only there")
  func sequences() throws {
    let text = Array("{\"a\":1}\n2 3\n".utf8)
    #expect(try tokens(text, .lenient).suffix(2) == ["number 2 0", "number 3 0"])
    #expect(throws: JSONError.self) { try tokens(text) }
    #expect(try tokens([], .lenient) == [])
  }

  @Test("text in another encoding is a token where text is not checked")
  func otherEncodings() throws {
    let latin1: [UInt8] = [0x22, 0xE9, 0x22]
    #expect(try tokens(latin1, .lenient).count == 1)
    #expect(throws: JSONError.self) { try tokens(latin1) }
  }

  @Test("a copy of the tokenizer goes on from its offset as the original does")
  func checkpoints() throws {
    let text = Array(#"{"first":[1,2,{"k":"v\u00e9 long enough to be cut"}],"second":[true,3.25]}"#.utf8)
    try text.withUnsafeBytes { bytes in
      var tokenizer = JSONTokenizer()
      var checkpoints = [tokenizer]
      var all: [JSONToken] = []
      var position = 0
      while let token = try tokenizer.next(bytes, at: &position) {
        all.append(token)
        checkpoints.append(tokenizer)
      }
      for (index, checkpoint) in checkpoints.enumerated() {
        var copy = checkpoint
        let rest = UnsafeRawBufferPointer(rebasing: bytes[copy.offset...])
        var again: [JSONToken] = []
        var position = 0
        while let token = try copy.next(rest, at: &position) { again.append(token) }
        #expect(again == Array(all[index...]))
      }
    }
    #expect(MemoryLayout<JSONTokenizer>.size <= 256)
  }

  @Test("a string that is still being read is known as unfinished")
  func unfinished() throws {
    var tokenizer = JSONTokenizer()
    try Array(#"["half a str"#.utf8).withUnsafeBytes { bytes in
      var position = 0
      while try tokenizer.next(bytes, at: &position) != nil {}
    }
    #expect(tokenizer.unfinished == JSONToken(kind: .string, range: 1..<12, depth: 1))
    #expect(!tokenizer.isAtTopLevel)
  }

  @Test("nesting is followed to the limit and refused beyond it")
  func depth() throws {
    var configuration = JSONTokenizer.Configuration()
    configuration.depthLimit = 1024
    let deep = Array(String(repeating: "[{\"a\":", count: 512).utf8) + Array("1".utf8)
    let end = Array(String(repeating: "}]", count: 512).utf8)
    #expect(try tokens(deep + end, configuration).count == 512 * 6 + 1)
    configuration.depthLimit = 1023
    #expect {
      try tokens(deep + end, configuration)
    } throws: { error in
      (error as? JSONError)?.reason == .tooDeep(limit: 1023)
    }
  }
}
