import Glibc

/// A character encoding of older times, as the WHATWG Encoding Standard names it and the C library reads it (iconv(3)).
///
/// In all of them the bytes of ASCII are ASCII where a character begins; those behind the first byte of a character may
/// look like ASCII too.
struct LegacyCharset: Sendable, Hashable {
  /// The C library's name.
  private let name: String
  private let form: Form

  private enum Form: Sendable {
    case octets, pairs, shiftJIS, eucJP
  }

  /// The encoding of a label, in small letters; nil where there is none here.
  init?(label: String) {
    guard let (name, form) = Self.known[label] else { return nil }
    (self.name, self.form) = (name, form)
  }

  /// How many bytes of a character follow a byte that begins one.
  func trailing(_ first: UInt8) -> Int {
    switch (form, first) {
    case (.octets, _), (_, 0...0x80), (_, 0xFF): 0
    case (.shiftJIS, 0xA0...0xDF): 0
    case (.eucJP, 0x8F): 2
    case (.eucJP, 0x81...0x8D), (.eucJP, 0x90...0xA0): 0
    case (.pairs, _), (.shiftJIS, _), (.eucJP, _): 1
    }
  }

  /// The text of bytes; what is none becomes U+FFFD.
  func decode(_ bytes: some Collection<UInt8>) -> String {
    convert(Array(bytes), from: name, to: "UTF-8") { output, rest in
      output += "\u{FFFD}".utf8
      return min(rest.count, 1)
    }.map { String(decoding: $0, as: UTF8.self) } ?? String(repeating: "\u{FFFD}", count: bytes.count)
  }

  /// The bytes of a text; nil where there are none for one of its characters.
  func encode(_ text: String) -> [UInt8]? {
    var isWhole = true
    let bytes = convert(Array(text.utf8), from: "UTF-8", to: name) { _, rest in
      isWhole = false
      return rest.count
    }
    return isWhole ? bytes : nil
  }

  /// Converts as far as that goes, passing over as many bytes as `skip` says of the rest where it does not.
  private func convert(
    _ bytes: [UInt8], from source: String, to target: String,
    skip: (inout [UInt8], ArraySlice<UInt8>) -> Int
  ) -> [UInt8]? {
    guard let converter = iconv_open(target, source), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes
    var output: [UInt8] = []
    var index = 0
    while index < input.count {
      // No character of these takes more than four bytes, and a few stand for two.
      var room = [CChar](repeating: 0, count: 4 * (input.count - index) + 16)
      var (inputLeft, outputLeft) = (input.count - index, room.count)
      let converted = input.withUnsafeMutableBytes { input in
        room.withUnsafeMutableBufferPointer { room in
          var from = input.baseAddress?.advanced(by: index).assumingMemoryBound(to: CChar.self)
          var into = room.baseAddress
          let result = iconv(converter, &from, &inputLeft, &into, &outputLeft)
          if result >= 0 { _ = iconv(converter, nil, nil, &into, &outputLeft) }
          return result
        }
      }
      output += room[..<(room.count - outputLeft)].lazy.map { UInt8(bitPattern: $0) }
      index = input.count - inputLeft
      if converted >= 0 { break }
      index += max(1, skip(&output, input[index...]))
    }
    return output
  }

  /// Of the standard's labels those that are met (https://encoding.spec.whatwg.org/#names-and-labels), with its reading
  /// of them: what is called Shift_JIS is Windows' code page 932, GB2312 is GB18030.
  private static let known: [String: (name: String, form: Form)] = {
    var known: [String: (name: String, form: Form)] = [
      "ibm866": ("IBM866", .octets), "cp866": ("IBM866", .octets), "koi8-r": ("KOI8-R", .octets),
      "koi8-u": ("KOI8-U", .octets), "macintosh": ("MACINTOSH", .octets), "iso-8859-8-i": ("ISO-8859-8", .octets),
      "tis-620": ("CP874", .octets), "latin2": ("ISO-8859-2", .octets), "latin9": ("ISO-8859-15", .octets),
      "iso-8859-9": ("CP1254", .octets), "latin5": ("CP1254", .octets),
      "iso-8859-11": ("CP874", .octets), "big5": ("BIG5-HKSCS", .pairs), "big5-hkscs": ("BIG5-HKSCS", .pairs),
      "gb2312": ("GB18030", .pairs), "gbk": ("GB18030", .pairs), "gb18030": ("GB18030", .pairs),
      "euc-kr": ("CP949", .pairs), "ks_c_5601-1987": ("CP949", .pairs), "windows-949": ("CP949", .pairs),
      "euc-jp": ("EUC-JP-MS", .eucJP), "x-euc-jp": ("EUC-JP-MS", .eucJP),
    ]
    for label in ["shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji", "cp932"] {
      known[label] = ("CP932", .shiftJIS)
    }
    for number in [2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16] {
      known["iso-8859-\(number)"] = ("ISO-8859-\(number)", .octets)
    }
    for number in [874, 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258] {
      known["windows-\(number)"] = ("CP\(number)", .octets)
      known["cp\(number)"] = ("CP\(number)", .octets)
    }
    return known
  }()
}
