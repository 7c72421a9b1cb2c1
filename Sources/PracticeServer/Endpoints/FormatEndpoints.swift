import NIOCore

/// Content in formats that programs and pages are made of, and content of several parts.
enum FormatEndpoints {
  static let all = [
    PracticeEndpoint(
      "GET", "/multipart/{kind}", example: "/multipart/form",
      "content of several parts: form, mixed (parts within parts), byteranges, or broken"
    ) { request, _ in
      guard let content = Parts(rawValue: request.captures[0]) else {
        return .problem(404, "Choose one of \(Parts.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      return Response(fields: [Response.Field("Content-Type", content.type)], content: .bytes(content.bytes))
    },
    PracticeEndpoint(
      "GET", "/frames", example: "/frames?count=3&interval=200",
      "a part of multipart/x-mixed-replace after each ?interval= milliseconds, ?count= of them", answer: frames),
    PracticeEndpoint(
      "GET", "/code/{language}", example: "/code/css",
      "a text in css, javascript or yaml; ?minified=1 on one line, ?count= times"
    ) { request, _ in
      guard let code = Code(rawValue: request.captures[0]) else {
        return .problem(404, "Choose one of \(Code.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      let text = request.target["minified"] == nil ? code.text : code.minified
      let piece = Array(text.utf8)
      var count = request.target.number("count", standard: 1, in: 1...1_000_000)
      let length = count * piece.count
      let steps = Steps {
        guard count > 0 else { return nil }
        count -= 1
        return .bytes(piece)
      }
      return Response(
        fields: [Response.Field("Content-Type", code.type)], content: .steps(steps, length: length))
    },
  ]

  private static func frames(_ request: PracticeRequest, _ state: ServerState) -> Response {
    let count = request.target.number("count", standard: 3, in: 1...10_000)
    let interval = request.target.number("interval", standard: 200, in: 0...60_000)
    var number = 0
    let steps = Steps {
      guard number < 2 * count else { return nil }
      number += 1
      if number.isMultiple(of: 2) { return .wait(milliseconds: interval) }
      let part = "--frame\r\nContent-Type: application/json\r\n\r\n{\"frame\":\(number / 2 + 1)}\r\n"
      return .text(number == 2 * count - 1 ? part + "--frame--\r\n" : part)
    }
    return Response(
      fields: [Response.Field("Content-Type", "multipart/x-mixed-replace; boundary=frame")],
      content: .steps(steps, length: nil))
  }
}

extension FormatEndpoints {
  /// Content of several parts.
  private enum Parts: String, CaseIterable {
    case form, mixed, byteranges, broken

    var type: String {
      switch self {
      case .form, .broken: "multipart/form-data; boundary=\"wire boundary\""
      case .mixed: "multipart/mixed; boundary=outer"
      case .byteranges: "multipart/byteranges; boundary=RANGE"
      }
    }

    var bytes: [UInt8] {
      switch self {
      case .form:
        return [
          part("title", "", "A day at the sea".utf8),
          part("settings", "Content-Type: application/json\r\n", #"{"public":true,"tags":["sea","sand"]}"#.utf8),
          part("notes\"; filename=\"notes.yaml", "Content-Type: application/yaml\r\n", Code.yaml.text.utf8),
          part(
            "sound\"; filename=\"sea.raw", "Content-Type: application/octet-stream\r\n",
            BinaryContent.block.readableBytesView.prefix(1000)),
          Array("--wire boundary--\r\n".utf8),
        ].flatMap { $0 }
      case .mixed:
        return Array(
          """
          Readers that know no parts show this line.\r
          --outer\r
          Content-Type: text/plain; charset=utf-8\r
          \r
          Two parts follow within the next one.\r
          --outer\r
          Content-Type: multipart/alternative; boundary=inner\r
          \r
          --inner\r
          Content-Type: text/css\r
          \r
          \(Code.css.text)\r
          --inner\r
          Content-Type: text/html\r
          \r
          <p>The same as <b>HTML</b>.</p>\r
          --inner--\r
          --outer--\r

          """.utf8)
      case .byteranges:
        return Array(
          """
          --RANGE\r
          Content-Type: text/plain\r
          Content-Range: bytes 0-4/27\r
          \r
          Every\r
          --RANGE\r
          Content-Type: text/plain\r
          Content-Range: bytes 23-26/27\r
          \r
          byte\r
          --RANGE--\r

          """.utf8)
      case .broken:
        return Array(
          """
          --wire boundary\r
          Content-Disposition: form-data\r
          \r
          a part without a name\r
          --wire boundary and more\r
          no field\r
          Content-Disposition: form-data; name="b"\r
          \r
          the last boundary is missing
          """.utf8)
      }
    }

    private func part(_ name: String, _ fields: String, _ content: some Sequence<UInt8>) -> [UInt8] {
      Array("--wire boundary\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\(fields)\r\n".utf8)
        + Array(content) + Array("\r\n".utf8)
    }
  }

  /// A short text in a language of code.
  private enum Code: String, CaseIterable {
    case css, javascript, yaml

    var type: String {
      switch self {
      case .css: "text/css; charset=utf-8"
      case .javascript: "text/javascript; charset=utf-8"
      case .yaml: "application/yaml"
      }
    }

    var text: String {
      switch self {
      case .css:
        """
        /* The look of a wire. */
        @media (min-width: 40em) {
          .wire > a:hover, #end::after {
            color: #0b6f68;
            margin: 0 auto 1.5rem !important;
            background: url(wire.svg) no-repeat;
            --tension: "high";
          }
        }

        """
      case .javascript:
        """
        // Sends a greeting over the wire.
        export async function greet(name = 'world', times = 0x10) {
          const pattern = /^[a-z/]+$/i, half = times / 2;
          const options = { method: "POST", body: `{"hello": "${name.replace(pattern, '$&')}"}` };
          return half > 1e3 ? null : await fetch(`/echo?half=${half}`, options);
        }

        """
      case .yaml:
        """
        # What a wire is made of.
        ---
        wire: &wire
          length: 2.5
          ends: [here, there]
          insulated: true
        note: |
          Every byte counts:
            also those in blocks.
        spare: !copper
          <<: *wire
          made: 2026-11-23
        "url": http://wire.test/#end

        """
      }
    }

    /// The same on one line; YAML in its flow style.
    var minified: String {
      switch self {
      case .yaml: "{wire: {length: 2.5, ends: [here, there], insulated: true}, url: 'http://wire.test/'}"
      case .css: text.split(separator: "\n").joined()
      case .javascript: text.split(separator: "\n").dropFirst().joined()
      }
    }
  }
}
