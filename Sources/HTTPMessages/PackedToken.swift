/// Tokens as `ListTokenReader` packs them: small letters, the last byte lowest.
///
/// Computed from literals, because a constant that a function makes is checked for its initialization at each use.
enum PackedToken {
  static var chunked: UInt128 { 0x63_6875_6e6b_6564 }
  static var gzip: UInt128 { 0x677a_6970 }
  static var xGzip: UInt128 { 0x782d_677a_6970 }
  static var deflate: UInt128 { 0x64_6566_6c61_7465 }
  static var compress: UInt128 { 0x636f_6d70_7265_7373 }
  static var xCompress: UInt128 { 0x782d_636f_6d70_7265_7373 }
  static var close: UInt128 { 0x63_6c6f_7365 }
  static var keepAlive: UInt128 { 0x6b65_6570_2d61_6c69_7665 }
  static var te: UInt128 { 0x7465 }
  static var upgrade: UInt128 { 0x75_7067_7261_6465 }
  static var continue100: UInt128 { 0x3130_302d_636f_6e74_696e_7565 }

  /// True for a coding that compresses, which has no parameters (RFC 9112 §7.2).
  static func isCompression(_ token: UInt128) -> Bool {
    switch token {
    case gzip, xGzip, deflate, compress, xCompress: true
    default: false
    }
  }

  /// True for the name of a field that every recipient needs, so that Connection must not name it (RFC 9110 §7.6.1).
  static func isEndToEndField(_ token: UInt128) -> Bool {
    switch token {
    case 0x686f_7374: true  // host
    case 0x636f_6e74_656e_742d_6c65_6e67_7468: true  // content-length
    case 0x636f_6e74_656e_742d_7479_7065: true  // content-type
    case 0x636f_6e74_656e_742d_656e_636f_6469_6e67: true  // content-encoding
    case 0x63_6163_6865_2d63_6f6e_7472_6f6c: true  // cache-control
    case 0x61_7574_686f_7269_7a61_7469_6f6e: true  // authorization
    case 0x636f_6f6b_6965: true  // cookie
    case 0x7365_742d_636f_6f6b_6965: true  // set-cookie
    case 0x6461_7465: true  // date
    case 0x6574_6167: true  // etag
    case 0x6c6f_6361_7469_6f6e: true  // location
    case 0x7661_7279: true  // vary
    case 0x72_616e_6765: true  // range
    case 0x78_2d66_6f72_7761_7264_6564_2d66_6f72: true  // x-forwarded-for
    case 0x66_6f72_7761_7264_6564: true  // forwarded
    case 0x76_6961: true  // via
    default: false
    }
  }
}
