import Testing

@testable import Workspaces

@Suite("TLS options of a request")
struct RequestTLSTests {
  @Test("variables are resolved and paths made absolute")
  func resolved() throws {
    var request = SavedRequest(name: "", method: "GET", url: "https://h/")
    request.options.tls.trustAnchors = ["{{ca}}", "/abs.pem"]
    request.options.tls.clientCertificate = "c.pem"
    request.options.tls.passphrase = "{{secret}}"
    request.options.tls.alpn = ["{{protocol}}"]
    let scope = VariableScope(
      variables: [NamedValue("ca", "ca.pem"), NamedValue("secret", "hush"), NamedValue("protocol", "h2")])
    let composer = RequestComposer(scope: scope, baseDirectory: "/base", userAgent: "t")
    let tls = try composer.prepare(request).options.tls
    #expect(tls.trustAnchors == ["/base/ca.pem", "/abs.pem"])
    #expect(tls.clientCertificate == "/base/c.pem")
    #expect(tls.clientKey.isEmpty)
    #expect(tls.passphrase == "hush")
    #expect(tls.alpn == ["h2"])
    request.options.tls.clientKey = "{{nowhere}}"
    let error = #expect(throws: ComposeError.self) { try composer.prepare(request) }
    #expect(error?.description.contains("“client key” under Options") == true)
  }

  @Test("a request for HTTP/2 is composed as for HTTP/1.1, and stays one in the raw view")
  func http2() throws {
    var request = SavedRequest(name: "", method: "GET", url: "https://h/")
    request.options.httpVersion = .http2
    let composer = RequestComposer(scope: VariableScope(), userAgent: "t")
    let bytes = try composer.prepare(request).bytes
    #expect(bytes.starts(with: Array("GET / HTTP/1.1\r\n".utf8)))
    let form = try RawRequestReader.form(from: bytes, keeping: request, composer: composer)
    #expect(form.options.httpVersion == .http2)
  }
}
