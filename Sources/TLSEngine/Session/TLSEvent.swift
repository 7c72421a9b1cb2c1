/// Something that happened in a session, in order.
package enum TLSEvent: Sendable, Equatable {
  /// A record's header went over the wire; the messages in the record follow. Only with ``TLSObservations/records``.
  case record(direction: TLSDirection, TLSRecord)
  /// A handshake message went over the wire.
  ///
  /// `change cipher spec`, which is a record of its own kind, is told in the same way.
  case handshakeMessage(direction: TLSDirection, TLSHandshakeMessage)
  /// The other side's certificates have arrived, its own first.
  case certificates([CertificateFacts])
  /// Where those certificates lead, and what is wrong at each step.
  case certificatePath(CertificatePath)
  /// The chain could not be verified; several failures of one chain are told one by one.
  ///
  /// With ``TLSVerification/systemTrust`` the handshake ends: `alert` and ``failed(_:)`` follow.
  case verificationFailed(VerificationFailure)
  /// The handshake is finished: data can flow.
  case established(TLSFacts)
  /// The server lets this session be resumed; TLS 1.3 may tell several, at any time. Clients only.
  case resumable(TLSResumption)
  /// A line for a file in the format that `SSLKEYLOGFILE` names, without its end. Only with ``TLSObservations/keys``:
  /// whoever has it can decrypt a capture of this session.
  case keyLogLine(String)
  /// An alert other than `close notify`.
  case alert(direction: TLSDirection, TLSAlert)
  /// One side has announced that it sends no more.
  case closeNotify(direction: TLSDirection)
  /// The transport ended without `close notify`, so what came may lack its end (RFC 8446 §6.1).
  case truncated
  /// The session is at its end; told once, after everything that led to it.
  case failed(TLSError)
}
