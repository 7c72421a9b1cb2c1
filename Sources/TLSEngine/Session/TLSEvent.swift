/// Something that happened in a session, in order.
package enum TLSEvent: Sendable, Equatable {
  /// A handshake message went over the wire: its name in words and its size in bytes with its header, before
  /// encryption.
  ///
  /// `change cipher spec`, which is a record of its own kind, is told in the same way.
  case handshakeMessage(direction: TLSDirection, name: String, size: Int)
  /// The other side's certificates have arrived, its own first; told before they are verified.
  case certificates([CertificateFacts])
  /// The chain could not be verified; several failures of one chain are told one by one.
  ///
  /// With ``TLSVerification/systemTrust`` the handshake ends: `alert` and ``failed(_:)`` follow.
  case verificationFailed(VerificationFailure)
  /// The handshake is finished: data can flow.
  case established(TLSFacts)
  /// An alert other than `close notify`.
  case alert(direction: TLSDirection, TLSAlert)
  /// One side has announced that it sends no more.
  case closeNotify(direction: TLSDirection)
  /// The transport ended without `close notify`, so what came may lack its end (RFC 8446 §6.1).
  case truncated
  /// The session is at its end; told once, after everything that led to it.
  case failed(TLSError)
}
