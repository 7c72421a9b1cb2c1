/// The fields that are registered as structured, by their names in small letters.
enum StructuredFieldTable {
  static let fields: [String: StructuredField] = [
    "accept-ch": StructuredField(.list, FieldRule(8942, "3.1"), of: .token),
    "accept-signature": StructuredField(.dictionary, FieldRule(9421, "5.1")),
    "available-dictionary": StructuredField(.item, FieldRule(9842, "2.2"), of: .bytes),
    "cache-group-invalidation": StructuredField(.list, FieldRule(9875, "3"), of: .string),
    "cache-groups": StructuredField(.list, FieldRule(9875, "2"), of: .string),
    "cache-status": StructuredField(.list, FieldRule(9211, "2"), words: StructuredWords.cacheStatus),
    "capsule-protocol": StructuredField(.item, FieldRule(9297, "3.4"), of: .boolean),
    "cdn-cache-control": StructuredField(
      .dictionary, FieldRule(9213, "2.1"), words: CacheControlField.readTargeted),
    "client-cert": StructuredField(.item, FieldRule(9440, "2.2"), of: .bytes),
    "client-cert-chain": StructuredField(.list, FieldRule(9440, "2.3"), of: .bytes),
    "content-digest": StructuredField(.dictionary, FieldRule(9530, "2"), of: .bytes, words: StructuredWords.digest),
    "critical-ch": StructuredField(.list, FieldRule("W3C Client Hint Reliability"), of: .token),
    "cross-origin-embedder-policy": StructuredField(.item, FieldRule("WHATWG HTML"), of: .token),
    "cross-origin-embedder-policy-report-only": StructuredField(.item, FieldRule("WHATWG HTML"), of: .token),
    "cross-origin-opener-policy": StructuredField(.item, FieldRule("WHATWG HTML"), of: .token),
    "cross-origin-opener-policy-report-only": StructuredField(.item, FieldRule("WHATWG HTML"), of: .token),
    "deprecation": StructuredField(.item, FieldRule(9745, "2.1"), of: .date, words: StructuredWords.deprecation),
    "dictionary-id": StructuredField(.item, FieldRule(9842, "2.3"), of: .string),
    "document-policy": StructuredField(.dictionary, FieldRule("W3C Document Policy")),
    "no-vary-search": StructuredField(.dictionary, FieldRule("draft-ietf-httpbis-no-vary-search")),
    "origin-agent-cluster": StructuredField(.item, FieldRule("WHATWG HTML"), of: .boolean),
    "permissions-policy": StructuredField(
      .dictionary, FieldRule("W3C Permissions Policy"), words: StructuredWords.permissions),
    "permissions-policy-report-only": StructuredField(
      .dictionary, FieldRule("W3C Permissions Policy"), words: StructuredWords.permissions),
    "priority": StructuredField(.dictionary, FieldRule(9218, "4"), words: StructuredWords.priority),
    "proxy-status": StructuredField(.list, FieldRule(9209, "2"), words: StructuredWords.proxyStatus),
    "ratelimit": StructuredField(
      .list, FieldRule("draft-ietf-httpapi-ratelimit-headers"), words: StructuredWords.rateLimit),
    "ratelimit-policy": StructuredField(
      .list, FieldRule("draft-ietf-httpapi-ratelimit-headers"), words: StructuredWords.rateLimitPolicy),
    "reporting-endpoints": StructuredField(.dictionary, FieldRule("W3C Reporting"), of: .string),
    "repr-digest": StructuredField(.dictionary, FieldRule(9530, "3"), of: .bytes, words: StructuredWords.digest),
    "sec-ch-ua": StructuredField(.list, clientHints, of: .string),
    "sec-ch-ua-arch": StructuredField(.item, clientHints, of: .string),
    "sec-ch-ua-bitness": StructuredField(.item, clientHints, of: .string),
    "sec-ch-ua-form-factors": StructuredField(.list, clientHints, of: .string),
    "sec-ch-ua-full-version-list": StructuredField(.list, clientHints, of: .string),
    "sec-ch-ua-mobile": StructuredField(.item, clientHints, of: .boolean),
    "sec-ch-ua-model": StructuredField(.item, clientHints, of: .string),
    "sec-ch-ua-platform": StructuredField(.item, clientHints, of: .string),
    "sec-ch-ua-platform-version": StructuredField(.item, clientHints, of: .string),
    "sec-ch-ua-wow64": StructuredField(.item, clientHints, of: .boolean),
    "sec-fetch-dest": StructuredField(.item, FieldRule("W3C Fetch Metadata", "2.1"), of: .token),
    "sec-fetch-mode": StructuredField(.item, FieldRule("W3C Fetch Metadata", "2.2"), of: .token),
    "sec-fetch-site": StructuredField(.item, FieldRule("W3C Fetch Metadata", "2.3"), of: .token),
    "sec-fetch-user": StructuredField(.item, FieldRule("W3C Fetch Metadata", "2.4"), of: .boolean),
    "sec-purpose": StructuredField(.item, FieldRule("WHATWG Fetch"), of: .token),
    "signature": StructuredField(.dictionary, FieldRule(9421, "4.2"), of: .bytes),
    "signature-input": StructuredField(.dictionary, FieldRule(9421, "4.1")),
    "speculation-rules": StructuredField(.list, FieldRule("WHATWG HTML"), of: .string),
    "supports-loading-mode": StructuredField(.list, FieldRule("WHATWG HTML"), of: .token),
    "use-as-dictionary": StructuredField(.dictionary, FieldRule(9842, "2.1")),
    "want-content-digest": StructuredField(.dictionary, FieldRule(9530, "4"), of: .integer),
    "want-repr-digest": StructuredField(.dictionary, FieldRule(9530, "4"), of: .integer),
  ]

  private static let clientHints = FieldRule("W3C User-Agent Client Hints")
}
