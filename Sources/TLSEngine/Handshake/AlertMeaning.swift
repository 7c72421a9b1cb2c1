/// What alerts mean and what helps (RFC 8446 §6, RFC 5246 §7.2, RFC 6066 §9, RFC 7507, RFC 7301 §3.2).
struct AlertMeaning: Sendable {
  var name: String
  var meaning: String
  var advice: String

  /// By the alert's number in the registry.
  static let all: [UInt8: AlertMeaning] = [
    0: AlertMeaning(
      name: "close notify", meaning: "nothing more will be sent", advice: "Nothing needs to be done."),
    10: AlertMeaning(
      name: "unexpected message", meaning: "a message came out of its turn",
      advice: "One of the two sides breaks the protocol: look at the handshake's messages in their order."),
    20: AlertMeaning(
      name: "bad record mac", meaning: "a record was changed on its way, or encrypted with another key",
      advice: "Look for a middlebox that changes bytes, and try again."),
    21: AlertMeaning(
      name: "decryption failed", meaning: "a record could not be decrypted",
      advice: "The other side is very old: ask its operator for an update."),
    22: AlertMeaning(
      name: "record overflow", meaning: "a record was longer than allowed",
      advice: "One of the two sides breaks the protocol: check whether this port speaks TLS at all."),
    30: AlertMeaning(
      name: "decompression failure", meaning: "a record could not be decompressed",
      advice: "The other side is very old: ask its operator for an update."),
    40: AlertMeaning(
      name: "handshake failure",
      meaning: "the two sides have no cipher, group or signature in common, or a certificate is missing",
      advice: "Compare what the client hello offers with what the server accepts, and try other versions and ciphers."),
    41: AlertMeaning(
      name: "no certificate", meaning: "the client has no certificate to show",
      advice: "Configure a client certificate; the alert belongs to SSL 3.0."),
    42: AlertMeaning(
      name: "bad certificate", meaning: "the certificate was not accepted: it is broken, or a check on it failed",
      advice: "Look at the certificate path and its failures."),
    43: AlertMeaning(
      name: "unsupported certificate", meaning: "the certificate is of a kind or for a purpose that was not accepted",
      advice: "Use a certificate that is meant for this side, server or client."),
    44: AlertMeaning(
      name: "certificate revoked", meaning: "the issuer has taken the certificate back",
      advice: "Have a new certificate issued."),
    45: AlertMeaning(
      name: "certificate expired", meaning: "the certificate is not valid any more, or not yet",
      advice: "Renew the certificate, and check the clocks of both machines."),
    46: AlertMeaning(
      name: "certificate unknown", meaning: "the certificate was not accepted for some other reason",
      advice: "Look at the certificate path, and into the log of the side that sent the alert."),
    47: AlertMeaning(
      name: "illegal parameter", meaning: "a value in the handshake is out of its range or contradicts another",
      advice: "One of the two sides breaks the protocol: look at the last message before the alert."),
    48: AlertMeaning(
      name: "unknown CA", meaning: "the certificate's issuer is not trusted by the other side",
      advice: "Send the intermediate certificates along, or have the issuer added to the trusted ones."),
    49: AlertMeaning(
      name: "access denied", meaning: "the certificate is valid, but its holder is not let in",
      advice: "Use another client certificate, or ask the operator for access."),
    50: AlertMeaning(
      name: "decode error", meaning: "a message could not be read",
      advice: "One of the two sides breaks the protocol: look at the last message before the alert."),
    51: AlertMeaning(
      name: "decrypt error", meaning: "a signature or a check over the handshake is wrong",
      advice: "Check that the certificate and the private key belong together, and look for a middlebox."),
    60: AlertMeaning(
      name: "export restriction", meaning: "a key is longer than export rules once allowed",
      advice: "The other side is very old: ask its operator for an update."),
    70: AlertMeaning(
      name: "protocol version", meaning: "the two sides have no TLS version in common",
      advice: "Allow the versions that the other side speaks."),
    71: AlertMeaning(
      name: "insufficient security", meaning: "the other side wants stronger ciphers than were offered",
      advice: "Offer stronger cipher suites and groups."),
    80: AlertMeaning(
      name: "internal error", meaning: "the other side failed for reasons of its own",
      advice: "Try again later, or look into the log of the side that sent it."),
    86: AlertMeaning(
      name: "inappropriate fallback", meaning: "an older version was offered than both sides can speak",
      advice: "Allow newer versions, and look for what made the client fall back."),
    90: AlertMeaning(
      name: "user canceled", meaning: "the handshake was given up for a reason that has nothing to do with TLS",
      advice: "Try again."),
    100: AlertMeaning(
      name: "no renegotiation", meaning: "the handshake will not be done again on this connection",
      advice: "Open another connection with the settings that are wanted."),
    109: AlertMeaning(
      name: "missing extension", meaning: "an extension that has to be there is not",
      advice: "Look at the extensions of the client hello: with SNI, groups and signatures left on, this is a defect."),
    110: AlertMeaning(
      name: "unsupported extension", meaning: "an extension came that nobody had asked for",
      advice: "One of the two sides breaks the protocol: look at the extensions of the last message."),
    111: AlertMeaning(
      name: "certificate unobtainable", meaning: "the certificate could not be fetched from the URL that was given",
      advice: "Send the certificate itself."),
    112: AlertMeaning(
      name: "unrecognized name", meaning: "the server does not serve that host name",
      advice: "Check the server name indication against the names that the server knows."),
    113: AlertMeaning(
      name: "bad certificate status response", meaning: "the OCSP response is broken or not acceptable",
      advice: "Look into the server's OCSP stapling."),
    114: AlertMeaning(
      name: "bad certificate hash value", meaning: "the certificate that was fetched is not the one that was meant",
      advice: "Send the certificate itself."),
    115: AlertMeaning(
      name: "unknown PSK identity", meaning: "the server does not know that pre-shared key",
      advice: "Connect without resuming a session."),
    116: AlertMeaning(
      name: "certificate required", meaning: "the server wants a client certificate",
      advice: "Configure a client certificate from one of the authorities in the certificate request."),
    120: AlertMeaning(
      name: "no application protocol", meaning: "the server speaks none of the offered protocols",
      advice: "Offer another protocol, such as http/1.1, or none at all."),
    121: AlertMeaning(
      name: "ECH required", meaning: "the server could not use the encrypted client hello",
      advice: "Connect again with the configuration that the server has sent."),
  ]
}
