import COpenSSL

/// OpenSSL's errors of this thread, as words.
enum OpenSSLErrorQueue {
  /// Forgets what earlier calls left behind.
  static func clear() { ERR_clear_error() }

  /// Takes all errors; the reason of the first, which is where it began.
  static func takeReason() -> String {
    var data: UnsafePointer<CChar>?
    var flags: Int32 = 0
    let code = ERR_get_error_all(nil, nil, nil, &data, &flags)
    defer { ERR_clear_error() }
    guard code != 0 else { return "no reason given" }
    let reason = ERR_reason_error_string(code).map { String(cString: $0) } ?? "error \(code)"
    guard flags & ERR_TXT_STRING != 0, let data, data.pointee != 0 else { return reason }
    return "\(reason) (\(String(cString: data)))"
  }
}
