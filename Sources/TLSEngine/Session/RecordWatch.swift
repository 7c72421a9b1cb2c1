/// Makes records of one direction out of what OpenSSL tells piece by piece.
struct RecordWatch {
  /// Bytes of application data so far.
  var plainCount = 0
  private var wireCount = 0
  /// A record whose content type is still to be decrypted.
  private var pending: TLSRecord?

  /// Takes a header; the records that are complete by it, at most two.
  mutating func header(_ bytes: UnsafeRawBufferPointer, isEncryptedType: Bool) -> [TLSRecord] {
    guard bytes.count == 5 else { return [] }
    let length = Int(bytes[3]) << 8 | Int(bytes[4])
    let record = TLSRecord(
      contentType: TLSRecord.ContentType(rawValue: bytes[0]), version: UInt16(bytes[1]) << 8 | UInt16(bytes[2]),
      length: length,
      wireOffset: wireCount, plainOffset: plainCount)
    wireCount += 5 + length
    var complete = flush()
    if isEncryptedType, record.contentType == .applicationData {
      pending = record
    } else {
      complete.append(record)
    }
    return complete
  }

  /// Takes the type that was encrypted.
  mutating func innerType(_ type: UInt8) -> [TLSRecord] {
    pending?.innerContentType = TLSRecord.ContentType(rawValue: type)
    return flush()
  }

  /// Gives up waiting for the type of a record.
  mutating func flush() -> [TLSRecord] {
    defer { pending = nil }
    return pending.map { [$0] } ?? []
  }
}
