import RawStructuredFieldValues

/// What the structured fields say that people look at most.
enum StructuredWords {
  /// `Priority` (RFC 9218 §4).
  static func priority(_ members: [StructuredMember], _ reading: inout ReadingBuilder) -> String? {
    var urgency = 3
    var isIncremental = false
    for member in members {
      switch (member.key, member.item) {
      case ("u", .integer(let value)) where 0...7 ~= value: urgency = Int(value)
      case ("u", _):
        reading.find(
          .error, member.valueRange, FieldRule(9218, "4.1"), "The urgency is an integer from 0 to 7: it is ignored.")
      case ("i", .bool(let value)): isIncremental = value
      case ("i", _):
        reading.find(.error, member.valueRange, FieldRule(9218, "4.2"), "i is a boolean: it is ignored.")
      default: break
      }
    }
    let place = urgency == 3 ? "the usual" : urgency < 3 ? "more urgent than usual" : "less urgent than usual"
    return "urgency \(urgency) of 0 to 7 (\(place))" + (isIncremental ? ", useful piece by piece" : "")
  }

  /// `Cache-Status` (RFC 9211 §2): the cache nearest to the server comes first.
  static func cacheStatus(_ members: [StructuredMember], _ reading: inout ReadingBuilder) -> String? {
    Words.list(
      members.map { member in
        var words = Words.cut(member.item?.name ?? "a cache", to: 40)
        if member.isTrue("hit") {
          words += " had it"
        } else if let reason = member.text("fwd") {
          words += " asked on (\(Words.cut(reason, to: 30)))"
        }
        if let status = member.integer("fwd-status") { words += ", got \(status)" }
        if let time = member.integer("ttl") {
          words += time >= 0 ? ", fresh for \(DurationWords.span(time))" : ", stale for \(DurationWords.span(-time))"
        }
        if member.isTrue("stored") { words += ", keeps it" }
        return words
      })
  }

  /// `Proxy-Status` (RFC 9209 §2).
  static func proxyStatus(_ members: [StructuredMember], _ reading: inout ReadingBuilder) -> String? {
    Words.list(
      members.map { member in
        var words = Words.cut(member.item?.name ?? "a proxy", to: 40)
        if let error = member.text("error") { words += " failed: \(Words.cut(error, to: 40))" }
        if let status = member.integer("received-status") { words += ", got \(status)" }
        if let details = member.text("details") { words += " (\(Words.cut(details, to: 60)))" }
        return words
      })
  }

  /// `Content-Digest` and `Repr-Digest` (RFC 9530 §2).
  static func digest(_ members: [StructuredMember], _ reading: inout ReadingBuilder) -> String? {
    let lengths = ["sha-256": 32, "sha-512": 64]
    for member in members {
      guard case .undecodedByteSequence(let text)? = member.item else { continue }
      let count = Base64.decoded(text.utf8)?.count ?? 0
      if let length = lengths[member.key], count != length {
        reading.find(
          .error, member.valueRange, FieldRule(9530, "5"),
          "A digest by \(member.key) has \(length) bytes; this one has \(count).")
      }
      if ["md5", "sha", "unixsum", "unixcksum", "adler", "crc32c"].contains(member.key) {
        reading.find(.note, member.range, FieldRule(9530, "5"), "\(member.key) no longer protects against anybody.")
      }
    }
    return "digests by \(Words.list(members.map(\.key)))"
  }

  /// `Deprecation` (RFC 9745 §2.1).
  static func deprecation(_ members: [StructuredMember], _ reading: inout ReadingBuilder) -> String? {
    guard case .date(let seconds)? = members.first?.item else { return nil }
    return (seconds <= reading.now ? "deprecated since " : "deprecated from ") + DateField.words(Int(seconds), reading)
  }

  /// `RateLimit` (draft-ietf-httpapi-ratelimit-headers).
  static func rateLimit(_ members: [StructuredMember], _ reading: inout ReadingBuilder) -> String? {
    Words.list(
      members.map { member in
        var words = Words.cut(member.item?.name ?? "a policy", to: 40)
        if let left = member.integer("r") { words += ": \(left) left" }
        if let time = member.integer("t") { words += " for \(DurationWords.span(time))" }
        return words
      })
  }

  /// `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers).
  static func rateLimitPolicy(_ members: [StructuredMember], _ reading: inout ReadingBuilder) -> String? {
    Words.list(
      members.map { member in
        var words = Words.cut(member.item?.name ?? "a policy", to: 40)
        if let quota = member.integer("q") { words += ": \(quota)" }
        if let window = member.integer("w") { words += " in \(DurationWords.span(window))" }
        return words
      })
  }

  /// `Permissions-Policy` (W3C Permissions Policy).
  static func permissions(_ members: [StructuredMember], _ reading: inout ReadingBuilder) -> String? {
    Words.list(
      members.map { member in
        if member.isInnerList, member.items.isEmpty { return "no \(member.key)" }
        if member.item == .token("*") { return "\(member.key) for all" }
        let names = member.items.compactMap(\.name)
        return "\(member.key) for \(Words.list(names, limit: 2))"
      })
  }
}
