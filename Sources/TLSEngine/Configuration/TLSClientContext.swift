/// What client sessions of one kind share: whom they trust, what they show of themselves, and what they offer.
///
/// OpenSSL takes most of a millisecond to make it. It may be used from several threads.
package struct TLSClientContext: Sendable {
  private let terms: TLSClientConfiguration
  let context: TLSContext

  /// Reads the certificates and keys of a configuration.
  package init(_ configuration: TLSClientConfiguration) throws(TLSError) {
    terms = configuration.sharedTerms
    context = try TLSContext(client: configuration)
  }

  /// Whether sessions with this configuration may use it: it differs only in what each session has of its own.
  package func serves(_ configuration: TLSClientConfiguration) -> Bool { terms == configuration.sharedTerms }
}

extension TLSClientConfiguration {
  /// The configuration without what each session has of its own.
  fileprivate var sharedTerms: TLSClientConfiguration {
    var terms = self
    terms.serverName = ""
    terms.serverNameIndication = .automatic
    terms.verification = .systemTrust
    terms.acceptedCertificates = []
    terms.resumption = nil
    terms.sendsEarlyData = false
    return terms
  }
}
