import Testing

@testable import TLSEngine

@Suite("What client sessions share")
struct ContextTests {
  @Test("a context serves sessions that trust, show and offer the same, to whichever host")
  func serving() throws {
    let authority = try CertificateAuthority()
    var configuration = TLSClientConfiguration(
      serverName: "one.example", additionalTrustAnchorsPEM: [authority.root.certificatePEM])
    let context = try TLSClientContext(configuration)
    configuration.serverName = "two.example"
    configuration.verification = .none
    #expect(context.serves(configuration))
    let session = try TLSSession(client: configuration, context: context)
    session.start()
    #expect(session.hasCipher)
    configuration.alpn = ["h2"]
    #expect(!context.serves(configuration))
    configuration.alpn = ["http/1.1"]
    configuration.additionalTrustAnchorsPEM = []
    #expect(!context.serves(configuration))
  }
}
