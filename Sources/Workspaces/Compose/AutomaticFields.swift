import ContentCodings
import HTTP2

/// Decides which fields Barewire adds to a request by itself, before and after those of the form.
struct AutomaticFields {
  /// Host, which RFC 9110 section 7.2 wants first.
  private(set) var first: [AutomaticField] = []
  private(set) var last: [AutomaticField] = []
  /// Whether the form asks for chunked, so that the content goes out in chunks and without Content-Length.
  let isChunked: Bool

  var all: [AutomaticField] { first + last }

  init(
    method: String, authority: String, fields: [(name: String, value: String)], content: RequestContent,
    authorization: String?, version: RequestOptions.HTTPVersion, userAgent: String, dropped: Set<String>,
    isSecure: Bool = false
  ) {
    let names = Set(fields.map { $0.name.lowercased() })
    func field(_ name: String, _ value: String) -> AutomaticField {
      let key = name.lowercased()
      return AutomaticField(name, value, isDropped: dropped.contains(key), isOverridden: names.contains(key))
    }
    let codings = fields.last { $0.name.lowercased() == "transfer-encoding" }?.value.lowercased()
    // The length of a file that is to be coded is not known yet.
    let needsChunks = content.isCodedFile && codings == nil && !names.contains("content-length")
    isChunked = needsChunks || codings?.split(separator: ",").last.map(Self.trimmed) == "chunked"

    first = [field("Host", authority)]
    last = [
      field("User-Agent", userAgent), field("Accept", "*/*"), field("Accept-Encoding", "gzip, deflate, br, zstd"),
    ]
    if let type = content.type { last.append(field("Content-Type", type)) }
    if content.coding != .identity { last.append(field("Content-Encoding", content.coding.rawValue)) }
    // RFC 9110 section 8.6: a method that anticipates content says that there is none; never beside Transfer-Encoding.
    let anticipatesContent = ["POST", "PUT", "PATCH"].contains(method)
    if needsChunks {
      last.append(field("Transfer-Encoding", "chunked"))
    } else if codings == nil, content.type != nil || anticipatesContent {
      last.append(field("Content-Length", String(content.length)))
    }
    if let authorization { last.append(field("Authorization", authorization)) }
    // With content a server would have to take all of it before it could answer: most do not go on then.
    if version == .http2Upgrade, !isSecure, content.length == 0, !content.isCodedFile {
      let settings = HTTP2Configuration.client.settings.changes()
      last += [
        field("Connection", "Upgrade, HTTP2-Settings"), field("Upgrade", "h2c"),
        field("HTTP2-Settings", String(decoding: HTTP2SettingsField.value(of: settings), as: UTF8.self)),
      ]
    }
    if version == .http10 { last.append(field("Connection", "keep-alive")) }
  }

  private static func trimmed(_ coding: Substring) -> String {
    String(decoding: coding.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }, as: UTF8.self)
  }
}
