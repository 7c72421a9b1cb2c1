import ContentCodings
import HTTPMessages

/// Turns the bytes of a detached draft back into a form.
///
/// The form means the same request; white space around values and the order of the automatic fields are the form's own.
package enum RawRequestReader {
  /// The form of the bytes; the name, the note, the endpoint and the options come from `request`.
  ///
  /// What of `request` still makes the same bytes is kept as it is typed there: variables, the kind of body, Auth. For that
  /// `composer` must be the one that the request is sent with.
  package static func form(
    from bytes: [UInt8], keeping request: SavedRequest,
    composer: RequestComposer = RequestComposer(scope: VariableScope(), userAgent: "")
  ) throws(RawRequestError) -> SavedRequest {
    let parts = try RawRequestParts(bytes)
    var form = request
    form.raw = nil
    form.droppedAutomaticFields = []
    form.method = try kept(request.method, for: parts.method, at: .method, composer)
    let version = try version(parts.version)
    // The bytes of a request over HTTP/2 read as those of HTTP/1.1.
    if version.inRequestLine != request.options.httpVersion.inRequestLine { form.options.httpVersion = version }
    try setTarget(&form, parts, request, composer)
    try setBody(&form, parts, request, composer)
    try setFields(&form, parts, request, composer)
    return form
  }

  // MARK: Target

  private static func setTarget(
    _ form: inout SavedRequest, _ parts: RawRequestParts, _ request: SavedRequest, _ composer: RequestComposer
  ) throws(RawRequestError) {
    let target = String(decoding: parts.target, as: UTF8.self)
    let old = try? composer.url(of: request)
    if let old,
      old.target == target || parts.method == Array("CONNECT".utf8) && target == "\(old.bracketedHost):\(old.port)"
    {
      return
    }
    guard target.hasPrefix("/"), let url = try? RequestURL("http://host\(target)"), url.target == target else {
      throw .target(target)
    }
    try refuseVariables(target, at: .url)
    form.url = endpoint(of: request.url, composer) + target
    form.disabledParameters = []
  }

  /// A URL as typed, up to its path; where a variable holds a path too, the variable's value is taken.
  private static func endpoint(of text: String, _ composer: RequestComposer) -> String {
    let typed = beforePath(text)
    let resolved = Variables.resolveKnown(typed, in: composer.scope)
    return beforePath(resolved) == resolved ? typed : beforePath(resolved)
  }

  private static func beforePath(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var start = 0
    for index in bytes.indices where bytes[index...].starts(with: "://".utf8) {
      start = index + 3
      break
    }
    let end = bytes[start...].firstIndex { [0x2F, 0x5C, 0x3F, 0x23].contains($0) } ?? bytes.count
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  // MARK: Body

  private static func setBody(
    _ form: inout SavedRequest, _ parts: RawRequestParts, _ request: SavedRequest, _ composer: RequestComposer
  ) throws(RawRequestError) {
    let content = try? composer.content(of: request)
    let types = parts.fields.filter { isName($0.name, "content-type") }.map {
      String(decoding: $0.value, as: UTF8.self)
    }
    let isFile = if case .file = request.body { true } else { false }
    if let content, !isFile, content.bytes == parts.content, types.count <= 1,
      content.type == types.first || types.isEmpty
    {
      return
    }
    // What is not the body as it was compressed is taken as it is.
    form.options.contentCoding = .identity
    if parts.content.isEmpty {
      form.body = .none
      return
    }
    let text = try self.text(parts.content, at: .body)
    // Parameters such as a charset stay in a field of their own.
    let mediaType = types.first?.lowercased().split(separator: ";").first?.filter { $0 != " " }
    form.body =
      switch mediaType {
      case RequestContent.jsonType: .json(text)
      case RequestContent.formType:
        RequestContent.formEntries(parts.content).map(RequestBody.form)
          ?? .text(text, contentType: types.first)
      default: .text(text, contentType: types.first)
      }
    try refuseVariables(text, at: .body)
  }

  // MARK: Fields

  private static func setFields(
    _ form: inout SavedRequest, _ parts: RawRequestParts, _ request: SavedRequest, _ composer: RequestComposer
  ) throws(RawRequestError) {
    // What Barewire adds by itself to a form without fields of its own, and the bytes say the same once, is not a field.
    form.fields = []
    let isChunked = parts.fields.contains { isName($0.name, "transfer-encoding") }
    let withAuth = composer.automaticFields(for: form)
    if let authorization = withAuth.first(where: { $0.name == "Authorization" }),
      !parts.fields.contains(where: { isName($0.name, "authorization") && $0.value == Array(authorization.value.utf8) })
    {
      form.auth = .none
    }
    let automatic = composer.automaticFields(for: form).filter { !(isChunked && $0.name == "Content-Length") }
    var fields: [NamedValue] = []
    for (name, value) in parts.fields {
      let named = parts.fields.count { isName($0.name, String(decoding: name, as: UTF8.self).lowercased()) }
      let isAutomatic = automatic.contains {
        isName(name, $0.name.lowercased()) && Array($0.value.utf8) == value && named == 1
      }
      if isAutomatic { continue }
      let label = String(decoding: name, as: UTF8.self)
      let old = request.fields.first { field in
        field.isEnabled && Variables.resolveKnown(field.name, in: composer.scope) == label
          && Array(Variables.resolveKnown(field.value, in: composer.scope).utf8) == value
      }
      if let old {
        fields.append(old)
      } else {
        let name = try plain(name, at: .fieldName(label))
        fields.append(NamedValue(name, try plain(value, at: .fieldValue(label))))
      }
    }
    form.fields = fields + request.fields.filter { !$0.isEnabled }
    for field in automatic where !parts.fields.contains(where: { isName($0.name, field.name.lowercased()) }) {
      form.droppedAutomaticFields.insert(field.name.lowercased())
    }
  }

  private static func isName(_ bytes: [UInt8], _ lowercased: String) -> Bool {
    String(decoding: bytes, as: UTF8.self).lowercased() == lowercased
  }

  // MARK: Text

  private static func version(_ bytes: [UInt8]) throws(RawRequestError) -> RequestOptions.HTTPVersion {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix("HTTP/"), let version = RequestOptions.HTTPVersion(rawValue: String(text.dropFirst(5))),
      version != .http2Upgrade
    else {
      throw .version(text)
    }
    return version
  }

  /// The old text where it still makes these bytes, else the bytes as text.
  private static func kept(
    _ old: String, for bytes: [UInt8], at place: RequestPlace, _ composer: RequestComposer
  ) throws(RawRequestError) -> String {
    if Array(Variables.resolveKnown(old, in: composer.scope).utf8) == bytes { return old }
    return try plain(bytes, at: place)
  }

  private static func plain(_ bytes: [UInt8], at place: RequestPlace) throws(RawRequestError) -> String {
    let text = try text(bytes, at: place)
    try refuseVariables(text, at: place)
    return text
  }

  private static func text(_ bytes: [UInt8], at place: RequestPlace) throws(RawRequestError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(place) }
    return text
  }

  private static func refuseVariables(_ text: String, at place: RequestPlace) throws(RawRequestError) {
    if let name = Variables.names(in: text).first { throw .variable(name: name, place: place) }
  }
}
