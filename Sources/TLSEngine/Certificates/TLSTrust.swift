/// What the other side's identity rests on.
package enum TLSTrust: Sendable, Hashable {
  /// Its certificate leads to a trusted one and names it.
  case verified
  /// Its certificate could not be verified, but is one of the accepted ones.
  case accepted
  /// Its certificate could not be verified, and nobody insisted: anybody may be on the other side.
  case unverified
  /// It has presented no certificate.
  case anonymous
}
