import COpenSSL
import Glibc

/// A moment in a certificate, to the second, in UTC.
package struct CertificateTime: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year of the Gregorian calendar.
  package var year: Int
  /// 1 to 12.
  package var month: Int
  /// 1 to 31.
  package var day: Int
  /// 0 to 23.
  package var hour: Int
  /// 0 to 59.
  package var minute: Int
  /// 0 to 60: a leap second has the last.
  package var second: Int

  /// The moment in words, such as `2026-11-23 20:26:04 UTC`.
  package var description: String {
    "\(Self.padded(year, 4))-\(Self.padded(month))-\(Self.padded(day)) "
      + "\(Self.padded(hour)):\(Self.padded(minute)):\(Self.padded(second)) UTC"
  }

  /// Whether a moment is before another.
  package static func < (left: CertificateTime, right: CertificateTime) -> Bool {
    (left.year, left.month, left.day, left.hour * 3600 + left.minute * 60 + left.second)
      < (right.year, right.month, right.day, right.hour * 3600 + right.minute * 60 + right.second)
  }

  /// Nothing when the certificate's time is no time.
  init?(_ time: UnsafePointer<ASN1_TIME>?) {
    var parts = tm()
    guard let time, ASN1_TIME_to_tm(time, &parts) == 1 else { return nil }
    year = Int(parts.tm_year) + 1900
    month = Int(parts.tm_mon) + 1
    day = Int(parts.tm_mday)
    hour = Int(parts.tm_hour)
    minute = Int(parts.tm_min)
    second = Int(parts.tm_sec)
  }

  private static func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
