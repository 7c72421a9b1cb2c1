import Exchanges
import HTTPMessages

/// The few texts of a head that Barewire itself needs: for the summary, and for 100 (Continue).
///
/// All of it comes from the network (or from a draft): at most `valueLimit` bytes of each value, and not filtered.
struct HeadFacts: Sendable, Equatable {
  /// Longer values are cut: they are for a line on the screen.
  static let valueLimit = 4096
  /// What stands behind so many bytes of a head is not looked at: heads of hundreds of megabytes are not read whole.
  static let headLimit = 1 << 20
  /// Challenges that are kept.
  static let challengeLimit = 8

  /// Of a request.
  var target: String?
  /// Of a response.
  var statusCode: Int?
  var reason: String?
  var version: String?
  var contentType: String?
  var contentEncoding: String?
  var location: String?
  /// The `Alt-Svc` field: where else, and in which versions of HTTP, the server answers (RFC 7838).
  var alternativeServices: String?
  /// The values of the WWW-Authenticate fields, the first of them.
  var challenges: [String] = []
  /// The Upgrade field: the protocols that the connection may, or does, go on in (RFC 9110 §7.8).
  var upgrade: String?
  /// Of a request: its content may wait for 100 (Continue) (RFC 9110 §10.1.1).
  var expectsContinue = false

  init() {}

  /// Reads the parts of `index` out of the bytes of its head.
  ///
  /// - Parameters:
  ///   - index: A message whose start line, at least, was read.
  ///   - bytes: The message from its first byte on; parts beyond them are empty.
  ///
  /// Complexity: linear in the length of the head; no text is made of fields that nobody needs here.
  init(of index: MessageIndex, in bytes: UnsafeRawBufferPointer) {
    let head = HeadBytes(bytes: bytes, start: index.start)
    target = index.range(of: .target).map { head.text($0) }
    statusCode = index.range(of: .statusCode).flatMap { head.number($0) }
    reason = index.range(of: .reason).map { head.text($0) }
    version = index.range(of: .version).map { head.text($0) }
    for field in index.fields where !field.isTrailer {
      switch field.name.count {
      case 6 where head.isName(field.name, "expect"):
        if head.options(field.value).contains("100-continue") { expectsContinue = true }
      case 7 where head.isName(field.name, "upgrade"):
        upgrade = upgrade ?? head.text(field.value)
      case 7 where head.isName(field.name, "alt-svc"):
        let services = head.text(field.value)
        alternativeServices = alternativeServices.map { "\($0), \(services)" } ?? services
      case 8 where head.isName(field.name, "location"):
        location = location ?? head.text(field.value)
      case 12 where head.isName(field.name, "content-type"):
        contentType = contentType ?? head.text(field.value)
      case 16 where head.isName(field.name, "content-encoding"):
        let coding = head.text(field.value)
        contentEncoding = contentEncoding.map { "\($0), \(coding)" } ?? coding
      case 16 where challenges.count < Self.challengeLimit && head.isName(field.name, "www-authenticate"):
        challenges.append(head.text(field.value))
      default:
        break
      }
    }
  }

  private struct HeadBytes {
    let bytes: UnsafeRawBufferPointer
    let start: Int

    private func slice(_ range: Range<Int>) -> Slice<UnsafeRawBufferPointer> {
      let lower = min(max(0, range.lowerBound - start), bytes.count)
      return bytes[lower..<min(max(lower, range.upperBound - start), bytes.count)]
    }

    func text(_ range: Range<Int>) -> String {
      let slice = slice(range).prefix(HeadFacts.valueLimit)
      // What is not UTF-8 is Latin-1, as field values were once defined (RFC 9110 §5.5).
      return String(validating: slice, as: UTF8.self)
        ?? String(String.UnicodeScalarView(slice.map { Unicode.Scalar($0) }))
    }

    func number(_ range: Range<Int>) -> Int? {
      let digits = slice(range)
      guard (1...9).contains(digits.count) else { return nil }
      var value = 0
      for byte in digits {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }

    func isName(_ range: Range<Int>, _ lowercased: StaticString) -> Bool {
      let name = slice(range)
      return lowercased.withUTF8Buffer { expected in
        name.count == expected.count && zip(name, expected).allSatisfy { $0 | 0x20 == $1 || $0 == $1 }
      }
    }

    func options(_ range: Range<Int>) -> [String] {
      slice(range).prefix(HeadFacts.valueLimit).split(separator: UInt8(ascii: ",")).map { option in
        let trimmed = option.drop { $0 == 0x20 || $0 == 0x09 }.reversed().drop { $0 == 0x20 || $0 == 0x09 }.reversed()
        return String(decoding: trimmed.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
      }
    }
  }
}
